"""City reports: a city's own, another's, and those everyone reads."""

from partnership.reports.models import CaseLead
from tests.factories.network import OrganisationFactory
from tests.factories.reports import owed, published_rows
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.rows.nominations import MEMBERS, STAFF_ONLY, WRITING, inside
from tests.permissions.table import (
    MARKER,
    STAFF,
    Arguments,
    Meets,
    Row,
    World,
    everyone,
    signed_in,
)


def furnish(world: World) -> None:
    """Ask the organisation of the world's members for a report, and another; publish a third."""
    marked = dict.fromkeys(("name_zh_hans", "name_en"), MARKER + "-reporting")
    own = owed(world.things["own"])
    foreign = owed(OrganisationFactory(slug="reporting", **marked))
    world.things |= {
        "own_report": own,
        "foreign_report": foreign,
        "public_report": published_rows(1)[0],
        "own_lead": CaseLead.objects.create(report=own, title="A", story="B"),
        "foreign_lead": CaseLead.objects.create(report=foreign, title=MARKER, story=MARKER),
    }


def number(thing: str) -> Arguments:
    return lambda world, _role: {"number": world.things[thing].pk}


OWN, FOREIGN = number("own_report"), number("foreign_report")
READ_ONLY = signed_in(Meets.NO_SUCH_METHOD)
POSTED = signed_in(Meets.NO_SUCH_METHOD)
NOBODY_S = inside() | dict.fromkeys(MEMBERS, Meets.NOT_THERE)

ROWS = [
    Row("api:city-reports", everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD)),
    Row("reports:list", everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD)),
    Row(
        "reports:report",
        everyone(Meets.SHOWN),
        everyone(Meets.NO_SUCH_METHOD),
        "published",
        number("public_report"),
    ),
    Row(
        "reports:report",
        everyone(Meets.NOT_THERE),
        everyone(Meets.NO_SUCH_METHOD),
        "owed",
        OWN,
    ),
    Row("reports:mine", signed_in(Meets.SHOWN), READ_ONLY),
    Row("reports:own", inside(*MEMBERS, staff=Meets.SHOWN), READ_ONLY, "one's own", OWN),
    Row("reports:own", STAFF_ONLY, READ_ONLY, "another's", FOREIGN),
    Row("reports:begin", POSTED, inside(*WRITING), "one's own, sent empty", OWN),
    Row("reports:begin", POSTED, NOBODY_S, "another's", FOREIGN),
    Row(
        "reports:of-event",
        signed_in(Meets.SHOWN) | dict.fromkeys((*MEMBERS, *STAFF), Meets.DONE),
        READ_ONLY,
        kwargs=lambda world, _role: {"slug": world.things["own_report"].event.slug},
    ),
    Row(
        "cases:from-lead",
        POSTED,
        inside(*WRITING, meets=Meets.DONE),
        "one's own",
        number("own_lead"),
    ),
    Row("cases:from-lead", POSTED, NOBODY_S, "another's", number("foreign_lead")),
    *admin_rows(
        "reports.eventreport",
        lambda world, _role: {"object_id": world.things["own_report"].pk},
        view=("secretariat", "publisher", "audit-administrator"),
    ),
    deed(
        "reports.eventreport",
        "publish",
        lambda world, _role: {"object_id": world.things["own_report"].pk},
        may=(),
        see=STAFF,
    ),
    *(
        deed(
            "reports.eventreport",
            slug,
            lambda world, _role: {"object_id": world.things["own_report"].pk},
            may=("secretariat",),
            see=STAFF,
        )
        for slug in ("excuse", "ask")
    ),
]
