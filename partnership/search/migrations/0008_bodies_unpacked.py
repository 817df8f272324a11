"""Bodies that phrases are looked for in: unpacked, and read only where they may have the phrase."""

from django.db import migrations, models

UNPACKED = """
ALTER TABLE search_searchtext ALTER COLUMN body_zh_hans SET STORAGE EXTERNAL,
    ALTER COLUMN body_en SET STORAGE EXTERNAL
"""
PACKED = """
ALTER TABLE search_searchtext ALTER COLUMN body_zh_hans SET STORAGE EXTENDED,
    ALTER COLUMN body_en SET STORAGE EXTENDED
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0007_no_statistics")]

    operations = [
        migrations.AddField(
            model_name="searchtext",
            name="mixes_scripts",
            field=models.BooleanField(
                db_default=True, default=True, verbose_name="both scripts in a text"
            ),
        ),
        migrations.RunSQL(UNPACKED, PACKED),
    ]
