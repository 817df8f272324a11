"""`python -m tests.bench.results`: how fast the numbers of the programme are at their full size.

500 events over five years with 5,000 registrations, half of them on seats of 80 cities, and 2,000
commitments of these, half of them late and half of them with a progress report. Beside them 500 published
reports of cities, each with two actions and a case lead, 200 projects in every stage and 500 cases. Each page
is asked for in process, forty times after four for warmth. `--write` keeps the table in docs/.
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
from typing import Any

from tests.bench import report
from tests.bench.collections import manage
from tests.bench.registration_export import database
from tests.databases import settle

EVENTS, PEOPLE, CITIES, YEARS = 500, 10, 80, 5  # PEOPLE: registrations of each event
COMMITMENTS, CITY_REPORTS, PROJECTS, CASES = 2_000, 500, 200, 500
TIMES, WARM = 40, 4
PAGES = (
    "/zh-hans/results/",
    "/en/results/",
    "/en/results/cities-engaged/",
    "/en/results/people-taking-part/?period=2024",
    "/en/results/commitments-made/?page=3",
    "/en/results/cases-published/",
    "/en/results/city-actions/",
    "/en/results/events-held/data.csv",
    "/api/v1/results/",
)
HEAD = "| Page | p50 ms | p95 ms | queries |\n|---|---:|---:|---:|"


def fill() -> None:
    """Make everything that counts."""
    organisations = fill_events()
    fill_commitments(organisations)
    fill_city_reports(organisations)
    fill_projects()
    fill_cases()


def fill_events() -> list[Any]:
    """Make the events, who came to them, and the cities that sent half of these; return the cities'
    organisations."""
    from partnership.events.choices import Kind
    from partnership.events.models import SeatHold
    from partnership.network.models import Organisation
    from partnership.reference.models import Place
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
    return list(organisations)


def fill_commitments(organisations: list[Any]) -> None:
    """Commitments of the cities in turn; every second one has reported once."""
    from partnership.network.models import Commitment, CommitmentReport
    from tests.factories.commitments import CommitmentFactory, ReportFactory

    owners = cycle(organisations)
    made = Commitment.objects.bulk_create(
        CommitmentFactory.build(
            organisation=next(owners),
            due_on=date(2024 + number % 4, 6, 1),
            agreed_on=date(2022 + number % YEARS, 3, 1),
        )
        for number in range(COMMITMENTS)
    )
    CommitmentReport.objects.bulk_create(
        ReportFactory.build(commitment=commitment, value=15 + number % 40)
        for number, commitment in enumerate(made[::2])
    )


def fill_city_reports(organisations: list[Any]) -> None:
    """One report of a city on each event, every stage of the review behind it."""
    from django.utils import timezone

    from partnership.accounts.models import User
    from partnership.events.models import Event
    from partnership.reports.models import CaseLead, EventReport, ReportedAction
    from partnership.review.models import Submission

    now, writers = timezone.now(), cycle(organisations)
    author = User.objects.create_user("bench@example.org", None)
    submissions = Submission.objects.bulk_create(
        Submission(
            subject="city-report",
            language="en",
            author=author,
            state="published",
            submitted_at=now,
            accepted_at=now,
            accepted_by=author,
            published_at=now,
        )
        for _number in range(CITY_REPORTS)
    )
    events = cycle(Event.objects.order_by("pk"))
    reports = EventReport.objects.bulk_create(
        EventReport(
            event=next(events),
            organisation=next(writers),
            due_on=now.date(),
            submission=submission,
            language="en",
            title="What we took home",
            participants=4,
        )
        for submission in submissions
    )
    ReportedAction.objects.bulk_create(
        ReportedAction(report=report, order=number, text="One collection point more")
        for report in reports
        for number in range(2)
    )
    CaseLead.objects.bulk_create(
        CaseLead(report=report, title="Paid crews", story="By weight.") for report in reports
    )


def fill_projects() -> None:
    """Public projects in every stage."""
    from django.utils import timezone

    from partnership.reference.models import Theme
    from roundtables.choices import PROJECT_THEMES, Stage
    from roundtables.models import Project
    from tests.factories.outcomes import ProjectFactory

    now, stages = timezone.now(), cycle(Stage.values)
    themes = cycle(Theme.objects.filter(code__in=PROJECT_THEMES))
    Project.objects.bulk_create(
        ProjectFactory.build(
            theme=next(themes),
            stage=next(stages),
            published_zh_hans_at=now,
            published_en_at=now,
            public_since=now,
        )
        for _number in range(PROJECTS)
    )


def fill_cases() -> None:
    """Public cases of five years, each in a city."""
    from cases.models import CasePlace
    from partnership.reference.models import Place
    from tests.factories.cases import PublishedCaseFactory, case_number
    from tests.factories.copies import copies, in_turn

    cities = cycle(Place.objects.cities().order_by("pk")[:CITIES])
    days = (datetime(2022 + number % YEARS, 5, 1, 4, tzinfo=UTC) for number in range(CASES))
    first = PublishedCaseFactory(place=next(cities))
    made = copies(first, CASES - 1, number=case_number, public_since=in_turn(days))
    CasePlace.objects.bulk_create(CasePlace(case=case, place=next(cities)) for case in made)


def rows() -> Iterator[str]:
    """Yield the lines of the table; needs Django set up."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from partnership.core.standing_memory import keep_what_is_loaded

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.PAGE_CACHE = False  # every page is counted and made anew
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
        settle(address)
        size = f"{EVENTS} events, {EVENTS * PEOPLE:,} registrations, {COMMITMENTS:,} commitments"
        beside = f"{CITY_REPORTS} city reports, {PROJECTS} projects, {CASES} cases"
        lines = [f"{report.machine()}, {size}, {beside}.", ""]
        lines += [HEAD, *rows(), "", report.load()]
        django.db.connections.close_all()
    sys.stdout.write("\n".join(lines) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-results.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
