"""Reference data in the admin: every staff member looks, nobody changes."""

from collections.abc import Callable

from tests.factories.reference import (
    CityFactory,
    ItemMapFactory,
    RiverBasinFactory,
    ThemeFactory,
)
from tests.permissions.admin_rows import admin_rows, sheet_rows
from tests.permissions.table import STAFF, Row, World, in_admin


def furnish(world: World) -> None:
    world.things["city"] = CityFactory()
    world.things["basin"] = RiverBasinFactory()
    world.things["theme"] = ThemeFactory()
    map_between = ItemMapFactory()
    world.things["item_map"] = map_between
    world.things["litter_item"] = map_between.from_item
    world.things["item_list"] = map_between.from_list


def one(thing: str) -> Callable[[World, str], dict[str, object]]:
    return lambda world, _role: {"object_id": world.things[thing].pk}


ROWS = [
    *admin_rows("reference.place", one("city"), view=STAFF),
    *sheet_rows("reference.place", view=STAFF, take=("publisher",)),
    *admin_rows("reference.riverbasin", one("basin"), view=STAFF),
    *admin_rows("reference.theme", one("theme"), view=STAFF),
    *admin_rows("reference.itemlist", one("item_list"), view=STAFF),
    *admin_rows("reference.litteritem", one("litter_item"), view=STAFF),
    *admin_rows("reference.itemmap", one("item_map"), view=STAFF),
    Row("admin:reference_naming", in_admin(*STAFF), in_admin(*STAFF)),
]
