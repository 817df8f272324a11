"""Compares verdicts on malformed files (validation_cases.json)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monitoring.comparison.differences import Differences
from monitoring.comparison.litter_data import read_data
from monitoring.comparison.litter_files import LitterTypes, read_types
from monitoring.comparison.litter_records import read_json
from monitoring.comparison.litter_rules import LitterRefused, Refused, Warned

STRICTER = frozenset({Refused.TWICE, Refused.TWO_REGIONS, Refused.BAD_DATE, Refused.TEXT})


def compare_verdicts(file: Path, found: Differences) -> None:
    """Each case: accepted or refused, by which rule, with which warnings, how many surveys."""
    content = read_json(file)
    types = read_types(_text(content["types_csv"]))
    for name, case in content["cases"].items():
        found.rows += 1
        _compare_case(name, case, types, found)


def _compare_case(
    name: str, case: Mapping[str, Any], types: LitterTypes, found: Differences
) -> None:
    said = case.get("log_warn_error") or []
    lines = [said] if isinstance(said, str) else list(said)
    expected = _recognised(Warned, [line for line in lines if "[WARN]" in line])
    try:
        data = read_data(_text(case["csv"]), types)
    except LitterRefused as refusal:
        if case["status"] == "ok" and refusal.rule in STRICTER:
            found.remarks.append(f"{name}: stricter than litteR: {refusal}")
            return
        found.compare("verdict", case["status"], "error", name)
        rules = _recognised(Refused, [case.get("message") or ""])
        found.compare("verdict: rule", rules, refusal.rule.name, name)
        found.compare("verdict: warnings", expected, _names(refusal.warnings), name)
        return
    found.compare("verdict", case["status"], "ok", name)
    found.compare("verdict: warnings", expected, _names(data.warnings), name)
    surveys = len(data.surveys)
    for key, count in (("surveys", surveys), ("rows", surveys * len(data.types))):
        if key in case:
            found.compare(f"verdict: {key}", case[key], count, name)


def _text(lines: str | list[str]) -> str:
    """Return a file's text, which one line alone is written without brackets for."""
    return lines if isinstance(lines, str) else "\n".join(lines)


def _recognised(rules: type[Warned] | type[Refused], texts: list[str]) -> str:
    named = {rule.name for rule in rules for text in texts if rule.value in text}
    return ", ".join(sorted(named)) or ("other" if any(texts) else "")


def _names(warnings: tuple[Warned, ...]) -> str:
    return ", ".join(sorted({warning.name for warning in warnings}))
