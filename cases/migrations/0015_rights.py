import django.db.models.deletion
from django.db import migrations, models

LICENCES = [
    ("cc0", "CC0 1.0"),
    ("cc-by", "CC BY 4.0"),
    ("cc-by-sa", "CC BY-SA 4.0"),
    ("cc-by-nc", "CC BY-NC 4.0"),
    ("cc-by-nd", "CC BY-ND 4.0"),
    ("public-domain", "public domain"),
    ("permission", "used with permission, all rights reserved"),
]


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0014_sensitive_sites"),
        ("documents", "0002_renew_publication"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="text_licence",
            field=models.CharField(
                blank=True,
                choices=LICENCES,
                db_default="",
                default="",
                max_length=20,
                verbose_name="licence of the text",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="permission_letter",
            field=models.ForeignKey(
                blank=True,
                help_text="The scan that the city sent with the case, or one among the files.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
                verbose_name="letter of permission",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="reviewed_by",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="For the imprint; name people who have agreed to it.",
                max_length=300,
                verbose_name="reviewed by",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="translated_by",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="For the imprint; name people who have agreed to it.",
                max_length=300,
                verbose_name="translated by",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("text_licence__in", [*(code for code, _ in LICENCES), ""])),
                name="cases_case_licence_known",
                violation_error_message="Choose values from the list only.",
            ),
        ),
    ]
