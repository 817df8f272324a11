"""Nominations: the lists of an organisation's own people, of the body above, and of nobody else."""

from partnership.events import links
from partnership.network.roles import MemberRole
from partnership.nominations import actions
from partnership.nominations.choices import LetterKind
from tests.factories.events import RegistrationFactory, clerk
from tests.factories.network import OrganisationFactory
from tests.factories.nominations import NominationFactory, QuotaFactory
from tests.permissions.table import (
    ANONYMOUS,
    MARKER,
    STAFF,
    Arguments,
    Cells,
    Meets,
    Row,
    World,
    everyone,
    signed_in,
)

MEMBERS = tuple(role.value for role in MemberRole)
HANDING_IN = (MemberRole.SUBMITTER.value, MemberRole.FOCAL_POINT.value)
WRITING = (MemberRole.DRAFTER.value, *HANDING_IN)


def furnish(world: World) -> None:
    """Keep seats for the organisation of the world's members, and for another."""
    own = QuotaFactory(organisation=world.things["own"], seats=9, event__slug="nominating")
    marked = dict.fromkeys(("name_zh_hans", "name_en"), MARKER + "-nominating")
    foreign = QuotaFactory(organisation=OrganisationFactory(slug="rival", **marked))
    coming = RegistrationFactory(event=own.event)
    world.things |= {
        "own_quota": own,
        "foreign_quota": foreign,
        "travel_secret": links.make(coming),
        "travellers": {
            role: RegistrationFactory(event=own.event, person=person)
            for role, person in world.people.items()
        },
        "other_traveller": coming,
        "invitation_letter": actions.issue_to_organisation(own, by=clerk()),
        "own_letter": actions.issue_to_person(coming, LetterKind.INVITATION, by=clerk()),
        "foreign_invitation": actions.issue_to_organisation(foreign, by=clerk()),
        "nominated_draft": NominationFactory(quota=own),
        "nominated": NominationFactory(quota=own, accepted=True),
        "nominated_elsewhere": NominationFactory(quota=foreign, accepted=True, name=MARKER),
    }


def inside(*roles: str, meets: Meets = Meets.SHOWN, staff: Meets = Meets.FORBIDDEN) -> Cells:
    """`roles` meet `meets`, the other people of the organisation are refused, staff too."""
    return (
        everyone(Meets.NOT_THERE)
        | {ANONYMOUS: Meets.SIGN_IN}
        | dict.fromkeys(STAFF, staff)
        | dict.fromkeys(MEMBERS, Meets.FORBIDDEN)
        | dict.fromkeys(roles, meets)
    )


SEEN = inside(*MEMBERS, staff=Meets.SHOWN)
STAFF_ONLY = inside(staff=Meets.SHOWN) | dict.fromkeys(MEMBERS, Meets.NOT_THERE)


def quota(thing: str) -> Arguments:
    return lambda world, _role: {"number": world.things[thing].pk}


def person(of: str, thing: str) -> Arguments:
    return lambda world, _role: {
        "number": world.things[of].pk,
        "key": world.things[thing].pk,
    }


def letter(thing: str) -> Arguments:
    return lambda world, _role: {"uid": world.things[thing].uid, "ending": "docx"}


def letter_below(thing: str) -> Arguments:
    return lambda world, role: {
        "secret": world.things["travel_secret"],
        **letter(thing)(world, role),
    }


LETTERS = inside(*HANDING_IN, staff=Meets.NOT_THERE) | {"secretariat": Meets.SHOWN}
LETTERS |= dict.fromkeys(set(MEMBERS) - set(HANDING_IN), Meets.NOT_THERE)


def traveller(world: World, role: str) -> dict[str, object]:
    rows = world.things["travellers"]
    return {"uid": (rows.get(role) or world.things["other_traveller"]).uid}


OWN, FOREIGN = quota("own_quota"), quota("foreign_quota")
DRAFTED, HANDED_IN = person("own_quota", "nominated_draft"), person("own_quota", "nominated")
ELSEWHERE = person("foreign_quota", "nominated_elsewhere")


def organisation(thing: str) -> Arguments:
    return lambda world, _role: {"slug": world.things[thing].organisation.slug}


NOT_THEIRS = inside() | dict.fromkeys(MEMBERS, Meets.NOT_THERE)

