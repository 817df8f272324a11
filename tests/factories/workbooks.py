"""Workbooks of surveys as people send them back."""

import io
from collections.abc import Iterable
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from monitoring.actions import uploads
from monitoring.choices import WorkbookKind
from monitoring.models import SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook.cells import Book
from monitoring.workbook.checking import check
from monitoring.workbook.columns import ANIMALS, COUNTS, SURVEYS
from monitoring.workbook.findings import Finding
from monitoring.workbook.layouts import layout_of
from monitoring.workbook.reading import read
from monitoring.workbook.taking import Taken, take
from monitoring.workbook.template import FIRST, workbook
from partnership.accounts.models import User
from tests.factories.monitoring import EFFORT_AT_SEA, UploadFactory

GOOD: Final = {
    "transect": "CN_XIA_001-A", "surveyed_on": "2026-05-03", "replicate_no": "1",
    "survey_type": "监测", "length_m": "100", "width_m": "30", "lower_size_mm": "25",
    "last_cleaned_on": "2020-04-01", "nothing_found": "否", "leader": "A. Person", "people": "4",
}  # fmt: skip
BEACH: Final = WorkbookKind.BEACH
LETTERS: Final = {
    kind: {column.name: place for place, column in enumerate(layout_of(kind).columns, start=1)}
    for kind in WorkbookKind
}


def fetched(user: User, kind: WorkbookKind = BEACH) -> bytes:
    """Return the empty workbook as `user` fetches it."""
    return workbook(user, layout_of(kind))


def filled(
    user: User,
    surveys: list[dict[str, Any]],
    counts: list[tuple[Any, ...]],
    kind: WorkbookKind = BEACH,
    animals: Iterable[tuple[Any, ...]] = (),
) -> Workbook:
    """Return the workbook `user` fetches, with these rows below the headings."""
    book = load_workbook(io.BytesIO(fetched(user, kind)))
    for title in {SURVEYS, COUNTS, ANIMALS} & set(book.sheetnames):
        book[title].delete_rows(FIRST)
    for number, survey in enumerate(surveys, start=FIRST):
        for name, value in survey.items():
            book[SURVEYS].cell(number, LETTERS[kind][name], value)
    for title, rows in ((COUNTS, counts), (ANIMALS, animals)):
        for number, row in enumerate(rows, start=FIRST):
            for place, value in enumerate(row, start=1):
                book[title].cell(number, place, value)
    return book


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def survey(code: str, **values: Any) -> dict[str, Any]:
    return {"survey_code": code, **GOOD, **values}


def at_sea(kind: WorkbookKind, code: str, **values: Any) -> dict[str, Any]:
    """Return a survey at sea as the workbook of its method holds it."""
    return {
        "survey_code": code, "site": "CN_XIA_001", "surveyed_on": "2026-05-03",
        "survey_type": "monitoring", "length_m": "2000", **EFFORT_AT_SEA[kind.value],
        "nothing_found": "否", "leader": "A. Person", "people": "4", **values,
    }  # fmt: skip


def cell_of(name: str, row: int, kind: WorkbookKind = BEACH) -> str:
    """Return where the field of a survey stands."""
    return f"{get_column_letter(LETTERS[kind][name])}{row}"


HEAD: Final = "survey_code,transect,surveyed_on,length_m,last_cleaned_on,leader,people"
LINE: Final = "S-1,CN_XIA_001-A,2026-05-03,100,2020-04-01,A. Person,4"


def csv(*counts: str, head: str = f"{HEAD},J7,J27", line: str = LINE) -> bytes:
    return "\r\n".join([head, *(f"{line},{each}" for each in counts)]).encode()


def clean(user: User) -> bytes:
    """Return two surveys: twelve bottles and no butts, and one that found nothing."""
    surveys = [
        survey("S-1", weight_kg="3.25", hours="2"),
        survey("S-2", surveyed_on="2026-06-03", nothing_found="是", is_cleaning_unknown="否"),
    ]
    return saved(filled(user, surveys, [("S-1", "J7", 12), ("S-1", "J27", "0"), ("S-1", "J175")]))


def book_of(
    content: bytes,
    name: str = "surveys.xlsx",
    own: dict[str, str] | None = None,
    kind: WorkbookKind = BEACH,
) -> Book:
    """Return what was read of a file; one without a stamp is taken for one of `kind`."""
    return read(content, name, layout_of(kind), own)


def findings_of(
    content: bytes, user: User, name: str = "surveys.xlsx", kind: WorkbookKind = BEACH
) -> list[Finding]:
    return check(book_of(content, name, kind=kind), by=user).findings


def taken(content: bytes, user: User, **options: bool) -> list[Taken]:
    return take(check(book_of(content), by=user), by=user, **options)


def sent(
    client: Client,
    content: bytes,
    name: str = "surveys.xlsx",
    kind: WorkbookKind = BEACH,
    **data: str,
) -> str:
    """Send a file by the form; return the address of its page."""
    file = SimpleUploadedFile(name, content)
    answer = client.post(reverse("monitoring:workbook-of", args=[kind]), {"file": file, **data})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def uploaded(
    client: Client,
    content: bytes,
    name: str = "surveys.xlsx",
    kind: WorkbookKind = BEACH,
    **data: str,
) -> str:
    """Send a file and let a worker read it; return the address of its page."""
    address = sent(client, content, name, kind, **data)
    read_uploads()
    return address


def kept_file(user: User, unit: SamplingUnit, content: bytes = b"x", **values: Any) -> Upload:
    """Keep a file of `user` in any state."""
    return UploadFactory(
        sent_by=user, organisation=unit.site.organisation, content=content, **values
    )


def send(user: User, unit: SamplingUnit, content: bytes) -> Upload:
    """Send a file for the organisation of `unit`, as the form does."""
    file = ContentFile(content, "surveys.xlsx")
    return uploads.send(
        file, kind=BEACH, organisation=unit.site.organisation, by=user, language="en"
    )
