from django.db import migrations

from partnership.core.publication_triggers import renew_on_change
from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """Pages that are kept show these rows, and the search finds them."""

    dependencies = [
        ("core", "0003_publication_version"),
        ("roundtables", "0002_outcomes_and_projects"),
        ("search", "0002_triggers"),
    ]

    operations = [
        renew_on_change(
            "roundtables",
            "roundtables_roundtable",
            "roundtables_roundtable_partners",
            "roundtables_outcome",
            "roundtables_outcomesection",
            "roundtables_annex",
            "roundtables_outcomepicture",
            "roundtables_project",
            "roundtables_projectpartner",
            "roundtables_milestone",
            "roundtables_output",
        ),
        mark_changes(
            "outcome",
            roundtables_outcome="id",
            roundtables_outcomesection="outcome_id",
        ),
        mark_changes(
            "project",
            roundtables_project="id",
            roundtables_projectpartner="project_id",
            roundtables_output="project_id",
        ),
    ]
