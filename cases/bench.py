"""Many cases for measurements: copies of the public ones, made by the database itself.

Copies bear numbers of the year 0000 and titles that begin with “Bench case”, so that they are
seen for what they are and can be taken out again.
"""

from collections.abc import Mapping

from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from cases.models import (
    BuildingBlock,
    Case,
    CasePartner,
    CasePlace,
    CaseSource,
    IndicatorRow,
    MoneyRow,
)
from partnership.core import languages

PREFIX = "CN-AS-0000-"

# Which columns differ from the copied row; `n` is the running number, `old` the copied row.
CASE_COLUMNS = {
    "number": f"'{PREFIX}' || lpad(n::text, 6, '0')",
    **{
        languages.column(name, language): value
        for language, case, short in (
            (languages.CHINESE, "测试案例", "bench-zh-"),
            (languages.ENGLISH, "Bench case ", "bench-"),
        )
        for name, value in (
            ("slug", f"'{short}' || n"),
            (
                "title",
                f"'{case}' || n || ' ' || left(old.{languages.column('title', language)}, 180)",
            ),
            ("short_title", f"'{case}' || n"),
        )
    },
    "slug": "'bench-zh-' || n",
    "title": "'测试案例' || n",
    "short_title": "'测试案例' || n",
    "is_demo": "TRUE",
    "public_since": "old.public_since - n * interval '1 minute'",
}
SOURCE_OF_COPY = """
    (SELECT fresh.id FROM cases_casesource fresh JOIN cases_casesource was ON fresh.key = was.key
     WHERE fresh.case_id = new.id AND was.id = old.source_id)
"""


@transaction.atomic
def make(number: int) -> int:
    """Copy the public cases round and round until there are `number` copies; return how many."""
    remove()
    originals = Case.objects.published().exclude(number__startswith=PREFIX)
    templates = list(originals.order_by("pk").values_list("pk", flat=True))
    if not templates:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_insert(Case, CASE_COLUMNS)} FROM generate_series(1, %s) n"
            " JOIN cases_case old ON old.id = (%s)[1 + n %% %s]",
            [number, templates, len(templates)],
        )
        cursor.execute("ANALYZE cases_case")  # else the joins below are planned for an empty table
        for model in (CaseSource, CasePlace, CasePartner, BuildingBlock, IndicatorRow, MoneyRow):
            changed = {"case_id": "new.id"}
            if any(field.attname == "source_id" for field in model._meta.concrete_fields):
                changed["source_id"] = SOURCE_OF_COPY
            _copy_rows(cursor, model, changed, templates)
        _copy_rows(cursor, Case.themes.through, {"case_id": "new.id"}, templates)
    return number


def remove() -> int:
    """Delete the copies and their rows; return how many cases went."""
    copies = Case.objects.filter(number__startswith=PREFIX)
    count = copies.count()
    with connection.cursor() as cursor:
        for model in (
            IndicatorRow, MoneyRow, CaseSource, CasePlace, CasePartner, BuildingBlock,
            Case.themes.through,
        ):  # fmt: skip
            cursor.execute(
                f"DELETE FROM {model._meta.db_table} WHERE case_id IN"  # noqa: S608
                " (SELECT id FROM cases_case WHERE number LIKE %s)",
                [f"{PREFIX}%"],
            )
        cursor.execute("DELETE FROM cases_case WHERE number LIKE %s", [f"{PREFIX}%"])
    return count


def _insert(model: type[models.Model], changed: Mapping[str, str]) -> str:
    columns = [str(field.column) for field in model._meta.concrete_fields if not field.primary_key]
    values = ", ".join(changed.get(column, f'old."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values}"


def _copy_rows(
    cursor: CursorWrapper,
    model: type[models.Model],
    changed: Mapping[str, str],
    templates: list[int],
) -> None:
    """Give every copy the rows of the case it was copied from."""
    cursor.execute(
        f"{_insert(model, changed)} FROM cases_case new"
        f" JOIN {model._meta.db_table} old"
        " ON old.case_id = (%s)[1 + right(new.number, 6)::int %% %s]"
        " WHERE new.number LIKE %s",
        [templates, len(templates), f"{PREFIX}%"],
    )
