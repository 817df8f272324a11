"""Cases in the admin: who sees drafts, who edits, who publishes."""

from tests.factories.cases import ReadyCaseFactory
from tests.permissions.admin_rows import admin_rows, deed, sheet_rows
from tests.permissions.table import STAFF, Arguments, Meets, Row, World, in_admin

EDITORS = ("secretariat",)
PUBLISHERS = ("publisher",)
WATCHERS = ("publisher", "audit-administrator")


def furnish(world: World) -> None:
    world.things["case_in_admin"] = ReadyCaseFactory(number="CN-AS-2026-903", is_demo=True)


def the_case(**more: str) -> Arguments:
    return lambda world, _role: {"object_id": world.things["case_in_admin"].pk, **more}


ROWS = [
    *admin_rows("cases.case", the_case(), view=WATCHERS, change=EDITORS),
    *sheet_rows("cases.case", view=STAFF, take=EDITORS),
    Row(
        "admin:cases_case_preview",
        in_admin(*STAFF),
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
        kwargs=the_case(language="zh-hans"),
    ),
    *(
        deed("cases.case", slug, the_case(), may=PUBLISHERS, see=STAFF, posted=posted)
        for slug, posted in (
            ("publish-en", Meets.DONE),
            ("withdraw-en", Meets.SHOWN),
            ("mark-as-real", Meets.SHOWN),
        )
    ),
    *(
        deed("cases.case", slug, the_case(), may=EDITORS, see=STAFF)
        for slug in ("confirm-facts", "verify-figures")
    ),
]
