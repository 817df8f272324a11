"""Progress reports: given by the owner, reviewed by the secretariat; and the evidence for them."""

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.documents import rights
from partnership.documents.models import Picture, StoredFile
from partnership.network import commitment_messages as messages
from partnership.network import policies
from partnership.network.actions.commitments import (
    NO_REASON,
    Reason,
    begin_progress,
    locked,
    require_sound,
)
from partnership.network.commitment_choices import RUNNING, CommitmentState, ReportState
from partnership.network.commitment_errors import (
    AlreadyAccepted,
    EvidenceDecided,
    EvidenceWithdrawn,
    NotRunning,
    OwnerGone,
    PeriodNotOver,
    PeriodTaken,
    PictureNotReady,
    ReasonInBothLanguages,
    ReportDecided,
)
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport

DAY: Final = "DATE_FORMAT"


@transaction.atomic
def give_report(commitment: Commitment, *, by: User, **typed: Any) -> CommitmentReport:
    """Hand a report in. Of two people who report the same period the second is told who was
    first; the commitment's lock makes sure that there is a second."""
    row = _reportable(commitment, by)
    report = CommitmentReport(commitment=row, given_by=by, **typed)
    _hand_in(report, row)
    audit.record(Verb.SUBMITTED, report, by=by)
    return report


@transaction.atomic
def correct_report(report: CommitmentReport, *, by: User, **typed: Any) -> CommitmentReport:
    """Hand a report in again that was returned, or that nobody has reviewed yet."""
    row = _reportable(report.commitment, by)
    fresh = row.reports.get(pk=report.pk)
    if fresh.state == ReportState.ACCEPTED:
        raise AlreadyAccepted
    before = audit.snapshot(fresh)
    for name, value in typed.items():
        setattr(fresh, name, value)
    fresh.state, fresh.given_by = ReportState.GIVEN, by
    fresh.decided_by = fresh.decided_at = None
    _hand_in(fresh, row)
    fresh.refresh_from_db(fields=["value"])
    changes = audit.difference(before, audit.snapshot(fresh))
    changes.pop("updated_at", None)
    audit.record(Verb.SUBMITTED, fresh, by=by, changes=changes)
    return fresh


@transaction.atomic
def accept_report(report: CommitmentReport, *, by: User) -> CommitmentReport:
    """Let a report count: it is public, and an agreed commitment is in progress with it."""
    row, fresh = _to_decide(report, by)
    _require_showable(CommitmentEvidence.objects.standing().filter(report=fresh))
    _decide(fresh, ReportState.ACCEPTED, Verb.ACCEPTED, by=by)
    if row.state == CommitmentState.AGREED:
        begin_progress(row, by=by)
    messages.decided(fresh)
    return fresh


@transaction.atomic
def return_report(
    report: CommitmentReport, *, by: User, reason_zh: str, reason_en: str
) -> CommitmentReport:
    """Give a report back to its owner, with what has to be changed, in both languages."""
    _row, fresh = _to_decide(report, by)
    remark = Reason.typed(reason_zh, reason_en)
    if not all(remark):
        raise ReasonInBothLanguages
    _decide(fresh, ReportState.RETURNED, Verb.RETURNED, by=by, remark=remark)
    messages.decided(fresh)
    return fresh


@transaction.atomic
def add_evidence(
    commitment: Commitment,
    file: StoredFile,
    *,
    by: User,
    report: CommitmentReport | None = None,
    **titles: str,
) -> CommitmentEvidence:
    """Add a file that shows what the commitment or one of its reports says. What an owner adds
    outside of a report waits for the secretariat; what it adds itself it has looked at."""
    row = locked(commitment)
    is_desk = bool(policies.may_manage(by))
    if not is_desk:
        policies.may_commit(by, row.organisation).require()
    if report is not None and row.reports.get(pk=report.pk).state == ReportState.ACCEPTED:
        raise AlreadyAccepted
    evidence = CommitmentEvidence(commitment=row, report=report, file=file, **titles)
    if is_desk and report is None:
        evidence.accepted_on = timezone.localdate()
    require_sound(evidence)
    evidence.save()
    audit.record(Verb.UPLOADED, evidence, by=by)
    return evidence


@transaction.atomic
def accept_evidence(evidence: CommitmentEvidence, *, by: User) -> CommitmentEvidence:
    """Let a document count that belongs to no report: it is public with the commitment."""
    policies.may_manage(by).require()
    row = locked(evidence.commitment)
    fresh = row.evidence.get(pk=evidence.pk)
    if not fresh.is_standing:
        raise EvidenceWithdrawn
    if not fresh.is_waiting:
        raise EvidenceDecided
    _require_showable(row.evidence.filter(pk=fresh.pk))
    fresh.accepted_on = timezone.localdate()
    fresh.save()
    audit.record(Verb.ACCEPTED, fresh, by=by)
    messages.evidence_decided(fresh)
    return fresh


