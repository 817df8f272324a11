"""People who ask for an account by the public form, and press again when no answer comes.

Each request for membership tells one colleague of the secretariat by mail, in the same
transaction, so a form that is lost or doubled shows in the mails as well.
"""

import http.client
import queue
import statistics
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests import tickets

PATH = "/en/join/"
TOKEN = "d" * 32  # of the protection against forged forms: cookie and field only have to agree
TIME_OUT = 15.0  # seconds a visitor waits for an answer
PAUSE = 0.5  # before pressing again
AT_ONCE = 3
PATIENCE = 120.0
WARM = 12


@dataclass
class Visit:
    """A filled form; `acknowledged` when the portal has said that it has it."""

    number: int
    fields: dict[str, str]
    acknowledged: bool = False

    @property
    def reference(self) -> str:
        ticket = tickets.Ticket.read(self.fields["ticket"], "join")
        assert ticket is not None
        return ticket.nonce


@dataclass
class Visitors:
    """`count` forms over `seconds`. `times` are seconds from request to answer, with their moment."""

    address: str
    count: int
    seconds: float
    visits: list[Visit] = field(default_factory=list)
    times: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.work: queue.SimpleQueue[Visit | None] = queue.SimpleQueue()
        for number in range(self.count):
            visit = Visit(number, filled(number))
            self.visits.append(visit)
            self.work.put(visit)
        self.threads = [threading.Thread(target=self._run, daemon=True) for _n in range(AT_ONCE)]

    def warm_up(self) -> None:
        """Let the web server load what its first answers need."""
        for _n in range(WARM):
            self._ask("GET", None)

    def start(self) -> None:
        self.started = time.monotonic()
        for thread in self.threads:
            self.work.put(None)
            thread.start()

    def wait(self) -> None:
        for thread in self.threads:
            thread.join(PATIENCE)

    @property
    def acknowledged(self) -> list[Visit]:
        return [visit for visit in self.visits if visit.acknowledged]

    def p95(self, begin: float, end: float) -> float:
        """Return the 95th percentile (seconds) of what was asked for in that time."""
        times = [spent for at, spent in self.times if begin <= at <= end]
        return statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else 0.0

    def _run(self) -> None:
        while (visit := self.work.get()) is not None:
            due = self.started + self.seconds * visit.number / self.count
            time.sleep(max(0.0, due - time.monotonic()))
            self._insist(visit)

    def _insist(self, visit: Visit) -> None:
        end = time.monotonic() + PATIENCE
        while not visit.acknowledged and time.monotonic() < end:
            if self._ask("GET", None) == http.HTTPStatus.OK:
                visit.acknowledged = self._ask("POST", visit.fields) == http.HTTPStatus.FOUND
            if not visit.acknowledged:
                time.sleep(PAUSE)

    def _ask(self, method: str, fields: dict[str, str] | None) -> int:
        """Return the status of the answer; 0 when none came."""
        headers = {"Cookie": f"csrftoken={TOKEN}"}
        if fields:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(self.address, timeout=TIME_OUT)
        begin = time.monotonic()
        try:
            connection.request(method, PATH, urlencode(fields) if fields else None, headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()
            self.times.append((begin, time.monotonic() - begin))
        return answer.status


def filled(number: int) -> dict[str, str]:
    return {
        **tickets.solved("join"),
        "csrfmiddlewaretoken": TOKEN,
        "name": f"Visitor {number}",
        "email": f"visitor{number}@example.org",
        "organisation_name": f"City government {number} (demo)",
        "organisation_type": "city-government",
        "role": "drafter",
        "message": "I look after the beaches.",
    }
