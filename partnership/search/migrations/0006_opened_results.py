"""At which place of the list people found what they opened."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0005_binding_words")]

    operations = [
        migrations.AddField(
            model_name="askedtext",
            name="opened",
            field=models.PositiveIntegerField(db_default=0, default=0, verbose_name="opened"),
        ),
        migrations.AddField(
            model_name="askedtext",
            name="places",
            field=models.PositiveIntegerField(
                db_default=0, default=0, verbose_name="sum of the places"
            ),
        ),
    ]
