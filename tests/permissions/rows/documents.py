"""Files, pictures and consents: one's own, somebody else's, public ones; and the admin's pages."""

from dataclasses import replace

from tests.factories.files import CSV, ConsentFactory, PictureFactory, StoredFileFactory, stored
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import Arguments, Meets, Row, World, everyone, in_admin, only

KEEPERS = ("secretariat",)
LOOKERS = ("publisher",)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)
ABSENT = everyone(Meets.NOT_THERE)


def furnish(world: World) -> None:
    """A table that the member has sent, a picture whose rights lack, and a record of consent."""
    world.things["file"] = stored(CSV, "a.csv", by=world.people["member"])
    world.things["picture"] = PictureFactory(file=stored(), licence="")
    world.things["picture_row"] = PictureFactory()
    world.things["file_row"] = StoredFileFactory(state="quarantined", checked_at=None)
    world.things["consent"] = ConsentFactory()


def one(thing: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things[thing].pk}


def saved_when_empty(rows: list[Row]) -> list[Row]:
    """Nothing is required on these forms, so sending one empty saves it."""
    saved = in_admin(*KEEPERS, meets=Meets.DONE)
    return [replace(row, post=saved) if row.url.endswith("_change") else row for row in rows]


def token(world: World, _role: str) -> dict[str, str]:
    return {"token": world.things["file"].token}


def copy(world: World, _role: str) -> dict[str, str]:
    return {"token": world.things["picture"].file.token, "name": "64.webp"}


def made_up(world: World, role: str) -> dict[str, str]:
    return {**copy(world, role), "token": "0" * 32}


SEEN_BY_SENDER = only("member", *KEEPERS, others=Meets.NOT_THERE, anonymous=Meets.NOT_THERE)
SEEN_BY_STAFF = only(*KEEPERS, *LOOKERS, others=Meets.NOT_THERE, anonymous=Meets.NOT_THERE)

ROWS = [
    Row("documents:file", SEEN_BY_SENDER, READ_ONLY, "sent by the member", token),
    Row("documents:picture", SEEN_BY_STAFF, READ_ONLY, "on no public page", copy),
    Row("documents:picture", ABSENT, READ_ONLY, "made up", made_up),
    *saved_when_empty(admin_rows("documents.storedfile", one("file_row"), change=KEEPERS)),
    *saved_when_empty(
        admin_rows("documents.picture", one("picture_row"), view=LOOKERS, change=KEEPERS)
    ),
    *admin_rows("documents.consent", one("consent"), change=KEEPERS),
    *(
        deed("documents.storedfile", slug, one("file_row"), may=KEEPERS, see=KEEPERS, posted=posted)
        for slug, posted in (("check-again", Meets.DONE), ("take-out-of-use", Meets.SHOWN))
    ),
    *(
        deed("documents.picture", slug, one("picture_row"), may=KEEPERS, see=(*KEEPERS, *LOOKERS))
        for slug in ("withdraw", "restore")
    ),
    deed("documents.consent", "withdraw", one("consent"), may=KEEPERS, see=KEEPERS),
]
