"""Badges as a table, too."""

from django.db import migrations, models

PAPERS = [
    ("registrations-xlsx", "All registrations, 30 columns (XLSX)"),
    ("participants-xlsx", "List of participants (XLSX)"),
    ("participants-pdf", "List of participants (PDF)"),
    ("sheet-xlsx", "Attendance sheet to sign (XLSX)"),
    ("sheet-pdf", "Attendance sheet to sign (PDF)"),
    ("badges-pdf", "Badges (PDF)"),
    ("badges-xlsx", "Badges (XLSX)"),
]


class Migration(migrations.Migration):

    dependencies = [
        ("attendance", "0002_certificates_in_parts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="export",
            name="paper",
            field=models.CharField(choices=PAPERS, max_length=20, verbose_name="file"),
        ),
        migrations.RemoveConstraint(model_name="export", name="attendance_export_paper_known"),
        migrations.AddConstraint(
            model_name="export",
            constraint=models.CheckConstraint(
                condition=models.Q(("paper__in", [value for value, _label in PAPERS])),
                name="attendance_export_paper_known",
                violation_error_message="Choose values from the list only.",
            ),
        ),
    ]
