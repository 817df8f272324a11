"""The marks of a training's participants, as the secretariat types them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from monitoring.actions import Marks
from monitoring.models import Score, Training
from partnership.core.admin.theme import TextWidget
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event

BEFORE, AFTER = "before", "after"


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
