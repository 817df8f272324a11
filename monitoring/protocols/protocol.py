"""A protocol: what is asked, in which unit and bounds, and by which rules it is checked."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from monitoring.protocols.files import Texts, read, texts, told
from monitoring.protocols.rules import Rule, rules


@dataclass(frozen=True)
class Field:
    """Something a survey says. `least` and `most` are bounds in `unit`, None where there are none;
    a number has up to `decimals` behind its point."""

    key: str
    labels: Texts
    kind: str
    unit: str
    least: float | None
    most: float | None
    notes: Texts
    is_open: bool
    is_required: bool
    decimals: int

    @property
    def label(self) -> str:
        return told(self.labels)

    @property
    def note(self) -> str:
        return told(self.notes)

    @property
    def bounds(self) -> str:
        """The bounds as one reads them; a dash for none."""
        return "–" if self.least is None else f"{self.least:,} – {self.most:,}"


@dataclass(frozen=True)
class Protocol:
    """One version of a protocol; `open_points` are what is to be confirmed."""

    code: str
    version: str
    names: Texts
    abouts: Texts
    sources: Texts
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...]
    open_points: tuple[Texts, ...]

    @property
    def name(self) -> str:
        return told(self.names)

    @property
    def about(self) -> str:
        return told(self.abouts)

    @property
    def source(self) -> str:
        return told(self.sources)

    @property
    def to_confirm(self) -> list[str]:
        return [told(point) for point in self.open_points]


@cache
def protocols() -> dict[str, Protocol]:
    """Return all protocols by their codes, in their order."""
    found = read()
    return {
        code: _protocol(code, data, found["fields"]) for code, data in found["protocols"].items()
    }


def find(code: str) -> Protocol | None:
    return protocols().get(code)


def _protocol(code: str, data: dict[str, Any], fields: dict[str, dict[str, Any]]) -> Protocol:
    asked = [(key, True) for key in data["required"]] + [(key, False) for key in data["optional"]]
    return Protocol(
        code=code,
        version=data["version"],
        names=texts(data, "name"),
        abouts=texts(data, "about"),
        sources=texts(data, "source"),
        fields=tuple(_field(key, fields[key], is_required) for key, is_required in asked),
        rules=tuple(rules()[each] for each in data["rules"]),
        open_points=tuple(texts(point) for point in data.get("open", ())),
    )


def _field(key: str, data: dict[str, Any], is_required: bool) -> Field:
    return Field(
        key=key,
        labels=texts(data),
        kind=data["kind"],
        unit=data.get("unit", ""),
        least=data.get("least"),
        most=data.get("most"),
        notes=texts(data, "note"),
        is_open=data.get("open", False),
        is_required=is_required,
        decimals=data.get("decimals", 1),
    )
