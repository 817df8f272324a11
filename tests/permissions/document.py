"""The table for people: docs/permissions.md, written by `make permissions`."""

from pathlib import Path

from tests.permissions.rows import ROWS
from tests.permissions.table import ROLES, Row

FILE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HEAD = """# Who meets what at which address

Written by `make permissions` from tests/permissions/rows/; a test fails while it is out of date.
Every cell is tried by tests/permissions/test_permissions.py: what GET meets / what POST meets.
Where POST is refused, PUT, PATCH and DELETE (in turns) may write nothing either. *done* is a success that
leads on, *shown* a page, all else a refusal, after which the database is as it was.
"""


def document() -> str:
    """Return the whole file."""
    return HEAD + "".join(_section(name, rows) for name, rows in sorted(ROWS.items()))


def write() -> None:
    FILE.write_text(document(), encoding="utf-8")


def _section(name: str, rows: list[Row]) -> str:
    columns = ["address", *ROLES]
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    lines += [f"| {' | '.join(_line(row))} |" for row in rows]
    return f"\n## {name}\n\n" + "\n".join(lines) + "\n"


def _line(row: Row) -> list[str]:
    address = f"`{row.url}`".replace("|", "\\|") + (f", {row.about}" if row.about else "")
    return [address, *(f"{row.get[role]} / {row.post[role]}" for role in ROLES)]
