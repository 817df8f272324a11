"""What pages and memory do while hostile files arrive: `python -m tests.bench.hostile_uploads`.

A portal of its own with the demo content; an official sends every file of
`tests/partnership/documents/hostile.py` to her draft, several at a time and more than once, while
visitors ask for pages. Memory is the web server's with all its children, measured all the while.
It ends with 1 where one of the figures that are asked for is missed, and says which.
"""

import os
import statistics
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django

from embedded import services
from tests.bench.visiting import MEBIBYTE, Visitor, Watch, resident, watched, web_server
from tests.browser import server

DRAFT = uuid.uuid5(uuid.UUID("5b0c3f7e-6c8f-4d7a-9a63-2f6d3c1b7a10"), "estuary-boom")
PAGES = ("/zh-hans/", "/en/cases/", "/en/search/?q=mangrove", "/en/accounts/login/")
AT_ONCE, TIMES = 3, 2  # files on their way, and how often each is sent
STATES = "SELECT state, count(*) FROM documents_storedfile GROUP BY state"
# What is asked for: at least so many files, each answered in time, and what it may cost.
LEAST_FILES, LONGEST_ANSWER, MOST_MEMORY, LATEST_PAGE = 40, 2.0, 150, 1.0  # seconds, MiB, seconds


@dataclass(frozen=True)
class Findings:
    """What a run showed. Times are in seconds, memory in MiB; `taken` and `waiting` are files that were
    not refused, `may_be_taken` those of which only the hostile part has to go."""

    sent: dict[int, int]  # how often each status was answered
    slowest: float
    taken: int
    may_be_taken: int
    waiting: int
    pages: dict[int, int]
    times: tuple[float, float, float]  # of pages: median, 95th percentile, worst
    before: float
    grown: float

    def misses(self) -> Iterator[str]:
        """Yield what was asked for and not kept."""
        files, faults = sum(self.sent.values()), _faults(self.sent) + _faults(self.pages)
        if files < LEAST_FILES:
            yield f"{files} files were sent, {LEAST_FILES} are asked for"
        if faults:
            yield f"{faults} answers are server errors"
        if self.waiting or self.taken > self.may_be_taken:
            yield f"{self.waiting} files wait and {self.taken} were taken, of {self.may_be_taken} that may be"
        if self.slowest > LONGEST_ANSWER:
            yield f"one answer took {self.slowest:.1f} s, {LONGEST_ANSWER:.0f} s are allowed"
        if self.grown > MOST_MEMORY:
            yield f"memory grew by {self.grown:.0f} MiB, {MOST_MEMORY} are allowed"
        if not self.pages or self.times[1] >= LATEST_PAGE:
            yield f"pages took {self.times[1]:.2f} s at the 95th percentile, under {LATEST_PAGE:.0f} is asked for"

    def __str__(self) -> str:
        median, late, worst = (f"{seconds * 1000:.0f} ms" for seconds in self.times)
        return (
            f"{sum(self.sent.values())} hostile files, {AT_ONCE} at a time; answers {self.sent}, the "
            f"slowest in {self.slowest * 1000:.0f} ms; {self.taken} taken without their hostile part, "
            f"{self.waiting} waiting\n"
            f"{sum(self.pages.values())} pages meanwhile; answers {self.pages}; median {median}, p95 "
            f"{late}, worst {worst}\n"
            f"memory of the web server and the processes that check: {self.before:.0f} MiB before, at "
            f"most {self.grown:.0f} MiB more\n"
        )


def _faults(answers: dict[int, int]) -> int:
    return sum(count for status, count in answers.items() if status >= 500)


def measure(portal: str) -> Findings:
    from partnership.accounts.demo import PEOPLE  # the settings read what main() has set
    from tests.partnership.documents.hostile import FILES

    official = next(person for person in PEOPLE if person.key == "member.zh")
    sender = Visitor(portal)
    sender.sign_in(official.email, official.password)
    path = f"/en/submissions/{DRAFT}/files/"
    token = sender.token(path)
    for page in PAGES * 5:
        sender.ask(page)
    pid, watch, states = web_server(), Watch(PAGES), Counter(dict(server.rows(STATES)))
    before = resident(pid)
    with watched(watch, pid, portal), ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda file: timed(sender, path, token, file), FILES * TIMES))
    kept = Counter(dict(server.rows(STATES))) - states
    times = sorted(watch.times) or [0.0]
    return Findings(
        sent=dict(Counter(status for status, _seconds in answers)),
        slowest=max(seconds for _status, seconds in answers),
        taken=kept["available"],
        may_be_taken=sum(file.cause is None for file in FILES) * TIMES,
        waiting=kept["quarantined"],
        pages=dict(watch.statuses),
        times=(statistics.median(times), times[int(len(times) * 0.95)], times[-1]),
        before=before / MEBIBYTE,
        grown=(watch.peak - before) / MEBIBYTE,
    )


def timed(sender: Visitor, path: str, token: str, file: Any) -> tuple[int, float]:
    began = time.perf_counter()
    typed = {"csrfmiddlewaretoken": token, "role": "picture", "picture-licence": "cc0"}
    status, _page = sender.send(path, typed, "picture-upload", file.name, file.make())
    return status, time.perf_counter() - began


def main() -> int:
    with services.ensure(purpose="test") as addresses, tempfile.TemporaryDirectory() as folder:
        os.environ.update(addresses)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.test")
        django.setup()
        with server.portal(Path(folder) / "web.log") as portal:
            found = measure(portal)
    missed = list(found.misses())
    sys.stdout.write(f"{found}" + "".join(f"Missed: {sentence}.\n" for sentence in missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
