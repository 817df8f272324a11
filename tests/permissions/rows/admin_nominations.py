"""Nominations in the admin: who looks, who asks, who decides."""

from dataclasses import replace

from partnership.events import actions as of_events
from partnership.nominations import actions, letter_texts
from partnership.nominations.models import LetterTemplate
from tests.factories.events import clerk
from tests.factories.nominations import NominationFactory, QuotaFactory
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import STAFF, Arguments, Meets, World, in_admin

EDITORS = ("secretariat",)
WATCHERS = ("publisher", "audit-administrator")


def furnish(world: World) -> None:
    """Keep seats for a city that has handed somebody in."""
    world.things["quota_in_admin"] = QuotaFactory(seats=1, reserve_seats=0)
    world.things["nomination_to_decide"] = NominationFactory(
        quota=world.things["quota_in_admin"], submitted=True
    )
    accepted = NominationFactory(quota=QuotaFactory(), accepted=True)
    world.things["accepted_nomination"] = accepted
    of_events.accept_offer(accepted.registration, consent_version="1")
    world.things["travel_in_admin"] = actions.write_travel(accepted.registration, {})
    world.things["letter_in_admin"] = actions.issue_to_organisation(accepted.quota, by=clerk())
    world.things["letter_template"] = LetterTemplate.objects.create(
        kind="visa", **letter_texts.DEFAULTS["visa"]
    )


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


QUOTA, NOMINATION = one("quota_in_admin"), one("nomination_to_decide")

ROWS = [
    *admin_rows("nominations.nominationquota", QUOTA, view=WATCHERS, change=EDITORS),
    deed("nominations.nominationquota", "release", QUOTA, may=EDITORS, see=STAFF),
    *admin_rows("nominations.nomination", NOMINATION, view=EDITORS),
    *(
        deed(
            "nominations.nomination", slug, NOMINATION, may=EDITORS, see=EDITORS, posted=Meets.DONE
        )
        for slug in ("accept", "reserve")
    ),
    *(
        deed("nominations.nomination", slug, NOMINATION, may=EDITORS, see=EDITORS)
        for slug in ("return", "decline", "substitute")
    ),
    deed("nominations.nominationquota", "letter", QUOTA, may=EDITORS, see=STAFF, posted=Meets.DONE),
    deed("nominations.nomination", "letter", one("accepted_nomination"), may=EDITORS, see=EDITORS),
    *(
        replace(row, post=in_admin()) if row.url == "admin:nominations_letter_change" else row
        for row in admin_rows("nominations.letter", one("letter_in_admin"), change=EDITORS)
    ),
    deed(
        "nominations.letter",
        "issue-anew",
        one("letter_in_admin"),
        may=EDITORS,
        see=EDITORS,
        posted=Meets.DONE,
    ),
    *admin_rows("nominations.lettertemplate", one("letter_template"), change=EDITORS),
    *(
        replace(row, get_writes="each look is written down")
        if row.url == "admin:nominations_travel_change"
        else row
        for row in admin_rows("nominations.travel", one("travel_in_admin"), view=EDITORS)
    ),
]
