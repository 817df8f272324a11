"""Events and registrations for tests, brought into their states by the real actions.

EventFactory(published=True, capacity=20, waitlist_capacity=5)
RegistrationFactory(event=event)                       # of a person with an account
RegistrationFactory(event=event, cancelled=True)
"""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core import languages
from partnership.events import actions
from partnership.events.choices import Format, Kind, Mode, Source
from partnership.events.details import Details
from partnership.events.models import Event, Material, Registration, SeatHold, Session, Speaker
from tests.factories.network import OrganisationFactory, PersonFactory
from tests.factories.reference import CityFactory


def clerk() -> User:
    """Somebody of the secretariat who may publish, too."""
    known = User.objects.filter(email="clerk@example.org").first()
    return known or User.objects.create_user(
        "clerk@example.org",
        None,
        name="Clerk",
        language=languages.CHINESE,
        roles=[Role.SECRETARIAT, Role.PUBLISHER],
    )


class EventFactory(DjangoModelFactory):
    """A draft with all texts, whose registration is open until it begins, in a week.

    Traits: `published`, `postponed`, `cancelled`, `held` (it took place yesterday).
    """

    class Meta:
        model = Event
        skip_postgeneration_save = True

    published = False
    postponed = False
    cancelled = False
    held = False
    kind = Kind.DIALOGUE
    slug = factory.Sequence(lambda n: f"event-{n}")
    title_zh_hans = factory.Sequence(lambda n: f"活动{n}")
    title_en = factory.Sequence(lambda n: f"Event {n}")
    summary_zh_hans = "摘要。"
    summary_en = "Summary."
    description_zh_hans = "介绍。"
    description_en = "Description."
    venue_zh_hans = "会议中心"
    venue_en = "Conference centre"
    format = Format.ONSITE
    place = factory.SubFactory(CityFactory)
    mode = Mode.OPEN
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=8))
    registration_opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=7))

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> Event:
        states = ("published", "postponed", "cancelled", "held")
        wanted = {name for name in states if values.pop(name, False)}
        event: Event = super()._create(model_class, *args, **values)
        if wanted:
            event = published(event)
        reasons = (
            {"by": clerk(), "reason_zh": "台风。", "reason_en": "A typhoon."} if wanted else {}
        )
        if "postponed" in wanted:
            event = actions.postpone(event, **reasons)
        if "cancelled" in wanted:
            event = actions.cancel_event(event, **reasons)
        return held(event) if "held" in wanted else event


def published(event: Event) -> Event:
    """Announce it in both languages."""
    for language in languages.LANGUAGES:
        event = actions.publish_event(event, language, by=clerk())
    return event


def held(event: Event) -> Event:
    """Move it to yesterday and note that it took place."""
    yesterday = timezone.now() - timedelta(days=1)
    Event.objects.filter(pk=event.pk).update(
        starts_at=yesterday - timedelta(hours=8), ends_at=yesterday
    )
    return actions.mark_as_held(event, by=clerk())


def details(email: str = "mei@example.org", **values: Any) -> Details:
    """What Mei types, with her consent."""
    typed = {"language": languages.ENGLISH, "name": "Mei", "consent_version": "1", **values}
    typed.setdefault("members_agree", "members" in values)
    return Details(email=email, **typed)


class RegistrationFactory(DjangoModelFactory):
    """Somebody with an account registers: what comes of it follows from the event's seats.

    Traits: `stranger` (has not confirmed the address), `entered` (by the secretariat),
    `cancelled`. Other values are fields of Details.
    """

    class Meta:
        model = Registration

    stranger = False
    entered = False
    cancelled = False
    event = factory.SubFactory(EventFactory, published=True)
    person = factory.SubFactory(PersonFactory)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> Registration:
        event, person = values.pop("event"), values.pop("person")
        states = {name: values.pop(name, False) for name in ("stranger", "entered", "cancelled")}
        email = values.pop("email", person.email)
        typed = details(email, **{"name": person.name, "language": person.language, **values})
        if states["entered"]:
            row = actions.enter(event, typed, by=clerk(), source=Source.STAFF)
        else:
            row = actions.register(event, typed, person=None if states["stranger"] else person)
        return actions.cancel(row) if states["cancelled"] else row


class SessionFactory(DjangoModelFactory):
    """The first hour of the event."""

    class Meta:
        model = Session

    event = factory.SubFactory(EventFactory, published=True)
    starts_at = factory.LazyAttribute(lambda session: session.event.starts_at)
    ends_at = factory.LazyAttribute(lambda session: session.starts_at + timedelta(hours=1))
    title_zh_hans = factory.Sequence(lambda n: f"环节{n}")
    title_en = factory.Sequence(lambda n: f"Session {n}")


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = Speaker

    event = factory.SubFactory(EventFactory, published=True)
    name_zh_hans = factory.Sequence(lambda n: f"讲者{n}")
    name_en = factory.Sequence(lambda n: f"Speaker {n}")


class MaterialFactory(DjangoModelFactory):
    """A file when it is given one, else a link."""

    class Meta:
        model = Material

    event = factory.SubFactory(EventFactory, published=True)
    file = None
    url = factory.LazyAttribute(lambda row: "" if row.file else "https://example.org/slides")
    title_zh_hans = factory.Sequence(lambda n: f"资料{n}")
    title_en = factory.Sequence(lambda n: f"Material {n}")


class SeatHoldFactory(DjangoModelFactory):
    """Two seats kept for a partner."""

    class Meta:
        model = SeatHold

    event = factory.SubFactory(EventFactory, published=True, capacity=10)
    organisation = factory.SubFactory(OrganisationFactory)
    seats = 2

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> SeatHold:
        number = values["seats"]
        return actions.hold_seats(values["event"], values["organisation"], number, by=clerk())
