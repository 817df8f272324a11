"""The workbooks there are, each for what one form of a single survey asks."""

from typing import Final

from monitoring.choices import FORM_LIST, SeaMethod, WorkbookKind
from monitoring.workbook.layouts.beach import BeachLayout
from monitoring.workbook.layouts.layout import Layout
from monitoring.workbook.layouts.sea import SeaLayout
from partnership.accounts.models import User
from partnership.reference.models import ItemList
from partnership.review import policies

__all__ = ["Layout", "find", "layout_of", "offered_to", "stamp_of", "stamped"]

VERSION: Final = "1"
LAYOUTS: Final[dict[str, Layout]] = {
    WorkbookKind.BEACH.value: BeachLayout(),
    **{method.value: SeaLayout(method) for method in SeaMethod},
}


def find(kind: str) -> Layout | None:
    return LAYOUTS.get(kind)


def layout_of(kind: str) -> Layout:
    """Return the workbook of a kind that the database holds."""
    return LAYOUTS[kind]


def offered_to(user: User) -> list[Layout]:
    """Return the workbooks whose surveys `user` may begin."""
    return [each for each in LAYOUTS.values() if policies.may_begin(user, each.subject)]


def stamp_of(layout: Layout) -> str:
    """Return what says that a file is this workbook, and by which list it counts."""
    version = ItemList.objects.values_list("version", flat=True).get(code=FORM_LIST)
    return f"{layout.kind.value}/{VERSION}/{FORM_LIST}/{version}"


def stamped(text: str) -> Layout | None:
    """Return which of the present workbooks bears this stamp."""
    layout = find(text.split("/", 1)[0])
    return layout if layout and stamp_of(layout) == text else None
