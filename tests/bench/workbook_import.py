"""`python -m tests.bench.workbook_import`: XLSX files of 5,000 and 50,000 counts taken in as a worker
does, from the bytes to drafts; beside them, in the same run, COPY of the same rows into an indexed table
with foreign keys, and django-import-export's own import of the smaller file. `--write` keeps it in docs/.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.bench import report
from tests.bench.registration_export import database

ITEMS = 100  # counted in each survey
SIZES = {5_000: 1.0, 50_000: 5.0}  # rows of counts, seconds at most
MOST_MIB = 150
MOST_COPIES = 5  # times as long as COPY
TIMES = 3
FIRST = date(2020, 1, 1)
HEAD = "| Rows of counts | Way | median s | slowest s | COPY = 1 | memory MiB | wanted |"
Row = tuple[str, str, int]


def rows_of(count: int) -> list[Row]:
    """Return rows of counts: for each survey each item, a third of them none."""
    return [
        (f"S-{survey}", f"J{item}", survey + item if item % 3 else 0)
        for survey in range(count // ITEMS)
        for item in range(ITEMS)
    ]


def fill() -> tuple[Any, Any]:
    """Make the list of items, a transect and who hands its surveys in."""
    from partnership.accounts.models import User
    from tests.factories.monitoring import SamplingUnitFactory, SurveySiteFactory, form_list
    from tests.factories.reference import LitterItemFactory
    from tests.factories.submissions import speaking

    joint = form_list()
    joint.items.filter(is_recordable=True).delete()
    for number in range(ITEMS):
        LitterItemFactory(item_list=joint, code=f"J{number}", type_code="pl_fc_")
    user = User.objects.create_user("surveyor@example.org")
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(user).organisation)
    return user, SamplingUnitFactory(site=site)


def workbook_of(user: Any, rows: list[Row]) -> bytes:
    from tests.factories.workbooks import filled, saved, survey

    codes = dict.fromkeys(code for code, _item, _count in rows)
    surveys = [
        survey(code, surveyed_on=(FIRST + timedelta(days=number)).isoformat(),
               last_cleaned_on="2019-01-01")
        for number, code in enumerate(codes)
    ]  # fmt: skip
    return saved(filled(user, surveys, list(rows)))


def take_in(content: bytes, user: Any, unit: Any) -> None:
    """Send a file and let a worker read it, check it and store its drafts."""
    from monitoring.actions import uploads
    from tests.factories.workbooks import send

    upload = send(user, unit, content)
    uploads.read_next()
    upload.refresh_from_db()
    if upload.state != "taken":
        raise RuntimeError(f"{upload.state}: {upload.failure} {upload.findings[:3]}")


def forget() -> None:
    """Delete the drafts, so that the next turn makes them anew."""
    from monitoring.models import SurveySubmission, Upload
    from partnership.review.models import Submission

    for model in (SurveySubmission, Submission, Upload):
        model.objects.all().delete()


def copy(rows: list[Row]) -> None:
    """Write the rows by COPY, in a transaction of its own."""
    from django.db import connection, transaction

    text = "".join(f"{code[2:]}\t{item}\t{count}\n" for code, item, count in rows)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.copy_expert("COPY bench_counts (survey, item, count) FROM STDIN", io.StringIO(text))


def make_table() -> None:
    from django.db import connection

    surveys = max(SIZES) // ITEMS
    with connection.cursor() as cursor:
        cursor.execute(f"""
            CREATE TABLE bench_surveys AS SELECT * FROM generate_series(0, {surveys}) AS id;
            CREATE TABLE bench_items AS SELECT 'J' || n AS code FROM generate_series(0, {ITEMS}) n;
            ALTER TABLE bench_surveys ADD PRIMARY KEY (id);
            ALTER TABLE bench_items ADD PRIMARY KEY (code);
            CREATE TABLE bench_counts (id serial PRIMARY KEY, survey int REFERENCES bench_surveys,
                item text REFERENCES bench_items, count int, UNIQUE (survey, item));
        """)  # noqa: S608 - numbers of ours


def empty_table() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE bench_counts")


def by_import_export(rows: list[Row], unit: Any) -> float:
    """Return the seconds of django-import-export as it comes, with keys looked up by code."""
    import tablib
    from django.db import transaction
    from import_export import fields, resources
    from import_export.widgets import ForeignKeyWidget

    from monitoring.models import LitterCount, Survey
    from partnership.reference.models import LitterItem
    from tests.factories.monitoring import SurveyFactory

    class Counts(resources.ModelResource):
        survey = fields.Field("survey", "survey", ForeignKeyWidget(Survey, "remarks"))
        item = fields.Field("item", "item", ForeignKeyWidget(LitterItem, "code"))

        class Meta:
            model = LitterCount
            fields = ("survey", "item", "count")
            import_id_fields = ("survey", "item")

    table = tablib.Dataset(*rows, headers=["survey", "item", "count"]).export("xlsx")
    with transaction.atomic():
        item_list = LitterItem.objects.filter(code="J0")[0].item_list
        for number, code in enumerate(dict.fromkeys(row[0] for row in rows)):
            day = FIRST + timedelta(days=number)
            SurveyFactory(unit=unit, surveyed_on=day, remarks=code, item_list=item_list)
        start = time.perf_counter()
        result = Counts().import_data(tablib.Dataset().load(table, "xlsx"), raise_errors=True)
        spent = time.perf_counter() - start
        if result.totals["new"] != len(rows):
            raise RuntimeError(str(result.totals))
        transaction.set_rollback(True)
    return spent


def timed(work: Callable[[], None], tidy: Callable[[], None]) -> list[float]:
    """Return the seconds of each turn after one for warmth."""
    spent = []
    for _turn in range(TIMES + 1):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
        tidy()
    return spent[1:]


def memory_of(file: Path) -> float:
    """Return by how many MiB a process of its own grows at most while it takes the file in."""
    command = [sys.executable, "-m", "tests.bench.workbook_import", "--child", str(file)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def child(file: str) -> None:
    """Take one file in and print the growth of the process: a worker that has done nothing yet."""
    import django

    django.setup()
    from monitoring.models import SamplingUnit
    from partnership.accounts.models import User

    user = User.objects.get(email="surveyor@example.org")
    unit = SamplingUnit.objects.get(site__code="CN_XIA_001")
    content = Path(file).read_bytes()
    before = _status("VmRSS")
    take_in(content, user, unit)
    sys.stdout.write(f"{(_status('VmHWM') - before) / 1024:.0f}")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def measured(folder: Path, sizes: list[int]) -> Iterator[str]:
    """Measure, and yield the figures as a table."""
    user, unit = fill()
    make_table()
    yield HEAD
    yield "|---:|---|---:|---:|---:|---:|---|"
    for count in sizes:
        wanted = SIZES[count]
        rows = rows_of(count)
        content = workbook_of(user, rows)
        file = folder / f"{count}.xlsx"
        file.write_bytes(content)
        plain = timed(lambda: copy(rows), empty_table)  # noqa: B023 - called at once
        base = statistics.median(plain)
        yield line(count, "COPY", plain, base, "", "")
        whole = timed(lambda: take_in(content, user, unit), forget)  # noqa: B023
        grown = f"{memory_of(file):.0f}"
        forget()
        aims = f"{wanted:g} s, {MOST_COPIES} times COPY, {MOST_MIB} MiB"
        yield line(count, "workbook to drafts", whole, base, grown, aims)
        if count == min(SIZES):
            other = by_import_export(rows, unit)
            aims = f"{other / statistics.median(whole):.0f} times the workbook; at least 50"
            yield line(count, "django-import-export", [other], base, "", aims)


def line(count: int, way: str, spent: list[float], base: float, memory: str, wanted: str) -> str:
    middle = statistics.median(spent)
    figures = f"{middle:.2f} | {max(spent):.2f} | {middle / base:.1f} | {memory}"
    return f"| {count:,} | {way} | {figures} | {wanted} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="also into docs/")
    parser.add_argument("--rows", type=int, nargs="*", choices=SIZES, help="one size only")
    parser.add_argument("--child", default="", help="take this file in and print the growth")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    if asked.child:
        child(asked.child)
        return
    with database() as address:
        os.environ["DATABASE_URL"] = address
        said = _run(asked.rows or list(SIZES))
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-workbook.md"
        file.write_text("\n".join(said) + "\n", "utf-8")


def _figures(folder: Path, sizes: list[int]) -> Iterator[str]:
    yield f"{report.machine()}, {TIMES} turns. {report.load()}"
    yield ""
    yield from measured(folder, sizes)


def _run(sizes: list[int]) -> list[str]:
    import tempfile

    import django

    django.setup()
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for text in _figures(Path(folder), sizes):
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
            said.append(text)
    django.db.connections.close_all()
    return said


if __name__ == "__main__":
    main()
