"""What a whole is made of: one bar of 100 %, each part with a pattern of its own."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts import shares_svg
from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, csv_text


@dataclass(frozen=True)
class Part:
    """A part and its amount, in the unit of the whole."""

    name: str
    amount: float


@dataclass(frozen=True)
class Shares:
    """The parts of a whole in the order they are drawn; the shares come from their amounts.

    Amounts in per cent are shares already, and the table has them once.
    """

    title: str
    unit: str
    parts: list[Part]
    label_heading: str
    source: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> float:
        return sum(part.amount for part in self.parts)

    def share(self, part: Part) -> float:
        """Return the share in per cent."""
        return 100 * part.amount / self.total if self.total else 0.0

    @property
    def remarks(self) -> list[str]:
        return self.notes

    @property
    def description(self) -> str:
        if not self.total:
            return _("There are no values yet.")
        named = "; ".join(f"{part.name} {self.shown_share(part)}" for part in self.parts)
        return _("%(count)s parts of 100 %%: %(named)s.") % {
            "count": len(self.parts),
            "named": named,
        }

    def shown_share(self, part: Part) -> str:
        return f"{shown(round(self.share(part), 1))} %"

    @property
    def _amounts(self) -> list[list[float]]:
        """The column of amounts, unless it would repeat the shares."""
        return [[] if self.unit == "%" else [part.amount] for part in self.parts]

    @property
    def headings(self) -> list[str]:
        amount = [] if self.unit == "%" else [_("Amount (%(unit)s)") % {"unit": self.unit}]
        return [self.label_heading, *amount, _("Share (%)")]

    @property
    def rows(self) -> list[list[str]]:
        return [
            [part.name, *map(shown, amount), shown(round(self.share(part), 1))]
            for part, amount in zip(self.parts, self._amounts, strict=True)
        ]

    def csv(self) -> str:
        rows = (
            [part.name, *amount, self.share(part)]
            for part, amount in zip(self.parts, self._amounts, strict=True)
        )
        return csv_text([self.headings, *rows])

    def keys(self, chart_id: str) -> list[Key]:
        return shares_svg.keys(self, chart_id)

    def svg(self, chart_id: str) -> SafeString:
        return shares_svg.render(self, chart_id)
