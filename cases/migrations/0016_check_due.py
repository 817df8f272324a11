from django.db import migrations, models


class Migration(migrations.Migration):
    """Finding the few cases whose facts are due took the whole index of the staff's list."""

    dependencies = [("cases", "0015_rights")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("next_review_due_on__isnull", False)),
                fields=["next_review_due_on"],
                name="cases_case_check_due",
            ),
        ),
    ]