@transaction.atomic
def withdraw_evidence(
    evidence: CommitmentEvidence, *, by: User, reason_zh: str = "", reason_en: str = ""
) -> CommitmentEvidence:
    """Hand a file out no longer. The row stays with its reason, and the light notices. Where the
    secretariat does it, the owner is told why in both languages."""
    row = locked(evidence.commitment)
    is_desk = bool(policies.may_manage(by))
    if not is_desk:
        policies.may_commit(by, row.organisation).require()
    fresh = row.evidence.get(pk=evidence.pk)
    if not fresh.is_standing:
        raise EvidenceWithdrawn
    reason = Reason.typed(reason_zh, reason_en)
    if not any(reason):
        raise ReasonMissing
    if is_desk and not all(reason):
        raise ReasonInBothLanguages
    fresh.withdrawn_on = timezone.localdate()
    fresh.reason_zh_hans, fresh.reason_en = reason
    fresh.save()
    audit.record(Verb.WITHDRAWN, fresh, by=by, note=reason.for_history)
    if is_desk:
        messages.evidence_decided(fresh)
    return fresh


@transaction.atomic
def ask_for_report(commitment: Commitment, *, by: User) -> Commitment:
    """Ask the owner's people for a report now."""
    policies.may_manage(by).require()
    row = locked(commitment)
    if row.state not in RUNNING:
        raise NotRunning
    if not row.has_owner:
        raise OwnerGone(name=str(row.organisation))
    return _ask(row, by=by)


def ask_for_due_reports(today: date | None = None) -> int:
    """Ask for every report that is due; return for how many. Asked twice a day, it asks once."""
    day = today or timezone.localdate()
    due = Commitment.objects.with_light(day).to_ask(day).values_list("pk", flat=True)
    return sum(_ask_if_due(key, day) for key in list(due))


@transaction.atomic
def _ask_if_due(key: int, day: date) -> bool:
    """Look again under the lock: another worker may have asked meanwhile."""
    row = locked(Commitment(pk=key))
    is_due = Commitment.objects.with_light(day).to_ask(day).filter(pk=key).exists()
    if is_due:
        _ask(row, by=None, day=day)
    return is_due


def _ask(row: Commitment, *, by: User | None, day: date | None = None) -> Commitment:
    before = audit.snapshot(row)
    row.asked_on = day or timezone.localdate()
    row.times_asked += 1
    row.save(update_fields=["asked_on", "times_asked"])
    changes = audit.difference(before, audit.snapshot(row))
    audit.record(Verb.CHANGED, row, by=by, changes=changes)
    messages.asked(row)
    return row


def _require_showable(evidence: QuerySet[CommitmentEvidence]) -> None:
    """Of pictures the secretariat completes the rights before it accepts them."""
    pictures = Picture.objects.filter(file__commitment_evidence__in=evidence.values("pk"))
    missing = [gap for picture in pictures.select_related("file") for gap in rights.gaps(picture)]
    if missing:
        raise PictureNotReady(missing)


def _reportable(commitment: Commitment, by: User) -> Commitment:
    row = locked(commitment)
    policies.may_commit(by, row.organisation).require()
    if row.state not in RUNNING:
        raise NotRunning
    return row


def _hand_in(report: CommitmentReport, row: Commitment) -> None:
    today = timezone.localdate()
    report.given_on = today
    _require_free(report, row)
    require_sound(report)
    if report.period_to > today:
        raise PeriodNotOver
    report.save()
    if row.times_asked:
        row.times_asked = 0
        row.save(update_fields=["times_asked"])


def _require_free(report: CommitmentReport, row: Commitment) -> None:
    rows = CommitmentReport.objects.overlapping(report.period_from, report.period_to)
    others = rows.filter(commitment=row).exclude(pk=report.pk)
    taken = others.select_related("given_by").first()
    if taken is not None:
        days = (taken.period_from, taken.period_to, taken.given_on)
        first, last, day = (date_format(each, DAY) for each in days)
        who = str(taken.given_by or row.organisation)
        raise PeriodTaken(who=who, first=first, last=last, day=day)


def _to_decide(report: CommitmentReport, by: User) -> tuple[Commitment, CommitmentReport]:
    policies.may_manage(by).require()
    row = locked(report.commitment)
    fresh = row.reports.select_related("decided_by", "given_by").get(pk=report.pk)
    if fresh.state != ReportState.GIVEN:
        raise ReportDecided(who=str(fresh.decided_by), state=fresh.get_state_display())
    return row, fresh


def _decide(
    report: CommitmentReport,
    state: ReportState,
    verb: Verb,
    *,
    by: User,
    remark: Reason = NO_REASON,
) -> None:
    report.state = state
    report.remark_zh_hans, report.remark_en = remark
    report.decided_by, report.decided_at = by, timezone.now()
    report.save()
    audit.record(verb, report, by=by, note=remark.for_history)
