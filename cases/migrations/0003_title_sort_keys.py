"""Store the order of titles: pinyin for Chinese readers, letters for English ones."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from partnership.reference.sort_keys import chinese_sort_key, english_sort_key


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Case = apps.get_model("cases", "Case")
    for key, chinese, english in Case.objects.values_list("pk", "title_zh_hans", "title_en"):
        keys = {
            "sort_key_zh": chinese_sort_key(chinese),
            "sort_key_en": english_sort_key(english),
        }
        Case.objects.filter(pk=key).update(**keys)


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0002_source_of_the_same_case"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="sort_key_en",
            field=models.CharField(
                db_collation="C",
                default="",
                editable=False,
                max_length=1400,
                verbose_name="English sort key",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="sort_key_zh",
            field=models.CharField(
                db_collation="C",
                default="",
                editable=False,
                max_length=1400,
                verbose_name="Chinese sort key",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["sort_key_zh", "id"], name="cases_case_title_zh"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["sort_key_en", "id"], name="cases_case_title_en"),
        ),
    ]
