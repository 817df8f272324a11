"""What a training adds to the form of its event, and the marks of its test."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring import actions
from monitoring.forms import ScoresForm, ScoresTableForm
from monitoring.models import Trainer, Training
from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.pairs import pairs
from partnership.core.admin.rows import OrderedRows
from partnership.core.verdicts import Verdict
from partnership.events import policies
from partnership.events.admin import programme_rows
from partnership.events.choices import TOOK_PLACE, Kind, Status
from partnership.events.models import Event


class TrainingRow(TranslatedStackedRows):
    """One for each event."""

    model = Training
    can_delete = False
    extra = 1
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *pairs("topics", "methods", "prerequisites"),
                    ("full_marks", "certificate_share"),
                )
            },
        ),
    )


class TrainerRows(TranslatedStackedRows):
    """Who teaches."""

    model = Trainer
    formset = OrderedRows
    ordering_field = "order"
    fieldsets = ((None, {"fields": (*pairs("name", "about"), "order")}),)


class Scores(ConfirmPage):
    """The marks before and after, person by person."""

    slug = "scores"
    label = _("Test results")
    question = _(
        "Marks of the test before and after, as far as they are known. The public page shows the "
        "mean of all, from five people on."
    )
    done = _("The results are kept.")
    in_pairs = True

    def verdict(self, user: Any, obj: Event) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Event) -> bool:
        begun = obj.status in {*TOOK_PLACE, Status.PUBLISHED}
        tested = Training.objects.filter(pk=obj.pk, full_marks__isnull=False)
        return obj.kind == Kind.TRAINING and begun and tested.exists()

    def form(self, obj: Event, data: Any) -> forms.Form:
        return ScoresForm(obj, data)

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        actions.note_scores(obj, ScoresForm.marks(typed), by=by)


class ScoresTable(Scores):
    """The same for many people: copied out of a table."""

    slug = "scores-table"
    label = _("Test results from a table")
    in_pairs = False

    def form(self, obj: Event, data: Any) -> forms.Form:
        return ScoresTableForm(obj, data)

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        actions.note_scores(obj, typed["table"], by=by)


programme_rows.register(Kind.TRAINING, TrainingRow, TrainerRows, pages=(Scores(), ScoresTable()))
