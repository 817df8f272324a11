"""PostgreSQL keeps no statistics of lexemes and texts: no plan asks for them, as shapes are planned
without their words, and to gather them it would unpack every long value of the index."""

from django.db import migrations

COLUMNS = {
    "search_searchentry": ("head", "whole", "subjects"),
    "search_searchtext": (
        "title_zh_hans",
        "title_en",
        "summary_zh_hans",
        "summary_en",
        "body_zh_hans",
        "body_en",
        "labels",
        "addresses",
    ),
}


def each_column(target):
    return [
        f"ALTER TABLE {table} "
        + ", ".join(f"ALTER COLUMN {column} SET STATISTICS {target}" for column in columns)
        for table, columns in COLUMNS.items()
    ]


class Migration(migrations.Migration):
    dependencies = [("search", "0006_opened_results")]

    operations = [migrations.RunSQL(each_column(0), each_column(-1))]
