"""All rows, file by file. A file may also have `furnish(world)`, which makes its objects."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from tests.permissions.table import Row, World

FILES: dict[str, ModuleType] = {
    module.name: import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)
}
ROWS: dict[str, list[Row]] = {name: file.ROWS for name, file in FILES.items()}


def furnish(world: World) -> None:
    for file in FILES.values():
        if hasattr(file, "furnish"):
            file.furnish(world)
