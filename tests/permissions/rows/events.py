"""Events: what is announced, what nobody outside meets, and one's own registrations."""

from partnership.events import links
from tests.factories.events import EventFactory, MaterialFactory, RegistrationFactory
from tests.factories.files import pdf, stored
from tests.factories.network import PersonFactory
from tests.permissions.table import MARKER, Arguments, Meets, Row, World, everyone, signed_in

PAGE = everyone(Meets.SHOWN)
ABSENT = everyone(Meets.NOT_THERE)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)
FOREIGN = signed_in(Meets.NOT_THERE)
API_OWN = signed_in(Meets.SHOWN, anonymous=Meets.FORBIDDEN)
API_BAD = signed_in(Meets.BAD_REQUEST, anonymous=Meets.FORBIDDEN)
API_FOREIGN = signed_in(Meets.NOT_THERE, anonymous=Meets.FORBIDDEN)
API_READ = signed_in(Meets.NO_SUCH_METHOD, anonymous=Meets.FORBIDDEN)


def furnish(world: World) -> None:
    """Announce an event for which everybody is registered, and one nobody outside may meet."""
    marked = dict.fromkeys(("title_zh_hans", "title_en", "summary_zh_hans", "summary_en"), MARKER)
    event = EventFactory(published=True, slug="announced")
    hidden = EventFactory(slug="hidden", **marked)
    stranger = PersonFactory(name=MARKER)
    own = {
        role: RegistrationFactory(event=event, person=person)
        for role, person in world.people.items()
    }
    deck = stored(pdf(), "slides.pdf")
    MaterialFactory(event=event, file=deck)
    by_link = RegistrationFactory(event=event, person=stranger, stranger=True)
    world.things |= {
        "event": event,
        "hidden_event": hidden,
        "registrations": own,
        "foreign_registration": RegistrationFactory(event=event, person=PersonFactory()),
        "secret": links.make(by_link),
        "seat_secret": links.make(next(iter(own.values()))),
        "material": event.materials.get(),
        "hidden_material": MaterialFactory(event=hidden, file=deck),
    }


def slug(thing: str) -> Arguments:
    return lambda world, _role: {"slug": world.things[thing].slug}


def own(world: World, role: str) -> dict[str, object]:
    rows = world.things["registrations"]
    return {"uid": (rows.get(role) or world.things["foreign_registration"]).uid}


def foreign(world: World, _role: str) -> dict[str, object]:
    return {"uid": world.things["foreign_registration"].uid}


def material(thing: str) -> Arguments:
    return lambda world, _role: {
        "slug": world.things[thing].event.slug,
        "number": world.things[thing].pk,
    }


ANNOUNCED, HIDDEN = slug("event"), slug("hidden_event")

ROWS = [
    Row("api:events", PAGE, READ_ONLY),
    Row("api:event", PAGE, READ_ONLY, "announced", ANNOUNCED),
    Row("api:event", ABSENT, READ_ONLY, "a draft", HIDDEN),
    Row(
        "api:registrations",
        signed_in(Meets.SHOWN, anonymous=Meets.FORBIDDEN),
        API_BAD,
        "sent empty",
    ),
    Row("api:registration", API_OWN, API_READ, "one's own", own),
    Row("api:registration", API_FOREIGN, API_READ, "somebody else's", foreign),
    Row("api:accept-offer", API_READ, API_BAD, "one's own, sent as a form", own),
    Row("api:accept-offer", API_READ, API_FOREIGN, "somebody else's", foreign),
    Row("api:cancel-registration", API_READ, API_OWN, "one's own", own),
    Row("api:cancel-registration", API_READ, API_FOREIGN, "somebody else's", foreign),
    Row("events:list", PAGE, READ_ONLY),
    Row("events:month", PAGE, READ_ONLY),
    Row("events:calendar", PAGE, READ_ONLY),
    Row("events:feed", PAGE, READ_ONLY),
    *(
        row
        for name in ("event", "event-calendar", "share")
        for row in (
            Row(f"events:{name}", PAGE, READ_ONLY, "announced", ANNOUNCED),
            Row(f"events:{name}", ABSENT, READ_ONLY, "a draft", HIDDEN),
        )
    ),
    Row("events:material", PAGE, READ_ONLY, "of a public event", material("material")),
    Row("events:material", ABSENT, READ_ONLY, "of a draft", material("hidden_material")),
    Row("events:participants", PAGE, READ_ONLY, "announced", ANNOUNCED),
    Row("events:participants", ABSENT, READ_ONLY, "a draft", HIDDEN),
    Row(
        "events:participants-by-link",
        PAGE,
        READ_ONLY,
        "by the link of somebody with a seat",
        lambda world, _role: {"secret": world.things["seat_secret"]},
    ),
    Row(
        "events:participants-by-link",
        ABSENT,
        READ_ONLY,
        "by the link of somebody without",
        lambda world, _role: {"secret": world.things["secret"]},
    ),
    Row("events:sent", PAGE, READ_ONLY, "announced", ANNOUNCED),
    Row("events:sent", ABSENT, READ_ONLY, "a draft", HIDDEN),
    *(
        row
        for name in ("register", "link-again")
        for row in (
            Row(f"events:{name}", PAGE, PAGE, "announced, sent empty", ANNOUNCED),
            Row(f"events:{name}", ABSENT, ABSENT, "a draft", HIDDEN),
        )
    ),
    Row(
        "events:registration",
        PAGE,
        everyone(Meets.DONE),
        "opened by a link",
        lambda world, _role: {"secret": world.things["secret"]},
    ),
    Row(
        "events:registration",
        ABSENT,
        ABSENT,
        "by another link",
        lambda *_: {"secret": "guessed"},
    ),
    Row("events:mine", signed_in(Meets.SHOWN), signed_in(Meets.NO_SUCH_METHOD)),
    Row("events:own", signed_in(Meets.SHOWN), signed_in(Meets.DONE), "one's own", own),
    Row("events:own", FOREIGN, FOREIGN, "somebody else's", foreign),
]
