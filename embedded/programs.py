"""The programs of a running portal and how each shows that it is up."""

import http.client
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WORKERS, THREADS = 2, 4  # of the web server; docs/adr says how this was measured


@dataclass(frozen=True)
class Program:
    """A command, and a question to its log file that says whether it is up."""

    name: str
    command: list[str]
    is_up: Callable[[Path], bool]
    grace: float = 8.0  # seconds to end by itself before it is killed


def says(words: str) -> Callable[[Path], bool]:
    return lambda log: words in log.read_text("utf-8", errors="replace")


def answers(port: int) -> bool:
    """Say whether the portal answers on its address for such questions."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def of_portal(port: int, data_dir: Path) -> list[Program]:
    """Return them in the order in which they are started and stopped."""
    web = ["granian", "partnership.wsgi:application", "--interface", "wsgi", "--no-ws"]
    web += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(WORKERS)]
    web += ["--blocking-threads", str(THREADS), "--workers-kill-timeout", "5"]
    celery = ["celery", "--app", "partnership"]
    worker = [*celery, "worker", "--loglevel", "INFO", "--concurrency", "2", "--without-mingle"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--pidfile", ""]
    beat += ["--schedule", str(data_dir / "beat" / "schedule")]
    messages = [sys.executable, "manage.py", "deliver_messages"]
    python = [sys.executable, "-m"]
    return [
        Program("web", python + web, lambda log: answers(port)),
        Program("beat", python + beat, says("beat: Starting...")),
        Program("worker", python + worker, says(" ready.")),
        Program("messages", messages, says("Looking for messages")),
    ]
