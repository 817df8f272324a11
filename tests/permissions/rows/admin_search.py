"""The glossary and what was searched for, in the admin."""

from collections.abc import Callable

from django.utils import timezone

from partnership.search.models import AskedText
from tests.factories.search import subject
from tests.permissions.admin_rows import admin_rows
from tests.permissions.table import Row, World, in_admin

EDITORS = ("secretariat", "publisher")


def furnish(world: World) -> None:
    world.things["concept"] = subject("glossary-row", "词汇表行", "row of the glossary")
    world.things["asked"] = AskedText.objects.create(
        day=timezone.localdate(), language="en", text="reef", results=0, times=3
    )


def one(thing: str) -> Callable[[World, str], dict[str, object]]:
    return lambda world, _role: {"object_id": world.things[thing].pk}


ROWS = [
    *admin_rows("search.concept", one("concept"), change=EDITORS),
    *admin_rows("search.askedtext", one("asked"), view=EDITORS),
    Row(
        "admin:search_askedtext_word",
        in_admin(*EDITORS),
        in_admin(*EDITORS),
        kwargs=one("asked"),
    ),
]
