from django.db import migrations, models


class Migration(migrations.Migration):
    """Adults of a group are named with their consent; of those named before nobody has said so."""

    dependencies = [("events", "0012_withdrawn_at")]

    operations = [
        migrations.AddField(
            "registration",
            "members_agreed_at",
            models.DateTimeField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="the contact said that the adults named agree",
            ),
        ),
    ]
