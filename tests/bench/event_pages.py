"""`python -m tests.bench.event_pages`: pages of events at rest, and while a message goes to 1,000.

500 events, one of them to come with a programme of twelve sessions and 1,000 people. The message is
written and sent by a process of its own, as the worker does, into a mail box in memory; the pages are
asked for meanwhile by four at once. `--write` keeps the table in docs/.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from tests.bench import report
from tests.bench.collections import manage
from tests.bench.load import Figures, measure
from tests.bench.registration_export import database
from tests.bench.server import ROOT, environment, serving
from tests.databases import settle

EVENTS, PEOPLE, SESSIONS = 500, 1_000, 12
CONNECTIONS, SECONDS, WARM = 4, 6.0, 2.0
PAGES: Final = ("/zh-hans/events/bench/", "/en/events/bench/", "/zh-hans/events/")
HEAD = "| Page | when | p50 ms | p95 ms | requests/s | errors |\n|---|---|---:|---:|---:|---:|"
WORKER = """
import django; django.setup()
from partnership.events.tasks import tell_people
from partnership.notifications.models import OutgoingMessage
from partnership.notifications.tasks import deliver
tell_people()
deliver(list(OutgoingMessage.objects.order_by("pk").values_list("pk", flat=True)))
print(OutgoingMessage.objects.filter(state="sent").count())
"""


def fill() -> Any:
    """Make the events; return the one with people."""
    from django.utils import timezone

    from partnership.events.models import Registration, Session, Speaker
    from partnership.reference.models import Place
    from tests.factories.results import held_events

    place, now = Place.objects.cities().first(), timezone.now()
    held_events(EVENTS - 1, place=place)
    starts = now + timedelta(days=30)
    more = {"description_zh_hans": "介绍。\n\n" * 8, "description_en": "Description.\n\n" * 8}
    [event] = held_events(
        1, starts_at=starts, status="published", place=place, registration_opens_at=now, **more
    )
    type(event).objects.filter(pk=event.pk).update(
        slug="bench", published_zh_hans_at=now, published_en_at=now, public_since=now
    )
    sessions = Session.objects.bulk_create(
        Session(
            event=event,
            starts_at=starts + timedelta(minutes=15 * number),
            ends_at=starts + timedelta(minutes=15 * number + 15),
            title_zh_hans=f"报告{number}",
            title_en=f"Talk {number}",
        )
        for number in range(SESSIONS)
    )
    Speaker.objects.bulk_create(
        Speaker(event=event, session=session, name_zh_hans="报告人", name_en="Speaker")
        for session in sessions
    )
    Registration.objects.bulk_create(
        Registration(
            event=event,
            status="confirmed",
            language="zh-hans" if number % 2 else "en",
            email=f"person{number}@example.org",
            name=f"参加者{number}",
            verified_at=now,
            confirmed_at=now,
            consent_version="2026-11",
        )
        for number in range(PEOPLE)
    )
    return event


def begin_message(event: Any) -> None:
    from partnership.accounts.models import User
    from partnership.events import actions
    from partnership.events.models import EventMessage

    clerk = User.objects.create_user("clerk@example.org", None, roles=["secretariat"])
    texts = {"subject": ("会前通知", "Before the event"), "text": ("请带水杯。", "Bring a cup.")}
    columns = {
        f"{name}_{column}": text
        for name, both in texts.items()
        for column, text in zip(("zh_hans", "en"), both, strict=True)
    }
    message = EventMessage.objects.create(event=event, audience="confirmed", **columns)
    actions.send_message(message, by=clerk)


def while_sending(address: str, worker: "subprocess.Popen[str]") -> list[Figures]:
    """Ask for the event's page, second by second, until the message is sent."""
    found = []
    while worker.poll() is None:
        found.append(measure(address, CONNECTIONS, 1.0))
    return found


def rows(database_address: str, folder: Path) -> list[str]:
    """Return the lines of the table, and the sentence on the message."""
    event = fill()
    settle(database_address)
    lines = []
    with serving(folder, database_address, "none") as server:
        for page in PAGES:
            measure(server.address + page, CONNECTIONS, WARM)
            lines.append(
                line(page, "at rest", measure(server.address + page, CONNECTIONS, SECONDS))
            )
        begin_message(event)
        start = time.perf_counter()
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=ROOT,
            env=environment(database_address),
            stdout=subprocess.PIPE,
            text=True,
        )
        meanwhile = while_sending(server.address + PAGES[0], worker)
        took = time.perf_counter() - start
        sent = int((worker.communicate()[0] or "0").split()[-1])
    if sent != PEOPLE or worker.returncode:
        raise RuntimeError(f"{sent} of {PEOPLE} messages were sent.")
    worst = max(meanwhile, key=lambda figures: figures.p95)
    middle = statistics.median(figures.p50 for figures in meanwhile)
    lines.append(
        f"| {PAGES[0]} | while sending, worst second | {middle:.0f} | {worst.p95:.0f} "
        f"| {worst.rate:.0f} | {sum(figures.errors for figures in meanwhile)} |"
    )
    return [HEAD, *lines, "", f"{sent:,} messages written and sent in {took:.1f} s."]


def line(page: str, when: str, figures: Figures) -> str:
    return (
        f"| {page} | {when} | {figures.p50:.0f} | {figures.p95:.0f} | {figures.rate:.0f} "
        f"| {figures.errors} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    with database() as address, tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = address
        manage(address, "load_reference", "--verbosity", "0")
        manage(address, "collectstatic", "--no-input", "--verbosity", "0")
        import django

        django.setup()
        size = f"{EVENTS} events, {PEOPLE:,} people of one, no caches, {CONNECTIONS} connections."
        lines = [f"{report.machine()}, {size}", "", *rows(address, Path(folder)), report.load()]
        django.db.connections.close_all()
    sys.stdout.write("\n".join(lines) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-events.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
