"""What published reports add to the numbers of the programme."""

import pytest

from partnership.accounts.models import User
from partnership.core.indicators import find
from tests.factories.reports import accepted, owed, published, published_rows, writer_of

pytestmark = pytest.mark.django_db


def value(key: str, period: str = "") -> int:
    indicator = find(key)
    assert indicator is not None
    return indicator.count().value(period)


def test_only_published_reports_count(nguyen: User, zhao: User, wang: User, lin: User) -> None:
    shown, waiting = owed(), owed()
    published(shown, writer_of(shown, nguyen), zhao)
    accepted(waiting, writer_of(waiting, wang), lin)

    assert value("city-reports", "2026") == value("city-reports") == 1
    assert value("city-participants") == 3
    assert value("city-actions") == 2
    assert value("case-leads") == 1


def test_a_report_without_leads_is_no_record_of_leads() -> None:
    published_rows(2)

    indicator = find("case-leads")
    assert indicator is not None
    assert indicator.count().records == ()
    assert value("city-participants") == 4
