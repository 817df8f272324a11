"""The door of an event: the secretariat's, and the stewards'; a code shows strangers nothing."""

from datetime import timedelta

from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.attendance import actions
from partnership.events import links
from partnership.events.choices import Attendance
from tests.factories.attendance import EventOfTodayFactory, ExportFactory, PlanFactory, begun
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.network import PersonFactory
from tests.permissions.table import (
    ANONYMOUS,
    MARKER,
    Arguments,
    Meets,
    Row,
    World,
    everyone,
    only,
    signed_in,
)

SECRETARIAT = Role.SECRETARIAT.value


def furnish(world: World) -> None:
    """An event of today, to which somebody with a marked name comes."""
    event = EventOfTodayFactory(slug="of-today", max_group_size=5)
    person = PersonFactory(name=f"Guest {MARKER}")
    world.things |= {
        "event_going_on": begun(EventOfTodayFactory(slug="going-on")),
        "event_of_today": event,
        "guest": RegistrationFactory(event=event, person=person),
        "foreign_export": ExportFactory(event=event),
        **certified(world),
    }


def certified(world: World) -> dict[str, object]:
    """Everybody has attended an event, and so has a stranger by link."""
    event = EventFactory(published=True, slug="attended")
    rows = {
        role: RegistrationFactory(event=event, person=person)
        for role, person in world.people.items()
    }
    stranger = RegistrationFactory(event=event, person=PersonFactory(name=f"Stranger {MARKER}"))
    event.registrations.update(attendance=Attendance.ATTENDED)
    made = actions.issue(held(event), by=clerk())
    foreign = next(each for each in made if each.registration_id == stranger.pk)
    plan = PlanFactory(event=event)
    actions.take_usual_questions(plan, by=clerk())
    actions.begin_evaluation(plan, until=timezone.now() + timedelta(days=1), by=clerk())
    return {
        "evaluated": plan,
        "attended": rows,
        "certificate": next(each for each in made if each != foreign),
        "foreign_certificate": foreign,
        "certificate_secret": links.make(stranger),
    }


def own_certificate(world: World, role: str) -> dict[str, object]:
    foreign = world.things["foreign_certificate"].registration
    return {"uid": world.things["attended"].get(role, foreign).uid}


def foreign_certificate(world: World, _role: str) -> dict[str, object]:
    return {"uid": world.things["foreign_certificate"].registration.uid}


def evaluated(world: World, _role: str) -> dict[str, object]:
    return {"slug": world.things["evaluated"].event.slug}


def code_of(thing: str) -> Arguments:
    return lambda world, _role: {"code": world.things[thing].code}


def of_event(world: World, _role: str) -> dict[str, object]:
    return {"slug": world.things["event_of_today"].slug}


def going_on(world: World, _role: str) -> dict[str, object]:
    return {"slug": world.things["event_going_on"].slug}


def of_guest(world: World, _role: str) -> dict[str, object]:
    return {"uid": world.things["guest"].uid}


def at_door(world: World, _role: str) -> dict[str, object]:
    return {"registration": world.things["guest"].uid}


DOOR = only(SECRETARIAT, others=Meets.NOT_THERE, anonymous=Meets.SIGN_IN)
DONE = DOOR | {SECRETARIAT: Meets.DONE}

READ_ONLY = everyone(Meets.NO_SUCH_METHOD)
MINE = signed_in(Meets.NO_SUCH_METHOD)

ROWS = [
    Row("attendance:check", everyone(Meets.SHOWN), READ_ONLY),
    Row(
        "attendance:certificate",
        everyone(Meets.SHOWN),
        READ_ONLY,
        "by its code",
        code_of("certificate"),
    ),
    Row(
        "attendance:certificate",
        everyone(Meets.NOT_THERE),
        READ_ONLY,
        "a code of none",
        lambda *_: {"code": "AAAAAAAAAAAA"},
    ),
    Row(
        "attendance:certificate-file",
        DOOR,
        MINE,
        "somebody else's",
        code_of("foreign_certificate"),
    ),
    Row(
        "attendance:own-certificate",
        signed_in(Meets.SHOWN),
        MINE,
        "one's own",
        own_certificate,
    ),
    Row(
        "attendance:own-certificate",
        signed_in(Meets.NOT_THERE),
        MINE,
        "somebody else's",
        foreign_certificate,
    ),
    Row(
        "attendance:certificate-by-link",
        everyone(Meets.SHOWN),
        READ_ONLY,
        "by the owner's link",
        lambda world, _role: {"secret": world.things["certificate_secret"]},
    ),
    Row(
        "attendance:certificate-by-link",
        everyone(Meets.NOT_THERE),
        READ_ONLY,
        "by another link",
        lambda *_: {"secret": "guessed"},
    ),
    Row("attendance:entry", everyone(Meets.SHOWN), DONE, "a guest of today", of_guest),
    Row(
        "attendance:entry",
        everyone(Meets.SHOWN),
        everyone(Meets.NOT_THERE) | {ANONYMOUS: Meets.SIGN_IN},
        "a code of nobody",
        lambda *_: {"uid": "00000000-0000-4000-8000-000000000000"},
    ),
    Row("attendance:door", DOOR, DONE, "an event of today", of_event, at_door),
    Row("attendance:table", DOOR, DONE, "an event going on", going_on),
    Row(
        "attendance:own-evaluation",
        signed_in(Meets.SHOWN),
        signed_in(Meets.SHOWN),
        "one's own, sent empty",
        own_certificate,
    ),
    Row(
        "attendance:own-evaluation",
        signed_in(Meets.NOT_THERE),
        signed_in(Meets.NOT_THERE),
        "somebody else's",
        foreign_certificate,
    ),
    Row(
        "attendance:evaluation-by-link",
        everyone(Meets.SHOWN),
        everyone(Meets.SHOWN),
        "by the owner's link, sent empty",
        lambda world, _role: {"secret": world.things["certificate_secret"]},
    ),
    Row(
        "attendance:evaluation-by-link",
        everyone(Meets.NOT_THERE),
        everyone(Meets.NOT_THERE),
        "by another link",
        lambda *_: {"secret": "guessed"},
    ),
    Row("attendance:evaluation", DOOR, MINE, "of an event", evaluated),
    Row("attendance:evaluation-csv", DOOR, MINE, "of an event", evaluated),
    Row("attendance:exports", DOOR, DONE, "an event of today", of_event),
    Row(
        "attendance:export-file",
        signed_in(Meets.NOT_THERE),
        MINE,
        "somebody else's",
        lambda world, _role: {"number": world.things["foreign_export"].pk},
    ),
    Row("attendance:walk-in", DOOR, DOOR, "sent empty", of_event),
]
