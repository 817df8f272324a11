from django.db import migrations, models

PAPERS = [
    ("registrations-xlsx", "All registrations, every column (XLSX)"),
    ("participants-xlsx", "List of participants (XLSX)"),
    ("participants-pdf", "List of participants (PDF)"),
    ("sheet-xlsx", "Attendance sheet to sign (XLSX)"),
    ("sheet-pdf", "Attendance sheet to sign (PDF)"),
    ("badges-pdf", "Badges (PDF)"),
    ("badges-xlsx", "Badges (XLSX)"),
]


class Migration(migrations.Migration):
    """The table says since when the other adults agree, and is not called by its number of columns."""

    dependencies = [
        ("attendance", "0005_other_adults_on_certificates"),
    ]

    operations = [
        migrations.AlterField(
            model_name="export",
            name="paper",
            field=models.CharField(choices=PAPERS, max_length=20, verbose_name="file"),
        ),
    ]