ROWS = [
    Row("nominations:mine", signed_in(Meets.SHOWN), signed_in(Meets.NO_SUCH_METHOD)),
    Row(
        "nominations:event",
        signed_in(Meets.SHOWN) | dict.fromkeys(MEMBERS, Meets.DONE),
        signed_in(Meets.NO_SUCH_METHOD),
        kwargs=lambda *_: {"slug": "nominating"},
    ),
    Row("nominations:slate", SEEN, signed_in(Meets.NO_SUCH_METHOD), "one's own", OWN),
    Row("nominations:slate", STAFF_ONLY, signed_in(Meets.NO_SUCH_METHOD), "another's", FOREIGN),
    Row(
        "nominations:history",
        SEEN,
        signed_in(Meets.NO_SUCH_METHOD),
        "one's own",
        organisation("own_quota"),
    ),
    Row(
        "nominations:history",
        STAFF_ONLY,
        signed_in(Meets.NO_SUCH_METHOD),
        "another's",
        organisation("foreign_quota"),
    ),
    *(
        Row(
            "nominations:history-csv",
            cells,
            signed_in(Meets.NO_SUCH_METHOD),
            whose,
            organisation(thing),
            get_writes="a list of people that leaves is written down",
        )
        for cells, whose, thing in (
            (SEEN, "one's own", "own_quota"),
            (STAFF_ONLY, "another's", "foreign_quota"),
        )
    ),
    *(
        Row(f"nominations:{name}", STAFF_ONLY, signed_in(Meets.NO_SUCH_METHOD))
        for name in ("participation", "participation-csv")
    ),
    *(
        row
        for name in ("add", "sheet")
        for row in (
            Row(f"nominations:{name}", inside(*WRITING), inside(*WRITING), "one's own", OWN),
            Row(f"nominations:{name}", NOT_THEIRS, NOT_THEIRS, "another's", FOREIGN),
        )
    ),
    Row("nominations:empty-sheet", inside(*WRITING), signed_in(Meets.NO_SUCH_METHOD), kwargs=OWN),
    Row("nominations:submit", inside(*HANDING_IN), inside(*HANDING_IN), "one's own", OWN),
    Row("nominations:submit", NOT_THEIRS, NOT_THEIRS, "another's", FOREIGN),
    Row("nominations:endorse", inside(), inside(), "with nobody above", OWN),
    Row("nominations:endorse", NOT_THEIRS, NOT_THEIRS, "another's", FOREIGN),
    Row("nominations:edit", inside(*WRITING), inside(*WRITING), "one's own", DRAFTED),
    Row("nominations:edit", NOT_THEIRS, NOT_THEIRS, "another's", ELSEWHERE),
    *(
        row
        for name in ("move", "remove")
        for row in (
            Row(
                f"nominations:{name}",
                signed_in(Meets.NO_SUCH_METHOD),
                inside(*WRITING, meets=Meets.DONE),
                "one's own",
                DRAFTED,
            ),
            Row(
                f"nominations:{name}",
                signed_in(Meets.NO_SUCH_METHOD),
                NOT_THEIRS,
                "another's",
                ELSEWHERE,
            ),
        )
    ),
    *(
        row
        for name in ("replace", "withdraw")
        for row in (
            Row(
                f"nominations:{name}",
                inside(*HANDING_IN),
                inside(*HANDING_IN),
                "one's own",
                HANDED_IN,
            ),
            Row(f"nominations:{name}", NOT_THEIRS, NOT_THEIRS, "another's", ELSEWHERE),
        )
    ),
    Row("nominations:letter", SEEN, signed_in(Meets.NO_SUCH_METHOD), "one's own", HANDED_IN),
    Row(
        "nominations:letter",
        STAFF_ONLY,
        signed_in(Meets.NO_SUCH_METHOD),
        "another's",
        ELSEWHERE,
    ),
    Row(
        "nominations:letter-file",
        LETTERS,
        signed_in(Meets.NO_SUCH_METHOD),
        "one's own",
        letter("invitation_letter"),
    ),
    Row(
        "nominations:letter-file",
        LETTERS | dict.fromkeys(HANDING_IN, Meets.NOT_THERE),
        signed_in(Meets.NO_SUCH_METHOD),
        "another's",
        letter("foreign_invitation"),
    ),
    Row(
        "nominations:letter-by-link",
        everyone(Meets.SHOWN),
        everyone(Meets.NO_SUCH_METHOD),
        "opened by a link",
        letter_below("own_letter"),
    ),
    Row(
        "nominations:letter-by-link",
        everyone(Meets.NOT_THERE),
        everyone(Meets.NO_SUCH_METHOD),
        "somebody else's",
        letter_below("invitation_letter"),
    ),
    Row(
        "nominations:travel-by-link",
        everyone(Meets.SHOWN),
        everyone(Meets.SHOWN),
        "opened by a link, sent empty",
        lambda world, _role: {"secret": world.things["travel_secret"]},
    ),
    Row(
        "nominations:travel-by-link",
        everyone(Meets.NOT_THERE),
        everyone(Meets.NOT_THERE),
        "by another link",
        lambda *_: {"secret": "guessed"},
    ),
    Row(
        "nominations:own-travel",
        signed_in(Meets.SHOWN),
        signed_in(Meets.SHOWN),
        "one's own, sent empty",
        traveller,
    ),
    Row(
        "nominations:own-travel",
        signed_in(Meets.NOT_THERE),
        signed_in(Meets.NOT_THERE),
        "somebody else's",
        lambda world, _role: {"uid": world.things["other_traveller"].uid},
    ),
]
