"""Reference data in the admin: everybody on the staff looks at it, nobody edits it there."""

from typing import Any

from tests.factories.reference import CityFactory, RiverBasinFactory, ThemeFactory
from tests.permissions.admin_rows import admin_rows
from tests.permissions.table import STAFF, Row, World, in_admin


def furnish(world: World) -> None:
    world.things["place"] = CityFactory()
    world.things["basin"] = RiverBasinFactory()
    world.things["theme"] = ThemeFactory()


def number(thing: str) -> Any:
    return lambda world, _role: {"object_id": world.things[thing].pk}


ROWS = [
    Row("admin:reference_naming", in_admin(*STAFF), in_admin(*STAFF)),
    *admin_rows("reference.place", number("place"), view=STAFF),
    *admin_rows("reference.riverbasin", number("basin"), view=STAFF),
    *admin_rows("reference.theme", number("theme"), view=STAFF),
]
