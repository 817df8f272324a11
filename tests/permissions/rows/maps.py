"""What maps are made of, for everybody; approved maps, for the secretariat."""

from collections.abc import Callable

from tests.factories.maps import ApprovedMapFactory
from tests.permissions.admin_rows import admin_rows
from tests.permissions.table import Meets, Row, World, everyone

READ_ONLY = everyone(Meets.NO_SUCH_METHOD)


def furnish(world: World) -> None:
    world.things["approved_map"] = ApprovedMapFactory()


def one(thing: str) -> Callable[[World, str], dict[str, object]]:
    return lambda world, _role: {"object_id": world.things[thing].pk}


ROWS = [
    Row("maps:settings", everyone(Meets.SHOWN), READ_ONLY),
    *admin_rows(
        "maps.approvedmap",
        one("approved_map"),
        view=("secretariat", "publisher"),
        change=("secretariat",),
        delete=("secretariat",),
    ),
]
