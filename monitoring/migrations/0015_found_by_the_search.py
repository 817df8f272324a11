from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """Sites and reports that are written past the models are swept up by the search."""

    dependencies = [
        ("monitoring", "0013_annual_reports"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes(
            "survey-site", monitoring_surveysite="id", monitoring_samplingunit="site_id"
        ),
        mark_changes("monitoring-report", monitoring_monitoringreport="id"),
    ]
