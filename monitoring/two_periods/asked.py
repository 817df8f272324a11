"""Which periods are to be compared."""

from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.results.periods import years
from monitoring.results.shapes import Scope
from monitoring.statistics.results import Period
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select

LABELS: Final = {
    "first_from": gettext_lazy("First period from"),
    "first_to": gettext_lazy("First period to"),
    "second_from": gettext_lazy("Second period from"),
    "second_to": gettext_lazy("Second period to"),
}
CHOOSE: Final = gettext_lazy("chosen by the portal")


class PeriodsForm(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], scope: Scope, known: list[str]) -> None:
        super().__init__({**chosen, "kind": scope.kind, "code": scope.code})
        for name, label in LABELS.items():
            self.fields[name] = select(label, CHOOSE, [(year, year) for year in known])
        for name in ("kind", "code"):
            self.fields[name] = forms.CharField(required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Periods(NarrowedList):
    """Both periods, the earlier first; None where they cannot be compared, and `notices` say why."""

    both: tuple[Period, Period] | None

    @property
    def active(self) -> int:
        """How many ends are chosen."""
        return sum(1 for name in LABELS if self.form.data.get(name))


def asked_periods(query: QueryDict, scope: Scope, surveyed: tuple[int, ...]) -> Periods:
    """Read an address; `surveyed` are the years with surveys. What is not chosen is the halves of them."""
    asked = Asked(query)
    known = [str(year) for year in range(surveyed[0], surveyed[-1] + 1)] if surveyed else []
    chosen = {name: asked.choice(name, known, label) for name, label in LABELS.items()}
    form = PeriodsForm(chosen, scope, known)
    if len(known) < 2:
        said = _("Two periods need surveys of two years at least; there are none to compare yet.")
        return Periods(form, [*asked.notices, said], None)
    middle = (surveyed[0] + surveyed[-1]) // 2
    ends = (surveyed[0], middle, middle + 1, surveyed[-1])
    first_from, first_to, second_from, second_to = (
        int(chosen[name] or end) for name, end in zip(LABELS, ends, strict=True)
    )
    first, second = sorted((sorted((first_from, first_to)), sorted((second_from, second_to))))
    if first[1] >= second[0]:
        said = _("The periods overlap, so that nothing can be compared. Choose years that do not.")
        return Periods(form, [*asked.notices, said], None)
    return Periods(form, asked.notices, (years(*first), years(*second)))
