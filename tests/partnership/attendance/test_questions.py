"""The questions about who came, as strangers ask them."""

import pytest
from django.contrib.auth.models import AnonymousUser

from partnership.attendance import policies
from partnership.attendance.models import Export, Plan
from partnership.attendance.querysets import door_of
from tests.factories.attendance import ExportFactory, StewardFactory

pytestmark = pytest.mark.django_db


def test_a_stranger_looks_after_nothing_and_has_no_files() -> None:
    stranger, steward, export = AnonymousUser(), StewardFactory(), ExportFactory()
    event = steward.plan.event

    assert door_of(stranger, event.slug) is None
    assert not Plan.objects.looked_after_by(stranger).exists()
    assert not Export.objects.of(stranger).exists()
    assert policies.papers_for(stranger, export.event) == []
    assert not policies.may_check_in(stranger, event)


def test_a_steward_looks_after_their_own_door_alone() -> None:
    steward, other = StewardFactory(), StewardFactory()

    assert door_of(steward.person, steward.plan.event.slug) == steward.plan.event
    assert door_of(steward.person, other.plan.event.slug) is None
    assert list(Plan.objects.looked_after_by(steward.person)) == [steward.plan]
