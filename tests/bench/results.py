"""`python -m tests.bench.results`: how fast the numbers of the programme are at their full size.

500 events over five years with 5,000 registrations, half of them on seats of 80 cities, and 2,000
commitments of these, half of them late. Each page is asked for in process, forty times after four for warmth. `--write` keeps the table in docs/.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path

from tests.bench import report
from tests.bench.collections import manage
from tests.bench.registration_export import database

EVENTS, PEOPLE, CITIES, YEARS = 500, 10, 80, 5  # PEOPLE: registrations of each event
COMMITMENTS = 2_000
TIMES, WARM = 40, 4
PAGES = (
    "/zh-hans/results/",
    "/en/results/",
    "/en/results/cities-engaged/",
    "/en/results/people-taking-part/?period=2024",
    "/en/results/commitments-made/?page=3",
    "/en/results/events-held/data.csv",
    "/api/v1/results/",
)
HEAD = "| Page | p50 ms | p95 ms | queries |\n|---|---:|---:|---:|"


def fill() -> None:
    """Make the events, who came to them, and the cities that sent half of these."""
    from partnership.events.choices import Kind
    from partnership.events.models import SeatHold
    from partnership.network.models import Commitment, Organisation
    from partnership.reference.models import Place
    from tests.factories.commitments import CommitmentFactory
    from tests.factories.results import came_to, held_events

    cities = list(Place.objects.cities().order_by("pk")[:CITIES])
    organisations = Organisation.objects.bulk_create(
        Organisation(
            slug=f"bench-{city.pk}",
            name_zh_hans=f"机构{city.pk}",
            name_en=f"Body {city.pk}",
            type="research",
            standing="partner",
            confirmed_at=datetime(2020, 1, 1, tzinfo=UTC),
            place=city,
        )
        for city in cities
    )
    kinds, senders = cycle(Kind.values), cycle(organisations)
    for number in range(EVENTS):
        starts_at = datetime(2022 + number % YEARS, 1 + number % 12, 15, 4, tzinfo=UTC)
        place = cities[number % len(cities)]
        (event,) = held_events(1, kind=next(kinds), starts_at=starts_at, place=place)
        hold = SeatHold.objects.create(event=event, organisation=next(senders), seats=PEOPLE)
        came_to([event], PEOPLE // 2, hold=hold)
        came_to([event], PEOPLE // 2, "own", children=2)
    Commitment.objects.bulk_create(
        CommitmentFactory.build(
            organisation=next(senders),
            due_on=date(2024 + number % 4, 6, 1),
            agreed_on=date(2022 + number % YEARS, 3, 1),
        )
        for number in range(COMMITMENTS)
    )


def rows() -> Iterator[str]:
    """Yield the lines of the table; needs Django set up."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from partnership.core.standing_memory import keep_what_is_loaded

    settings.ALLOWED_HOSTS = ["testserver"]
    keep_what_is_loaded()  # as the web server does
    client = Client()
    for address in PAGES:
        spent = []
        for _turn in range(TIMES + WARM):
            start = time.perf_counter()
            answer = client.get(address)
            b"".join(answer)
            spent.append((time.perf_counter() - start) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answers {answer.status_code}.")
        with CaptureQueriesContext(connection) as queries:
            b"".join(client.get(address))
        warm = spent[WARM:]
        p95 = statistics.quantiles(warm, n=20, method="inclusive")[-1]
        yield f"| {address} | {statistics.median(warm):.0f} | {p95:.0f} | {len(queries)} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    with database() as address:
        os.environ["DATABASE_URL"] = address
        manage(address, "load_reference", "--verbosity", "0")
        manage(address, "collectstatic", "--no-input", "--verbosity", "0")
        import django

        django.setup()
        fill()
        size = f"{EVENTS} events, {EVENTS * PEOPLE:,} registrations, {COMMITMENTS:,} commitments."
        lines = [f"{report.machine()}, {size}", ""]
        lines += [HEAD, *rows(), "", report.load()]
        django.db.connections.close_all()
    sys.stdout.write("\n".join(lines) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-results.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
