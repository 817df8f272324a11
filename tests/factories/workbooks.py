"""Workbooks of surveys as people send them back."""

import io
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from monitoring.actions import uploads
from monitoring.models import SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook.checking import check
from monitoring.workbook.columns import COUNTS, SURVEY_COLUMNS, SURVEYS
from monitoring.workbook.findings import Finding
from monitoring.workbook.reading import read
from monitoring.workbook.taking import Taken, take
from monitoring.workbook.template import FIRST, workbook
from partnership.accounts.models import User
from tests.factories.monitoring import UploadFactory

GOOD: Final = {
    "transect": "CN_XIA_001-A", "surveyed_on": "2026-05-03", "replicate_no": "1",
    "survey_type": "监测", "length_m": "100", "width_m": "30", "lower_size_mm": "25",
    "last_cleaned_on": "2020-04-01", "nothing_found": "否", "leader": "A. Person", "people": "4",
}  # fmt: skip
LETTERS: Final = {column.name: place for place, column in enumerate(SURVEY_COLUMNS, start=1)}


def filled(user: User, surveys: list[dict[str, Any]], counts: list[tuple[Any, ...]]) -> Workbook:
    """Return the workbook `user` fetches, with these rows below the headings."""
    book = load_workbook(io.BytesIO(workbook(user)))
    for title in (SURVEYS, COUNTS):
        book[title].delete_rows(FIRST)
    for number, survey in enumerate(surveys, start=FIRST):
        for name, value in survey.items():
            book[SURVEYS].cell(number, LETTERS[name], value)
    for number, row in enumerate(counts, start=FIRST):
        for place, value in enumerate(row, start=1):
            book[COUNTS].cell(number, place, value)
    return book


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def survey(code: str, **values: Any) -> dict[str, Any]:
    return {"survey_code": code, **GOOD, **values}


def cell_of(name: str, row: int) -> str:
    """Return where the field of a survey stands."""
    return f"{chr(64 + LETTERS[name])}{row}"


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


def findings_of(content: bytes, user: User, name: str = "surveys.xlsx") -> list[Finding]:
    return check(read(content, name), by=user).findings


def taken(content: bytes, user: User, **options: bool) -> list[Taken]:
    return take(check(read(content, "surveys.xlsx"), by=user), by=user, **options)


def sent(client: Client, content: bytes, name: str = "surveys.xlsx", **data: str) -> str:
    """Send a file by the form; return the address of its page."""
    file = SimpleUploadedFile(name, content)
    answer = client.post(reverse("monitoring:workbook"), {"file": file, **data})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def uploaded(client: Client, content: bytes, name: str = "surveys.xlsx", **data: str) -> str:
    """Send a file and let a worker read it; return the address of its page."""
    address = sent(client, content, name, **data)
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
    return uploads.send(file, organisation=unit.site.organisation, by=user, language="en")
