"""What events and registrations can be asked."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import policies, zones
from partnership.events.choices import Kind, Source
from partnership.events.models import Event, GroupMember, Registration
from tests.factories.events import EventFactory, RegistrationFactory, SeatHoldFactory, held
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_outsiders_see_what_is_public(lin: User, wang: User) -> None:
    draft, public = EventFactory(), EventFactory(published=True)

    assert list(Event.objects.visible_to(AnonymousUser())) == [public]
    assert list(Event.objects.visible_to(wang)) == [public]
    assert set(Event.objects.visible_to(lin)) == {draft, public}


def test_people_see_their_own_registrations(lin: User, wang: User) -> None:
    own = RegistrationFactory(person=wang)
    other = RegistrationFactory()

    assert list(Registration.objects.visible_to(wang)) == [own]
    assert list(Registration.objects.visible_to(AnonymousUser())) == []
    assert set(Registration.objects.visible_to(lin)) == {own, other}


def test_what_comes_and_what_is_past() -> None:
    now = timezone.now()
    later = EventFactory(published=True, starts_at=now + timedelta(days=9))
    sooner = EventFactory(published=True, starts_at=now + timedelta(days=3))
    past = held(EventFactory(published=True))

    assert list(Event.objects.upcoming(now)) == [sooner, later]
    assert list(Event.objects.past(now)) == [past]
    assert set(Event.objects.to_come()) == {later, sooner}
    assert list(Event.objects.between(now, now + timedelta(days=5))) == [sooner]


def test_what_is_over_waits_to_be_noted() -> None:
    now = timezone.now()
    event = EventFactory(published=True)
    Event.objects.filter(pk=event.pk).update(
        starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1)
    )

    assert list(Event.objects.to_hold(now)) == [event]


def test_it_is_found_by_kind_theme_place_and_word() -> None:
    city, theme = CityFactory(), ThemeFactory()
    found = EventFactory(kind=Kind.CLEANUP, place=city, venue_en="Sunset beach")
    found.themes.add(theme)
    EventFactory()

    assert list(Event.objects.of_kind(Kind.CLEANUP)) == [found]
    assert list(Event.objects.with_theme(theme.code)) == [found]
    assert list(Event.objects.in_place(city.code)) == [found]
    assert list(Event.objects.in_place(city.country.code)) == [found]
    assert list(Event.objects.containing("sunset")) == [found]


def test_registrations_are_sorted_by_their_state(event: Event) -> None:
    rows = RegistrationFactory.create_batch(3, event=event)
    gone = RegistrationFactory(event=event, cancelled=True)

    assert list(event.registrations.ended()) == [gone]
    assert set(event.registrations.active()) == set(rows)
    assert list(event.registrations.waiting()) == [rows[2]]
    assert list(event.registrations.pending()) == []
    assert event.registrations.people() == 4
    assert Registration.objects.none().people() == 0


def test_one_acts_for_oneself(wang: User, nguyen: User) -> None:
    own = RegistrationFactory(person=wang, entered=False)

    assert policies.may_act_for(wang, own)
    assert not policies.may_act_for(nguyen, own)
    assert not policies.may_act_for(AnonymousUser(), own)
    assert own.source == Source.SELF


def test_every_time_zone_is_one() -> None:
    assert all(zones.zone(name).key == name for name in zones.ZONES)


def test_rows_have_names(event: Event) -> None:
    row = RegistrationFactory(event=event)

    assert str(GroupMember(registration=row, name="Wu")) == "Wu"
    assert str(row.links.create(digest="x")).startswith("#")
    assert str(SeatHoldFactory()).endswith(": 2")
    assert str(EventFactory(title_zh_hans="圆桌")) == "圆桌"
