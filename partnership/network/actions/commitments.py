"""Commitments: proposed by their owner, agreed and looked after by the secretariat."""

from typing import Any, Final, NamedTuple, Self

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ChangedMeanwhile, TransitionRefused
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.network import commitment_messages as messages
from partnership.network import policies
from partnership.network.choices import Standing
from partnership.network.commitment_choices import COMMITMENT_TRANSITIONS, CommitmentState
from partnership.network.commitment_errors import (
    EvidenceMissing,
    LanguageMissing,
    NotSound,
    OwnerGone,
    ReasonInBothLanguages,
    SameOwner,
    TargetNotReached,
)
from partnership.network.models import Commitment, CommitmentEvidence, Handover, Organisation
from partnership.translations import actions as translations

KIND: Final = "commitment"
KEPT_BY_THE_ROW_ITSELF: Final = ("version", "updated_at")
FIGURES: Final = ("baseline", "target")  # the history compares them as they are stored
WITH_REASON: Final = frozenset({CommitmentState.DELAYED, CommitmentState.DROPPED})


class Reason(NamedTuple):
    """What the owner's people are told about a state, a report or a document."""

    chinese: str
    english: str

    @classmethod
    def typed(cls, chinese: str, english: str) -> Self:
        return cls(chinese.strip(), english.strip())

    @property
    def for_history(self) -> str:
        return self.chinese or self.english


NO_REASON: Final = Reason("", "")


@transaction.atomic
def propose_commitment(organisation: Organisation, *, by: User, **fields: Any) -> Commitment:
    """Put a commitment of the organisation before the secretariat; nobody outside sees it yet."""
    if not policies.may_manage(by):
        policies.may_commit(by, organisation).require()
    commitment = Commitment(organisation=organisation, **fields)
    require_sound(commitment)
    commitment.save()
    audit.record(Verb.SUBMITTED, commitment, by=by)
    return commitment


@transaction.atomic
def edit_commitment(commitment: Commitment, *, by: User, version: int, **fields: Any) -> Commitment:
    """Correct a proposal."""
    row = lock_commitment(commitment, by=by, version=version)
    before = audit.snapshot(row)
    for name, value in fields.items():
        setattr(row, name, value)
    require_sound(row)
    return save(row, before, Verb.CHANGED, by=by)


def lock_commitment(commitment: Commitment, *, by: User, version: int | None = None) -> Commitment:
    """Return the row locked for a form about to save it, unless somebody else saved meanwhile."""
    row = locked(commitment)
    policies.may_edit_commitment(by, row).require()
    if version is not None and version != row.version:
        raise ChangedMeanwhile
    return row


@transaction.atomic
def settle_commitment(commitment: Commitment) -> None:
    """Count the version up after a form saved the row; the form's caller records what changed."""
    row = locked(commitment)
    row.version += 1
    row.save(update_fields=["version"])


@transaction.atomic
def change_commitment(
    commitment: Commitment,
    state: CommitmentState,
    *,
    by: User,
    reason_zh: str = "",
    reason_en: str = "",
) -> Commitment:
    """Say how far a commitment is. The owner is told, why it is delayed, ends or goes on in both
    languages."""
    policies.may_manage(by).require()
    row = locked(commitment)
    present = CommitmentState(row.state)
    if state not in COMMITMENT_TRANSITIONS[present]:
        raise TransitionRefused
    reason = Reason.typed(reason_zh, reason_en)
    if (state in WITH_REASON or present == CommitmentState.COMPLETED) and not all(reason):
        raise ReasonInBothLanguages
    if state == CommitmentState.AGREED:
        _require_agreeable(row)
    if state == CommitmentState.COMPLETED:
        _require_completed(row)
    before = audit.snapshot(row)
    verb = Verb.ACCEPTED if state == CommitmentState.AGREED else Verb.CHANGED
    if state == CommitmentState.AGREED:
        row.agreed_on = timezone.localdate()
    _settle(row, state, reason)
    saved = save(row, before, verb, by=by, note=reason.for_history)
    if state == CommitmentState.AGREED:
        shown = CommitmentEvidence.objects.standing().filter(commitment=row)
        shown.update(accepted_on=row.agreed_on)  # looked at with the proposal
        translations.sign_published(KIND, saved.pk)
    messages.settled(saved)
    return saved


