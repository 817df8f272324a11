"""The demo reports come with the portal, each in its state."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts import demo as people
from partnership.network import demo as network
from partnership.network.demo.people import OFFICES
from partnership.reports import demo
from partnership.reports.models import EventReport
from partnership.review.choices import State
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.factories.results import held_events

pytestmark = pytest.mark.django_db


def test_they_are_published_returned_and_owed_and_written_once() -> None:
    assert demo.load() == 0  # nothing to report about yet
    people.load()
    for office in OFFICES:
        (CityFactory if office.place.islower() else ProvinceFactory)(code=office.place)
    network.join()
    for slug in ("shanghai-urban-waste", "ningbo-fishing-ports"):
        (event,) = held_events(1, is_demo=True, starts_at=timezone.now() - timedelta(days=30))
        event.slug = slug
        event.save()

    assert demo.load() == 4
    assert demo.load() == 0

    states = {
        report.submission.state if report.submission else "" for report in EventReport.objects.all()
    }
    assert states == {State.PUBLISHED, State.RETURNED, ""}
    assert EventReport.objects.published().count() == 2
