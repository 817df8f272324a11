"""Sites whose position is shown to about a kilometre."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_case_submission_lead")]

    operations = [
        migrations.AddField(
            model_name="caseplace",
            name="is_sensitive",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text=(
                    "Such as a nesting beach or a protected find: maps, pages and data show its "
                    "position to about a kilometre. Do not name the exact spot in the site either."
                ),
                verbose_name="sensitive site",
            ),
        ),
    ]
