"""What pages do while large workbooks are read: `python -m tests.bench.large_workbooks`.

A portal of its own with the demo content; an official sends a workbook of 50,000 counts, and one of
5,000 in which a row is hidden, so that the slower reader takes it, and a worker reads them while
visitors ask for pages, each several times. Then the pages of a report on the whole region: the first
answer of a server that has just begun, and those after it. It ends with 1 where one of the figures that
are asked for is missed, and says which.
"""

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import django

from embedded import services
from tests.bench.visiting import Visitor, Watch, watched, web_server
from tests.browser import server

PAGES = (
    "/zh-hans/",
    "/en/monitoring/",
    "/zh-hans/monitoring/cities/",
    "/en/monitoring/sites/",
    "/en/search/?q=mangrove",
    "/en/accounts/login/",
)
UPLOAD = "/en/monitoring/workbook/"
TRANSECT = "CN_XIA_001-A"
ITEMS = 100  # counted in each survey
FIRST_DAY = date(2010, 1, 1)  # long before the demo's surveys
READ = "from monitoring.tasks import read_uploads; read_uploads()"
CODES = """
    SELECT item.code FROM reference_litteritem item
    JOIN reference_itemlist list ON list.id = item.item_list_id
    WHERE list.code = 'eu-joint' AND item.is_recordable ORDER BY item.position LIMIT %s
"""
STATE = "SELECT state, attempts FROM monitoring_upload ORDER BY id DESC LIMIT 1"
LATEST_PAGE = 1.0  # seconds, at the 95th percentile
COLD, WARM, TURNS = 2.0, 0.3, 5  # seconds for the page of a report, and how often it is asked for


@dataclass(frozen=True)
class Findings:
    """What was seen while one file was read. Times are in seconds."""

    name: str
    state: str
    wanted_state: str
    read_in: float
    pages: dict[int, int]
    times: list[float]

    @property
    def late(self) -> float:
        return self.times[int(len(self.times) * 0.95)]

    def misses(self) -> Iterator[str]:
        """Yield what was asked for and not kept."""
        if self.state != self.wanted_state:
            yield f"{self.name}: {self.state}, and not {self.wanted_state}"
        if faults := sum(count for status, count in self.pages.items() if status >= 500):
            yield f"{self.name}: {faults} answers are server errors"
        if self.late >= LATEST_PAGE:
            yield f"{self.name}: pages took {self.late:.2f} s at the 95th percentile"

    def __str__(self) -> str:
        median, late, worst = (
            f"{1000 * seconds:.0f} ms"
            for seconds in (statistics.median(self.times), self.late, self.times[-1])
        )
        return (
            f"{self.name}: {self.state} after {self.read_in:.1f} s with the start of the worker; "
            f"{sum(self.pages.values())} pages meanwhile, answers {self.pages}, median {median}, "
            f"p95 {late}, worst {worst}"
        )


def filled(content: bytes, codes: list[str], surveys: int, *, hides: bool) -> bytes:
    """Return the fetched workbook with so many surveys of all `codes`."""
    from openpyxl import load_workbook

    from tests.factories.workbooks import BEACH, COUNTS, FIRST, LETTERS, SURVEYS, survey

    book = load_workbook(io.BytesIO(content))
    for title in (SURVEYS, COUNTS):
        book[title].delete_rows(FIRST)
    for number in range(surveys):
        day = FIRST_DAY + timedelta(days=number)
        told = {"transect": TRANSECT, "last_cleaned_on": "2009-06-01", "reason": "A bench."}
        values = survey(f"S-{number}", surveyed_on=day.isoformat(), **told)
        for name, value in values.items():
            book[SURVEYS].cell(FIRST + number, LETTERS[BEACH][name], value)
        for place, code in enumerate(codes):
            row = FIRST + number * len(codes) + place
            for column, value in enumerate(
                (f"S-{number}", code, 1 + (number + place) % 7), start=1
            ):
                book[COUNTS].cell(row, column, value)
    book[COUNTS].row_dimensions[FIRST + 1].hidden = hides
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def follow(portal: str, sender: Visitor, name: str, content: bytes, wanted: str) -> Findings:
    """Send a file and watch the pages until a worker is done with it."""
    typed = {"csrfmiddlewaretoken": sender.token(UPLOAD)}
    status, _page = sender.send(UPLOAD, typed, "file", "surveys.xlsx", content)
    assert status == 302, status
    watch, began = Watch(PAGES), time.perf_counter()
    with watched(watch, web_server(), portal):
        server.manage("shell", "--no-imports", "--command", READ)
    spent = time.perf_counter() - began
    state, _attempts = server.rows(STATE)[0]
    return Findings(name, state, wanted, spent, dict(watch.statuses), sorted(watch.times))


def measure(portal: str) -> Iterator[Findings]:
    from partnership.accounts.demo import PEOPLE  # the settings read what main() has set

    official = next(person for person in PEOPLE if person.key == "member.zh")
    sender = Visitor(portal)
    sender.sign_in(official.email, official.password)
    for page in PAGES * 5:
        sender.ask(page)
    codes = [code for (code,) in server.rows(CODES, ITEMS)]
    empty = sender.ask(f"{UPLOAD}beach-survey.xlsx")[1]
    large = filled(empty, codes, 500, hides=False)
    yield follow(portal, sender, "50,000 counts", large, "taken")
    odd = filled(empty, codes, 50, hides=True)
    yield follow(portal, sender, "5,000 counts, a row hidden", odd, "faulty")


def report(portal: str) -> tuple[float, float]:
    """Return how long the page of a report on the region takes, first and after that (median)."""
    visitor = Visitor(portal)
    number = server.rows("SELECT number FROM monitoring_monitoringreport WHERE place_id IS NULL")[
        0
    ][0]
    spent = []
    for _turn in range(TURNS + 1):
        began = time.perf_counter()
        status, _page = visitor.ask(f"/en/monitoring/reports/{number}/")
        spent.append(time.perf_counter() - began)
        assert status == 200, status
    return spent[0], statistics.median(spent[1:])


def main() -> int:
    missed: list[str] = []
    with services.ensure(purpose="test") as addresses, tempfile.TemporaryDirectory() as folder:
        os.environ.update(addresses)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.test")
        django.setup()
        with server.portal(Path(folder) / "web.log") as portal:
            cold, warm = report(portal)
            sys.stdout.write(
                f"page of a report on the region: {1000 * cold:.0f} ms at first, {1000 * warm:.0f} ms then\n"
            )
            if cold >= COLD or warm >= WARM:
                missed.append(f"a report took {cold:.2f} s at first and {warm:.2f} s then")
            for found in measure(portal):
                sys.stdout.write(f"{found}\n")
                missed += found.misses()
    sys.stdout.writelines(f"Missed: {sentence}.\n" for sentence in missed)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
