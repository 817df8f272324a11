"""`python -m tests.bench.translation_matrix`: the matrix of translations at 5,000 cases, and what
following a text costs a save.

Every case gets its eleven texts and those of its building blocks, more than twenty each, in states
that differ. Pages are asked for in process, by a signed-in person, twenty times after two for
warmth. `--here` measures DATABASE_URL as it is; `--write` keeps the table in docs/.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

from tests.bench import report
from tests.bench.collections import collections, manage
from tests.bench.staff_lists import processor_time

SIZE = 5_000
TIMES = 20
PAGES = {
    "first page": "",
    "page 50": "p=50",
    "out of date": "state=stale",
    "out of date for over 14 days": "late=1",
    "given to me": "mine=1",
    "words of a title": "q=塑料",
}
HEAD = "| Matrix of translations | p50 ms | p95 ms | CPU ms | queries |\n|---|---:|---:|---:|---:|"
SAVES = "| Save of a case | with states, ms | without, ms |\n|---|---:|---:|"
LINES = """
INSERT INTO translations_translatedobject (kind, content_type_id, object_id, source_language,
    title_zh_hans, title_en, is_public, missing, draft, in_review, approved, stale, not_needed,
    warnings)
SELECT 'case', %(case)s, id, 'zh-hans', title_zh_hans, title_en, true, 0, 0, 0, 0, 0, 0, 0
FROM cases_case ON CONFLICT DO NOTHING
"""
UNITS = """
INSERT INTO translations_translationunit (created_at, updated_at, translated_id, content_type_id,
    object_id, field, language, state, source_hash, source_text, text_hash, source_now, text_now,
    is_behind, is_excused, draft, draft_source, is_submitted, warnings, note, stale_since)
SELECT now(), now(), line.id, %(type)s, row.id, field, 'en', state, 'a', '', 'b', 'a', 'b', false,
    false, '', '', false, 0, '', CASE state WHEN 'stale' THEN now() - n * interval '1 day' END
FROM {table} row JOIN translations_translatedobject line
    ON line.kind = 'case' AND line.object_id = row.{owner},
    unnest(%(fields)s) WITH ORDINALITY AS fields (field, place),
    LATERAL (SELECT (row.id + place) %% 30 AS n) counted,
    LATERAL (SELECT CASE n WHEN 0 THEN 'stale' WHEN 1 THEN 'draft' WHEN 2 THEN 'missing'
        ELSE 'approved' END AS state) judged
ON CONFLICT DO NOTHING
"""


def fill() -> int:
    """Give every case its states by statements; return how many texts there are."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection

    from partnership.translations import following
    from partnership.translations.declared import of_kind
    from partnership.translations.models import TranslatedObject, TranslationUnit

    kind = of_kind("case")
    with connection.cursor() as cursor:
        cursor.execute(LINES, {"case": ContentType.objects.get_for_model(kind.model).pk})
        for part in kind.parts[:2]:
            statement = UNITS.format(table=part.model._meta.db_table, owner=part.owner or "id")
            content_type = ContentType.objects.get_for_model(part.model).pk
            cursor.execute(statement, {"type": content_type, "fields": list(part.fields)})
        following.recount(TranslatedObject.objects.values_list("pk", flat=True))
        cursor.execute("ANALYZE")
    return TranslationUnit.objects.count()


def rows() -> Iterator[str]:
    """Yield the lines of the first table."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from partnership.accounts.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(email="demo.secretariat@example.org"))
    for name, query in PAGES.items():
        address = f"/admin/translations/translatedobject/?kind=case&{query}"
        p50, p95, cpu = measured(lambda address=address: client.get(address))  # type: ignore[misc]
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}.")
        yield f"| {name} | {p50:.0f} | {p95:.0f} | {cpu:.0f} | {len(queries)} |"


def saves() -> Iterator[str]:
    """Yield the lines of the second table: one case, saved again and again."""
    from django.db import transaction
    from django.db.models.signals import post_save

    from cases.models import Case
    from partnership.translations import watching

    case = Case.objects.published().order_by("pk")[0]

    def same() -> None:
        with transaction.atomic():
            case.save()

    def other() -> None:
        case.background_zh_hans += "。"
        same()

    for name, save in (("no text changed", same), ("one text changed", other)):
        following = measured(save)[0]
        post_save.disconnect(watching.saved, sender=Case, dispatch_uid="translations:cases.case")
        without = measured(save)[0]
        post_save.connect(watching.saved, sender=Case, dispatch_uid="translations:cases.case")
        yield f"| {name} | {following:.1f} | {without:.1f} |"


def measured(deed: Callable[[], object]) -> tuple[float, float, float]:
    """Return median and 95th percentile of the time, and processor time, in milliseconds."""
    spent, cpu = [], 0.0
    for turn in range(TIMES + 2):
        if turn == 2:
            cpu = processor_time()
        start = time.perf_counter()
        deed()
        spent.append((time.perf_counter() - start) * 1000)
    cpu = (processor_time() - cpu) * 1000 / TIMES
    warm = spent[2:]
    return statistics.median(warm), statistics.quantiles(warm, n=20, method="inclusive")[-1], cpu


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--here", action="store_true", help="measure DATABASE_URL as it is")
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")

    here = nullcontext({SIZE: os.environ.get("DATABASE_URL", "")})
    with here if asked.here else collections([SIZE]) as databases:
        os.environ["DATABASE_URL"] = databases[SIZE]
        manage(databases[SIZE], "collectstatic", "--no-input", "--verbosity", "0")
        import django

        django.setup()
        texts = fill()
        lines = [f"{report.machine()}, {SIZE:,} cases, {texts:,} texts. {report.load()}", "", HEAD]
        lines += [*rows(), "", SAVES, *saves()]
    sys.stdout.write("\n".join(lines) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-translations.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
