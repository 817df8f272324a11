"""What the programmes' apps add to the form of an event of their kind: rows, and pages behind
buttons. Their `admin.py` enters it here; the form asks."""

from typing import Any

from partnership.core.admin.confirm import ConfirmPage

_rows: dict[str, tuple[type[Any], ...]] = {}
_pages: dict[str, tuple[ConfirmPage, ...]] = {}


def register(kind: str, *rows: type[Any], pages: tuple[ConfirmPage, ...] = ()) -> None:
    """Enter the rows (inline admin classes) and pages of a kind of event."""
    _rows[kind], _pages[kind] = rows, pages


def rows_of(kind: str) -> list[type[Any]]:
    return list(_rows.get(kind, ()))


def pages() -> tuple[ConfirmPage, ...]:
    """Return the pages of all kinds; each says itself for which events it is offered."""
    return tuple(page for pages in _pages.values() for page in pages)