def begin_progress(row: Commitment, *, by: User) -> Commitment:
    """An agreed commitment is in progress with its first accepted report."""
    before = audit.snapshot(row)
    _settle(row, CommitmentState.IN_PROGRESS)
    return save(row, before, Verb.CHANGED, by=by)


@transaction.atomic
def hand_over(
    commitment: Commitment,
    organisation: Organisation,
    *,
    by: User,
    reason_zh: str,
    reason_en: str,
) -> Commitment:
    """Give a commitment to the organisation that continues the owner's work: the two have merged,
    or the task has moved. Reports and evidence go along; the page names both, and the people of
    both are told why."""
    policies.may_manage(by).require()
    row = locked(commitment)
    reason = Reason.typed(reason_zh, reason_en)
    if not all(reason):
        raise ReasonInBothLanguages
    if organisation.pk == row.organisation_id:
        raise SameOwner
    if organisation.standing != Standing.PARTNER:
        raise OwnerGone(name=str(organisation))
    before = audit.snapshot(row)
    handover = Handover.objects.create(
        commitment=row,
        giver=row.organisation,
        taker=organisation,
        day=timezone.localdate(),
        reason_zh_hans=reason.chinese,
        reason_en=reason.english,
    )
    row.organisation = organisation
    note = f"{handover}: {reason.for_history}"
    saved = save(row, before, Verb.CHANGED, by=by, note=note)
    messages.handed_over(handover)
    return saved


@transaction.atomic
def withdraw_proposal(commitment: Commitment, *, by: User) -> None:
    """Throw a proposal away that nobody has agreed to; the history keeps that it was there."""
    row = locked(commitment)
    policies.may_edit_commitment(by, row).require()
    if row.state != CommitmentState.PROPOSED:
        raise TransitionRefused
    files = list(StoredFile.objects.filter(commitment_evidence__commitment=row))
    audit.record(Verb.DELETED, row, by=by)
    row.evidence.all().delete()
    row.delete()
    documents.give_up(files, by=by)


def locked(commitment: Commitment) -> Commitment:
    """Return the commitment as it now is, locked until the transaction ends."""
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=commitment.pk)


def save(
    row: Commitment, before: audit.Snapshot, verb: Verb, *, by: User | None, note: str = ""
) -> Commitment:
    """Count the version up, store the row and note what changed since `before`."""
    row.version += 1
    row.save()
    row.refresh_from_db(fields=FIGURES)
    changes = audit.difference(before, audit.snapshot(row))
    for name in KEPT_BY_THE_ROW_ITSELF:
        changes.pop(name, None)
    audit.record(verb, row, by=by, changes=changes, note=note)
    return row


def require_sound(row: Any) -> None:
    """Refuse with the sentence of the model's rule that the row breaks."""
    try:
        row.validate_constraints()
    except ValidationError as refused:
        raise NotSound(" ".join(refused.message_dict[NON_FIELD_ERRORS])) from refused


def _settle(row: Commitment, state: CommitmentState, reason: Reason = NO_REASON) -> None:
    row.state, row.settled_on = state, timezone.localdate()
    row.reason_zh_hans, row.reason_en = reason


def _require_agreeable(row: Commitment) -> None:
    if not row.has_owner:
        raise OwnerGone(name=str(row.organisation))
    if row.lacks_a_language:
        raise LanguageMissing


def _require_completed(row: Commitment) -> None:
    """The figure reached the target, and something that stands shows it."""
    if not Commitment.objects.with_last_report().filter(pk=row.pk).reached().exists():
        raise TargetNotReached(target=f"{row.target.normalize():f}", unit=row.unit)
    if not CommitmentEvidence.objects.standing().public().filter(commitment=row).exists():
        raise EvidenceMissing
