"""The series of dialogues: how many of which theme took place in which province in which year."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, Self

from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.indicators import sifted
from partnership.events.choices import Kind
from partnership.events.counting import held
from partnership.reference import names
from partnership.reference.choices import LineOfWork
from partnership.reference.models import Place, Theme
from partnership.reference.zones import zone

ELSEWHERE: Final = ""  # stands for every place outside of the provinces in focus


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One that took place; `province` is a province in focus or ELSEWHERE."""

    key: int
    province: str
    year: int
    themes: frozenset[str]
    is_demo: bool = False

    def fits(self, province: str | None, theme: str | None, year: int | None) -> bool:
        """Tell whether it belongs into a cell; None stands for any."""
        return (
            (province is None or self.province == province)
            and (theme is None or theme in self.themes)
            and (year is None or self.year == year)
        )


@dataclass(frozen=True)
class Series:
    """Dialogues with the provinces (code and name) and themes they are counted by; a dialogue with
    two themes counts in the row of each and once in the sums. All are demo data (`is_demo`), or
    `left_out` of those are not among them."""

    dialogues: tuple[Dialogue, ...]
    provinces: dict[str, str]
    themes: dict[str, str]
    is_demo: bool = False
    left_out: int = 0

    @classmethod
    def of_public(cls) -> Self:
        """Read all public dialogues that were held, by three queries."""
        focus = Place.objects.provinces().in_focus().ordered_for()
        provinces = dict(focus.values_list("code", languages.column("name")))
        found = sifted(_dialogues(provinces), lambda dialogue: dialogue.is_demo)
        used = {theme for dialogue in found.rows for theme in dialogue.themes}
        line = set(Theme.objects.filter(line=LineOfWork.ROUNDTABLES).values_list("code", flat=True))
        if any(dialogue.province == ELSEWHERE for dialogue in found.rows):
            provinces[ELSEWHERE] = _("Elsewhere")
        themes = names.names_of("theme", used | line)
        return cls(found.rows, provinces, themes, found.is_demo, found.left_out)

    @cached_property
    def years(self) -> list[int]:
        """From the first year to the last one, those without a dialogue too; the latest first."""
        seen = [dialogue.year for dialogue in self.dialogues]
        return list(range(max(seen), min(seen) - 1, -1)) if seen else []

    def count(
        self, *, province: str | None = None, theme: str | None = None, year: int | None = None
    ) -> int:
        """Return the number in a cell, or in a sum: None stands for any."""
        return self._counts[province, theme, year]

    def keys(self, province: str | None, theme: str | None, year: int | None) -> list[int]:
        """Return the keys of the dialogues behind a cell."""
        return [each.key for each in self.dialogues if each.fits(province, theme, year)]

    @cached_property
    def _counts(self) -> Counter[tuple[str | None, str | None, int | None]]:
        """All cells and sums in one pass."""
        return Counter(
            (province, theme, year)
            for each in self.dialogues
            for province in (each.province, None)
            for theme in (*each.themes, None)
            for year in (each.year, None)
        )

    def table(self) -> Iterator[list[object]]:
        """Yield every cell as a row for a file, empty ones too, headings first."""
        yield [_("Province"), _("Theme"), _("Year"), _("Dialogues")]
        for year in self.years:
            for province, name in self.provinces.items():
                for theme, called in self.themes.items():
                    yield [name, called, year, self._counts[province, theme, year]]


def year_of(starts_at: datetime, timezone: str) -> int:
    """Return the year of the first day by the clock of the place."""
    return starts_at.astimezone(zone(timezone)).year


def _dialogues(provinces: dict[str, str]) -> Iterator[Dialogue]:
    themes: dict[int, set[str]] = defaultdict(set)
    found: dict[int, tuple[str, int, bool]] = {}
    columns = ("pk", "place__province__code", "starts_at", "timezone", "is_demo", "themes__code")
    for key, province, starts_at, timezone, is_demo, theme in (
        held(Kind.DIALOGUE).order_by("pk").values_list(*columns)
    ):
        known = province if province in provinces else ELSEWHERE
        found[key] = (known, year_of(starts_at, timezone), is_demo)
        themes[key] |= {theme} if theme else set()
    for key, (known, year, is_demo) in found.items():
        yield Dialogue(key, known, year, frozenset(themes[key]), is_demo)
