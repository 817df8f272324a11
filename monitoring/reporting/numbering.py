"""Numbers of reports: MR-2026-VN-DA-NANG-1, of the year they reach to, the city, and the version.

Annual city reports are numbered alike: AR-2026-VN-DA-NANG-1.
"""

from typing import Final

from django.db import connection
from django.db.models import Max

from monitoring.models import AnnualReport, MonitoringReport
from monitoring.querysets import MonitoringReportQuerySet
from partnership.reference.models import Place

LOCK: Final = 4_617_023  # any number of our own; advisory locks are held until the transaction ends
REGION: Final = "REGION"
COMPUTED, WRITTEN = "MR", "AR"
REPORTS: Final = {COMPUTED: MonitoringReport.objects, WRITTEN: AnnualReport.objects}


def lock() -> None:
    """Let reports be made one after the other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def stem(year: int, place: Place | None, kind: str = COMPUTED) -> str:
    """Return what the numbers of all reports on an area that reach to a year begin with."""
    return f"{kind}-{year}-{place.code.upper() if place else REGION}-"


def next_number(begins: str) -> str:
    """Return the next free number; called behind `lock`."""
    rows = REPORTS[begins.partition("-")[0]]
    given = rows.filter(number__startswith=begins).values_list("number", flat=True)
    counted = [number.removeprefix(begins) for number in given]
    return f"{begins}{max([0, *(int(each) for each in counted if each.isdecimal())]) + 1}"


def next_version(versions: MonitoringReportQuerySet) -> int:
    """Return the number of the next version of a report on the same area and time."""
    latest: int | None = versions.aggregate(latest=Max("version_no"))["latest"]
    return (latest or 0) + 1
