"""The demo events: in their states, with people who do not exist."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from monitoring import demo as trainings
from outreach import demo as cleanups
from partnership.accounts import demo as people
from partnership.core.content_files import Report
from partnership.events import demo, phases
from partnership.events.agenda import shown
from partnership.events.choices import Kind, RegistrationStatus, Status
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from partnership.reference.models import Place
from roundtables import demo as roundtables
from tests.factories.network import OrganisationFactory
from tests.shared_rows import SharedRows

pytestmark = pytest.mark.django_db

LOADERS = (roundtables.load, trainings.load, cleanups.load)


@pytest.fixture(scope="module")
def loaded(shared_rows: SharedRows, reference_data: None) -> list[Report]:
    with shared_rows:
        people.load()
        reports = [load() for load in LOADERS]
        OrganisationFactory(slug="demo-da-nang", name_en="Da Nang (demo)")
        demo.register()
        return reports


def test_it_brings_past_and_coming_events_in_different_provinces(loaded: list[Report]) -> None:
    assert [report.faults for report in loaded] == [[], [], []]
    now = timezone.now()
    past, coming = Event.objects.past(now), Event.objects.upcoming(now)
    assert Counter(past.values_list("kind", flat=True)) == {Kind.DIALOGUE: 5, Kind.CLEANUP: 1}
    assert Counter(coming.values_list("kind", flat=True)) == {
        Kind.DIALOGUE: 3,
        Kind.TRAINING: 1,
        Kind.CLEANUP: 1,
    }
    assert set(past.values_list("status", flat=True)) == {Status.HELD}
    dialogues = Event.objects.of_kind(Kind.DIALOGUE)
    assert set(dialogues.values_list("place__province", flat=True)) == set(
        Place.objects.provinces().in_focus().values_list("pk", flat=True)
    )
    assert not Event.objects.exclude(is_demo=True).exists()
    assert all(len(event.published_languages) == 2 for event in Event.objects.all())


def test_they_have_a_programme_speakers_and_after_the_event_minutes(loaded: list[Report]) -> None:
    for event in Event.objects.exclude(slug="lianyungang-beach-cleanup"):
        last = event.sessions.last()
        assert last.ends_at <= event.ends_at, event.slug
        assert event.sessions.first().starts_at >= event.starts_at, event.slug
    past = Event.objects.get(slug="shanghai-urban-waste")
    [minutes] = past.materials.all()
    assert shown(minutes, is_over=True)
    assert not shown(minutes, is_over=False)
    assert {row.session is None for row in past.speakers.all()} == {True, False}
    training = Event.objects.get(slug="qinzhou-beach-litter-training")
    assert len({row.starts_at.date() for row in training.sessions.all()}) == 3


def test_people_are_in_every_state_and_nobody_is_told(loaded: list[Report]) -> None:
    states = set(Registration.objects.values_list("status", flat=True))
    assert states == set(RegistrationStatus.values)
    assert not OutgoingMessage.objects.exists()
    invented = Registration.objects.filter(person__isnull=True)
    assert all("演示" in row.name or "Demo" in row.name for row in invented)


def test_cities_have_sent_people_to_the_dialogues_of_earlier_years(loaded: list[Report]) -> None:
    sent = Registration.objects.filter(hold__organisation__slug="demo-da-nang")

    assert len(set(sent.values_list("event", flat=True))) == 3
    assert set(sent.values_list("event__status", "attendance")) == {("held", "attended")}


def test_nobody_waits_while_a_seat_is_free(loaded: list[Report]) -> None:
    for event in Event.objects.all():
        seats = phases.seats_of(event)
        assert seats.free is None or seats.free >= 0, event.slug
        assert not (seats.waiting and seats.free), event.slug


def test_a_second_load_changes_nothing(loaded: list[Report]) -> None:
    before = Event.objects.get(slug="xiamen-coastal-zone").starts_at

    reports = [load() for load in LOADERS]

    assert [len(report.unchanged) for report in reports] == [8, 1, 2]
    assert demo.register() == 0
    assert Event.objects.get(slug="xiamen-coastal-zone").starts_at == before
    assert before > timezone.now() + timedelta(days=20)
