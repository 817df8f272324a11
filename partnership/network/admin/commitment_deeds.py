"""The pages behind the buttons of commitments, their reports and their evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.theme import ChoiceWidget, TextareaWidget
from partnership.core.verdicts import Verdict
from partnership.network import actions, policies
from partnership.network.choices import Standing
from partnership.network.commitment_choices import (
    COMMITMENT_TRANSITIONS,
    RUNNING,
    CommitmentState,
    ReportState,
)
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Organisation,
)


class OwnerReasonForm(forms.Form):
    """What the owner's people are told, in whichever of both languages they read."""

    reason_zh = forms.CharField(
        label=_("Reason in Chinese"),
        help_text=_("The owner's people read it; it stays in the history and is not public."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=2000,
    )
    reason_en = forms.CharField(
        label=_("Reason in English"), widget=TextareaWidget(attrs={"rows": 3}), max_length=2000
    )


class HandOverForm(OwnerReasonForm):
    """To whom a commitment goes, and why."""

    field_order = ("organisation",)

    organisation: Any = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("organisation"), widget=ChoiceWidget()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = Organisation.objects.filter(standing=Standing.PARTNER).ordered_for()
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]


class Deed(ConfirmPage):
    """Something only the secretariat does."""

    def verdict(self, user: Any, obj: Any) -> Verdict:
        return policies.may_manage(user)


class ChangeState(Deed):
    """Says how far a commitment is. `since` narrows the states it is offered in."""

    def __init__(
        self,
        state: CommitmentState,
        slug: str,
        label: Any,
        question: Any,
        *,
        asks: bool = False,
        since: frozenset[CommitmentState] = frozenset(CommitmentState),
        is_danger: bool = False,
    ) -> None:
        self.state, self.slug, self.label, self.question = state, slug, label, question
        self.asks, self.since, self.is_danger = asks, since, is_danger
        self.done = _("The state is noted, and the owner is told.")

    def is_offered(self, obj: Commitment) -> bool:
        present = CommitmentState(obj.state)
        return present in self.since and self.state in COMMITMENT_TRANSITIONS[present]

    def form(self, obj: Commitment, data: Any) -> forms.Form:
        return OwnerReasonForm(data) if self.asks else forms.Form(data)

    def perform(self, obj: Commitment, *, by: Any, **typed: Any) -> None:
        actions.change_commitment(obj, self.state, by=by, **typed)


class AskForReport(Deed):
    slug = "ask"
    label = _("Ask for a report")
    question = _("Whoever submits for the owner gets a message with the way to the form.")
    done = _("The owner is asked.")

    def is_offered(self, obj: Commitment) -> bool:
        return obj.state in RUNNING

    def perform(self, obj: Commitment, *, by: Any, **typed: Any) -> None:
        actions.ask_for_report(obj, by=by)


class HandOver(Deed):
    slug = "hand-over"
    label = _("Hand over to another organisation")
    question = _(
        "The owner has merged into another body, or its task has moved. Reports and documents go "
        "along; the public page names both, and both are told why."
    )
    done = _("The commitment has a new owner.")
    form_class = HandOverForm

    def is_offered(self, obj: Commitment) -> bool:
        return obj.state in RUNNING

    def perform(self, obj: Commitment, *, by: Any, **typed: Any) -> None:
        actions.hand_over(obj, typed.pop("organisation"), by=by, **typed)


class AcceptReport(Deed):
    slug = "accept"
    label = _("Accept")
    question = _(
        "The report becomes public with its documents, and the light counts from its day. You have "
        "compared the figure with what is shown as evidence."
    )
    done = _("The report is accepted.")

    def is_offered(self, obj: CommitmentReport) -> bool:
        return obj.state == ReportState.GIVEN

    def perform(self, obj: CommitmentReport, *, by: Any, **typed: Any) -> None:
        actions.accept_report(obj, by=by)


class ReturnReport(AcceptReport):
    slug = "return"
    label = _("Return for changes")
    question = _("The owner is told what to change and hands the report in again.")
    done = _("The report is returned.")
    form_class = OwnerReasonForm
    is_danger = True

    def perform(self, obj: CommitmentReport, *, by: Any, **typed: Any) -> None:
        actions.return_report(obj, by=by, **typed)


class AcceptEvidence(Deed):
    slug = "accept"
    label = _("Accept")
    question = _("You have looked at the document: it becomes public with the commitment.")
    done = _("The document is accepted, and the owner is told.")

    def is_offered(self, obj: CommitmentEvidence) -> bool:
        return obj.is_waiting

    def perform(self, obj: CommitmentEvidence, *, by: Any, **typed: Any) -> None:
        actions.accept_evidence(obj, by=by)


class WithdrawEvidence(Deed):
    slug = "withdraw"
    label = _("Withdraw the document")
    question = _(
        "It is handed out no longer; the public page says so, unless it never was public. A completed "
        "commitment without any document turns yellow. The owner is told."
    )
    done = _("The document is no longer handed out.")
    form_class = OwnerReasonForm
    is_danger = True

    def is_offered(self, obj: CommitmentEvidence) -> bool:
        return obj.is_standing

    def perform(self, obj: CommitmentEvidence, *, by: Any, **typed: Any) -> None:
        actions.withdraw_evidence(obj, by=by, **typed)


OF_COMMITMENTS = (
    ChangeState(
        CommitmentState.AGREED,
        "agree",
        _("Agree"),
        _(
            "It becomes public in both languages with its documents and can never be deleted. Its "
            "owner is told."
        ),
    ),
    ChangeState(
        CommitmentState.IN_PROGRESS,
        "begin",
        _("It is in progress"),
        _("Work has begun, or goes on after a delay."),
        since=RUNNING,
    ),
    ChangeState(
        CommitmentState.IN_PROGRESS,
        "resume",
        _("Take it up again"),
        _("What showed its completion does not hold."),
        asks=True,
        since=frozenset({CommitmentState.COMPLETED}),
    ),
    ChangeState(
        CommitmentState.COMPLETED,
        "complete",
        _("It is completed"),
        _("An accepted report reaches the target, and a document shows it."),
    ),
    ChangeState(
        CommitmentState.DELAYED,
        "delay",
        _("Mark as delayed"),
        _("The owner expects to miss the due date. The date itself stays."),
        asks=True,
    ),
    AskForReport(),
    HandOver(),
    ChangeState(
        CommitmentState.DROPPED,
        "drop",
        _("Drop the commitment"),
        _("It ends without being completed. What was agreed stays public as dropped."),
        asks=True,
        is_danger=True,
    ),
)
