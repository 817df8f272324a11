"""The network: what is listed, what nobody outside meets, and the pages of an organisation's own."""

from partnership.network.roles import MemberRole
from tests.factories.network import (
    ListedOrganisationFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.permissions.table import (
    ANONYMOUS,
    MARKER,
    Arguments,
    Cells,
    Meets,
    Row,
    World,
    everyone,
    signed_in,
)

PAGE = everyone(Meets.SHOWN)
ABSENT = everyone(Meets.NOT_THERE)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)
FOREIGN = signed_in(Meets.NOT_THERE)
MEMBERS = tuple(role.value for role in MemberRole)
FOCAL_POINT = (MemberRole.FOCAL_POINT.value,)
EDITING = (MemberRole.SUBMITTER.value, *FOCAL_POINT)


def furnish(world: World) -> None:
    """Make the members of one organisation, and one of another that they must not meet."""
    marked = dict.fromkeys(("name_zh_hans", "name_en", "summary_zh_hans", "summary_en"), MARKER)
    own = OrganisationFactory(slug="own")
    for role in MemberRole:
        MembershipFactory(user=world.people[role.value], organisation=own, role=role)
    stranger = PersonFactory(name=MARKER)
    foreign = OrganisationFactory(slug="foreign", **marked)
    world.things |= {
        "organisation": ListedOrganisationFactory(slug="listed"),
        "foreign": foreign,
        "own": own,
        "colleague": MembershipFactory(organisation=own, role=MemberRole.DRAFTER),
        "stranger": MembershipFactory(user=stranger, organisation=foreign),
    }


def slug(thing: str) -> Arguments:
    return lambda world, _role: {"slug": world.things[thing].slug}


def member(organisation: str, membership: str) -> Arguments:
    return lambda world, _role: {
        "slug": world.things[organisation].slug,
        "number": world.things[membership].pk,
    }


def inside(*roles: str, meets: Meets = Meets.SHOWN, others: Meets = Meets.FORBIDDEN) -> Cells:
    """Those of the organisation's people who hold one of `roles` meet `meets`."""
    return (
        everyone(Meets.NOT_THERE)
        | {ANONYMOUS: Meets.SIGN_IN}
        | dict.fromkeys(MEMBERS, others)
        | dict.fromkeys(roles, meets)
    )


ROWS = [
    Row("network:directory", PAGE, READ_ONLY),
    Row("network:directory-points", PAGE, READ_ONLY),
    Row("network:organisation", PAGE, READ_ONLY, "listed", slug("organisation")),
    Row("network:organisation", ABSENT, READ_ONLY, "not listed", slug("foreign")),
    Row("api:organisations", PAGE, READ_ONLY),
    Row("api:organisation", PAGE, READ_ONLY, "listed", slug("organisation")),
    Row("api:organisation", ABSENT, READ_ONLY, "not listed", slug("foreign")),
    Row("network:join", PAGE, PAGE, "sent empty"),
    Row("network:join-sent", PAGE, READ_ONLY, kwargs=lambda *_: {"reference": "ABCDEFGHJK"}),
    Row("network:write", PAGE, PAGE, "sent empty"),
    Row("network:written", PAGE, READ_ONLY, kwargs=lambda *_: {"reference": "ABCDEFGHJK"}),
    Row("network:mine", signed_in(Meets.SHOWN), signed_in(Meets.SHOWN)),
    Row("network:people", inside(*MEMBERS), READ_ONLY, "one's own", slug("own")),
    Row("network:people", FOREIGN, READ_ONLY, "another's", slug("foreign")),
    Row("network:propose", inside(*FOCAL_POINT), inside(*FOCAL_POINT), "one's own", slug("own")),
    Row("network:propose", FOREIGN, FOREIGN, "another's", slug("foreign")),
    *(
        row
        for name in ("role", "withdraw")
        for row in (
            Row(
                f"network:{name}",
                inside(*FOCAL_POINT),
                inside(*FOCAL_POINT),
                "of a colleague",
                member("own", "colleague"),
            ),
            Row(f"network:{name}", FOREIGN, FOREIGN, "another's", member("foreign", "stranger")),
            Row(
                f"network:{name}",
                inside(others=Meets.NOT_THERE),
                inside(others=Meets.NOT_THERE),
                "a stranger under one's own address",
                member("own", "stranger"),
            ),
        )
    ),
    *(
        row
        for name, roles, sent in (
            ("profile", EDITING, Meets.SHOWN),
            ("name", EDITING, Meets.SHOWN),
            ("listing", FOCAL_POINT, Meets.DONE),
        )
        for row in (
            Row(
                f"network:{name}",
                inside(*roles),
                inside(*roles, meets=sent),
                "one's own",
                slug("own"),
            ),
            Row(f"network:{name}", FOREIGN, FOREIGN, "another's", slug("foreign")),
        )
    ),
]
