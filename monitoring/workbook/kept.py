"""What was found in a file and what became of its surveys, as a row of the database keeps it."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final
from uuid import UUID

from monitoring.protocols import Severity
from monitoring.workbook.findings import Finding
from monitoring.workbook.taking import Taken
from partnership.review.clashes import Clash

MOST: Final = 5_000  # findings kept of one file; how many there are is said


def findings(found: list[Finding]) -> dict[str, Any]:
    """Return the columns of a row that say what was found."""
    return {"finding_count": len(found), "findings": [asdict(each) for each in found[:MOST]]}


def found(rows: Iterable[dict[str, Any]]) -> list[Finding]:
    return [Finding(**row | {"severity": Severity(row["severity"])}) for row in rows]


def taken(surveys: Iterable[Taken]) -> list[dict[str, Any]]:
    return [asdict(each) | {"key": str(each.key)} for each in surveys]


def became(rows: Iterable[dict[str, Any]]) -> list[Taken]:
    """Return what became of the surveys of a file."""
    return [
        Taken(
            UUID(row["key"]),
            row["title"],
            row["what"],
            _by_language(row["changes_by_language"]),
            row.get("refusals", {}),
        )
        for row in rows
    ]


def _by_language(changes: dict[str, list[dict[str, str]]]) -> dict[str, list[Clash]]:
    return {language: [Clash(**row) for row in rows] for language, rows in changes.items()}
