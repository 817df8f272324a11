"""The marks of a training's participants, as the secretariat types them."""

from collections.abc import Set
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.actions import Marks
from monitoring.models import Score, Training
from partnership.core.admin.theme import TextareaWidget, TextWidget
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event

BEFORE, AFTER = "before", "after"
KEPT_AS: Final = (BEFORE, AFTER)
KEPT: Final = tuple(f"score__{name}" for name in KEPT_AS)
COLUMNS: Final = 4
LONGEST: Final = 12  # digits


class ScoresForm(forms.Form):
    """Two fields for each confirmed participant, by name, filled with what is kept.

    Each carries along what it was filled with, so that only what somebody changed is taken: a
    colleague may have typed others meanwhile.
    """

    def __init__(self, event: Event, data: Any = None) -> None:
        super().__init__(data)
        training = Training.objects.filter(pk=event.pk).first()
        most = (training.full_marks if training else None) or 0
        kept = {score.pk: score for score in Score.objects.of_event(event)}
        people = event.registrations.filter(status=RegistrationStatus.CONFIRMED)
        for row in people.order_by("name", "pk"):
            score = kept.get(row.pk)
            name = row.name or str(row)
            labels = {
                BEFORE: _("%(name)s: before") % {"name": name},
                AFTER: _("%(name)s: after") % {"name": name},
            }
            for part, label in labels.items():
                initial = getattr(score, part, None)
                self.fields[f"{part}_{row.pk}"] = _marks(label, most, initial)

    def clean(self) -> dict[str, Any]:
        """Leave out what nobody changed."""
        cleaned = super().clean() or {}
        return {name: cleaned[name] for name in self.changed_data if name in cleaned}

    @staticmethod
    def marks(typed: dict[str, Any]) -> dict[int, Marks]:
        """Return the changed marks by registration."""
        found: dict[int, dict[str, int | None]] = {}
        for name, mark in typed.items():
            part, _underscore, key = name.partition("_")
            found.setdefault(int(key), {})[part] = mark
        return dict(found)


class ScoresTableForm(forms.Form):
    """All marks at once, copied out of a table: number, name, before, after. The field begins with
    everybody and what is kept, to be copied into a table first; every fault is told at once."""

    table = forms.CharField(
        label=_("Number, name, before, after"),
        max_length=100_000,
        strip=False,
        help_text=_(
            "Copy this into a table, fill in the marks, and copy all of it back here. An empty mark "
            "changes nothing."
        ),
        widget=TextareaWidget(attrs={"rows": 16}),
    )

    def __init__(self, event: Event, data: Any = None) -> None:
        training = Training.objects.filter(pk=event.pk).first()
        self.most = (training.full_marks if training else None) or 0
        people = event.registrations.filter(status=RegistrationStatus.CONFIRMED)
        self.rows = list(people.order_by("name", "pk").values_list("pk", "name", *KEPT))
        lines = ("\t".join(_cell(value) for value in row) for row in self.rows)
        super().__init__(data, initial={"table": "\n".join(lines)})

    def clean_table(self) -> dict[int, Marks]:
        """Return the marks by registration, or refuse with every fault there is."""
        known = {row[0] for row in self.rows}
        found: dict[int, Marks] = {}
        faults: list[str] = []
        for number, line in enumerate(self.cleaned_data["table"].splitlines(), start=1):
            cells = [cell.strip() for cell in line.split("\t")]
            if not any(cells):
                continue
            try:
                key, marks = self._read(cells, known.difference(found))
            except ValueError as fault:
                faults.append(_("Line %(number)d: %(fault)s") % {"number": number, "fault": fault})
            else:
                found[key] = marks
        if faults:
            raise forms.ValidationError(faults)
        return found

    def _read(self, cells: list[str], left: Set[int]) -> tuple[int, Marks]:
        """Return whose marks a line has, who of those not read yet; a ValueError says what is wrong."""
        if not 1 < len(cells) <= COLUMNS:
            raise ValueError(_("there are not four columns. Copy them out of a table."))
        cells += [""] * (COLUMNS - len(cells))  # empty ends are lost on the way
        key = _number(cells[0])
        if key not in left:
            raise ValueError(_("no participant has this number, or it is there twice."))
        given = {name: cell for name, cell in zip(KEPT_AS, cells[2:], strict=True) if cell}
        for cell in given.values():
            if not -1 < _number(cell) <= self.most:
                fault = _("“%(mark)s” is no mark from 0 to %(most)d.")
                raise ValueError(fault % {"mark": cell, "most": self.most})
        return key, {name: int(cell) for name, cell in given.items()}


def _number(cell: str) -> int:
    """Return what stands in a cell; -1 where it is no number, or a longer one than any of ours."""
    return int(cell) if cell.isdecimal() and len(cell) < LONGEST else -1


def _cell(value: object) -> str:
    """Return a value as it stands in a table; a name never has a tab of its own."""
    return "" if value is None else " ".join(str(value).split())


def _marks(label: str, most: int, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        initial=initial,
        show_hidden_initial=True,
        widget=TextWidget(attrs={"inputmode": "numeric"}),
    )
