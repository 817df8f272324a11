"""Pages and news in the admin."""

from collections.abc import Callable

from tests.factories.portal import NewsFactory, PageFactory
from tests.permissions.admin_rows import admin_rows, sheet_rows
from tests.permissions.table import STAFF, Arguments, Meets, Row, World, in_admin

WATCHERS = ("publisher", "audit-administrator")
EDITORS = ("secretariat",)
PUBLISHERS = ("publisher",)


def furnish(world: World) -> None:
    world.things["news_draft"] = NewsFactory()
    world.things["page_draft"] = PageFactory()


def one(thing: str, **more: str) -> Callable[[World, str], dict[str, object]]:
    return lambda world, _role: {"object_id": world.things[thing].pk, **more}


def deeds(model: str, thing: str) -> list[Row]:
    """Publishing asks first; a deed that is not in the list is not there."""
    url = f"admin:portal_{model}_deed"
    publish: Arguments = one(thing, slug="publish-en")
    nobody = in_admin("secretariat", *WATCHERS, meets=Meets.NOT_THERE)
    done = in_admin(*PUBLISHERS, meets=Meets.DONE)
    return [
        Row(url, in_admin(*PUBLISHERS), done, "publish", publish),
        Row(url, nobody, nobody, "an unknown deed", one(thing, slug="burn")),
        Row(
            f"admin:portal_{model}_preview",
            in_admin(*STAFF),
            in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
            kwargs=one(thing, language="en"),
        ),
    ]


ROWS = [
    *admin_rows("portal.news", one("news_draft"), view=WATCHERS, change=EDITORS),
    *sheet_rows("portal.news", view=STAFF, take=EDITORS),
    *deeds("news", "news_draft"),
    *admin_rows("portal.page", one("page_draft"), view=WATCHERS, change=EDITORS),
    *deeds("page", "page_draft"),
]
