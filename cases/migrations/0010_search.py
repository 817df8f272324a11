from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models is swept up by the search."""

    dependencies = [
        ("cases", "0009_submissions"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes(
            "case",
            cases_case="id",
            cases_case_themes="case_id",
            cases_buildingblock="case_id",
            cases_casepartner="case_id",
            cases_caseplace="case_id",
        ),
    ]
