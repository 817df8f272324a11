"""The network in the admin: who looks, who edits, who decides."""

from tests.factories.network import (
    EnquiryFactory,
    MembershipFactory,
    NameChangeFactory,
    OrganisationFactory,
    RequestFactory,
)
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import STAFF, Arguments, Meets, World

EDITORS = ("secretariat",)
WATCHERS = ("publisher", "audit-administrator")


def furnish(world: World) -> None:
    world.things["organisation_in_admin"] = OrganisationFactory(slug="in-admin")
    world.things["membership"] = MembershipFactory()
    world.things["enquiry"] = EnquiryFactory()
    world.things["name_change"] = NameChangeFactory()
    world.things["request"] = RequestFactory(organisation=None, organisation_name="Bank")


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


ORGANISATION, MEMBERSHIP, REQUEST, NAME, ENQUIRY = map(
    one, ("organisation_in_admin", "membership", "request", "name_change", "enquiry")
)

ROWS = [
    *admin_rows("partnership.organisation", ORGANISATION, view=WATCHERS, change=EDITORS),
    *(
        deed("partnership.organisation", slug, ORGANISATION, may=EDITORS, see=STAFF, posted=posted)
        for slug, posted in (
            ("add-to-directory", Meets.DONE),
            ("take-from-directory", Meets.SHOWN),
            ("close", Meets.SHOWN),
            ("invite", Meets.SHOWN),
        )
    ),
    *admin_rows("partnership.membership", MEMBERSHIP, view=EDITORS),
    *(
        deed("partnership.membership", slug, MEMBERSHIP, may=EDITORS, see=EDITORS)
        for slug in ("end", "role")
    ),
    *admin_rows("partnership.membershiprequest", REQUEST, view=EDITORS),
    *(
        deed("partnership.membershiprequest", slug, REQUEST, may=EDITORS, see=EDITORS)
        for slug in ("approve", "refuse", "make-organisation")
    ),
    *admin_rows("partnership.namechange", NAME, view=EDITORS),
    deed("partnership.namechange", "approve", NAME, may=EDITORS, see=EDITORS, posted=Meets.DONE),
    deed("partnership.namechange", "refuse", NAME, may=EDITORS, see=EDITORS),
    *admin_rows("partnership.enquiry", ENQUIRY, view=EDITORS),
    *(
        deed("partnership.enquiry", slug, ENQUIRY, may=EDITORS, see=EDITORS)
        for slug in ("answer", "close")
    ),
]
