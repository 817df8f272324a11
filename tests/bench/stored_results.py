"""From the database to stored results: part of `python -m tests.bench.site_statistics`.

A database of the bench's own with sites of ten cities in two countries, ten years of four surveys each,
180 items counted in every one. At 10, 50 and 200 sites everything is computed and stored anew: the
sites, their cities, countries and the region.
"""

import io
import os
import resource
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tests.bench.registration_export import database
from tests.bench.staff_lists import processor_time

SITES = (10, 50, 200)
SURVEYS, ITEMS, CITIES = 40, 180, 10
TIMES = 3
WANTED = 8.0  # seconds for 200 sites
HEAD = (
    f"| From database to stored results, {SURVEYS} surveys, {ITEMS} items | results | median s "
    "| slowest s | CPU s | ms a site | peak MiB | wanted s |\n|---|---:|---:|---:|---:|---:|---:|---:|"
)


def lines() -> Iterator[str]:
    """Measure in a database of the bench's own, and yield the figures as a table."""
    yield HEAD
    with database() as address:
        import django

        os.environ |= {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        }
        django.setup()
        from monitoring.results.renewing import renew

        there = 0
        for number in SITES:
            fill(there, number)
            there, spent, busy, results = number, [], [], 0
            for _turn in range(TIMES + 1):
                start, cpu = time.perf_counter(), processor_time()
                results = renew(everything=True)
                spent.append(time.perf_counter() - start)
                busy.append(processor_time() - cpu)
            wanted = f"{WANTED:g}" if number == SITES[-1] else ""
            yield row(number, results, spent[1:], busy[1:], wanted)
        yield ""
        yield from report_lines()
        close()


def row(sites: int, results: int, spent: list[float], busy: list[float], wanted: str) -> str:
    middle = statistics.median(spent)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {sites} sites | {results} | {middle:.2f} | {max(spent):.2f} | "
        f"{statistics.median(busy):.2f} | {1000 * middle / sites:.0f} | {peak:.0f} | {wanted} |"
    )


def report_lines() -> Iterator[str]:
    """Yield how long a report on all of them takes: made, and its page first and after that."""
    from django.core.management import call_command
    from django.test import Client

    from monitoring.actions import make_report
    from monitoring.addresses import report_url
    from monitoring.models import Survey

    call_command(
        "collectstatic", interactive=False, verbosity=0
    )  # pages link to files by their hash
    days = Survey.objects.order_by("surveyed_on").values_list("surveyed_on", flat=True)
    start = time.perf_counter()
    report = make_report(None, days[0].year, days.reverse()[0].year, by=None)
    made, client, spent = time.perf_counter() - start, Client(HTTP_HOST="127.0.0.1"), []
    address = report_url(report.number, "en")
    for _turn in range(TIMES + 1):
        start = time.perf_counter()
        answer = client.get(address)
        spent.append(time.perf_counter() - start)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
    yield "| A report on the region, 200 sites | made in s | page at first, s | then, median s |"
    yield "|---|---:|---:|---:|"
    yield f"| {len(answer.content) // 1024} KiB | {made:.2f} | {spent[0]:.2f} | {statistics.median(spent[1:]):.2f} |"


def fill(first: int, last: int) -> None:
    """Enter the sites from `first` on with their surveys and counts."""
    from django.db import connection, transaction

    from monitoring.models import SamplingUnit, Survey, SurveySite
    from partnership.network.models import Organisation
    from partnership.reference.models import ItemList, LitterItem
    from tests.bench.site_statistics import made_up

    joint, _new = ItemList.objects.get_or_create(
        code="bench", defaults={"name_zh_hans": "清单", "name_en": "List", "version": "1"}
    )
    if not joint.items.exists():
        LitterItem.objects.bulk_create(
            LitterItem(
                item_list=joint,
                code=f"B{number}",
                name_zh_hans=f"物品{number}",
                name_en=f"Item {number}",
                material=("plastic", "metal", "paper")[number % 3],
                use=("fi", "sm", "fc")[number % 3],
                position=number,
            )
            for number in range(ITEMS)
        )
    keys = list(joint.items.order_by("position").values_list("pk", flat=True))
    cities = places()
    body, _new = Organisation.objects.get_or_create(
        slug="bench",
        defaults={
            "name_zh_hans": "机构",
            "name_en": "Body",
            "type": "research",
            "standing": "partner",
            "confirmed_at": datetime(2020, 1, 1, tzinfo=UTC),
            "place": cities[0],
        },
    )
    made = made_up(last)[first:]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE monitoring_littercount DISABLE TRIGGER USER")
    with transaction.atomic(), connection.cursor() as cursor:
        sites = SurveySite.objects.bulk_create(
            SurveySite(
                code=f"CN_BEN_{first + place:03}",
                name_zh_hans="海滩",
                name_en="Beach",
                place=cities[(first + place) % CITIES],
                organisation=body,
                latitude=20,
                longitude=110,
                urbanisation="urban",
                cleaning="unknown",
                cleaning_season="unknown",
                cleaned_by="unknown",
                is_demo=True,
            )
            for place in range(len(made))
        )
        units = SamplingUnit.objects.bulk_create(
            SamplingUnit(site=site, code="A", length_m=100, width_m=30) for site in sites
        )
        surveys = Survey.objects.bulk_create(
            Survey(
                unit=unit,
                survey_type="monitoring",
                protocol="beach-100m",
                protocol_version="2023",
                item_list=joint,
                surveyed_on=day,
                length_m=100,
                width_m=30,
                lower_size_mm=25,
                weight_kg=5,
                is_demo=True,
            )
            for unit, site in zip(units, made, strict=True)
            for day in site.dates
        )
        numbers = (column for site in made for column in site.counts.T.astype(int).tolist())
        copied = io.StringIO(
            "".join(
                f"{survey.pk}\t{key}\t{count}\n"
                for survey, column in zip(surveys, numbers, strict=True)
                for key, count in zip(keys, column, strict=True)
            )
        )
        cursor.cursor.copy_expert(
            "COPY monitoring_littercount (survey_id, item_id, count) FROM STDIN", copied
        )
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE monitoring_littercount ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE monitoring_littercount, monitoring_survey")


def places() -> list[Any]:
    """Return ten cities of two countries, made at the first call."""
    from partnership.reference.models import Place
    from tests.factories.reference import CityFactory, CountryFactory

    there = list(Place.objects.filter(code__startswith="zz-").order_by("code"))
    if there:
        return there
    countries = [CountryFactory(code=code) for code in ("XA", "XB")]
    return [
        CityFactory(code=f"zz-city-{number}", parent=countries[number % 2])
        for number in range(CITIES)
    ]


def close() -> None:
    """Let go of the database, which is dropped now."""
    from django.db import connection

    connection.close()
