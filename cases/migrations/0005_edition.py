"""How many versions of a case readers have been shown."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_for_the_staff'),
        ('reference', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='edition',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='public version'),
        ),
        migrations.RunSQL(
            "UPDATE cases_case SET edition = 1 WHERE public_since IS NOT NULL",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('public_since__isnull', True), ('edition__gte', 1), _connector='OR'), name='cases_case_public_has_edition', violation_error_message='A public case has a public version.'),
        ),
    ]
