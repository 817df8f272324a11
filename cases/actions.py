"""What is done to a case. Every deed locks the row, asks the policy, counts the version up and
leaves a trace; it returns the case as it now is."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cases import completeness, policies, readiness
from cases.errors import (
    AlreadyPublished,
    ChangedMeanwhile,
    DateInFuture,
    NextCheckTooEarly,
    NotPublished,
    NotReady,
    ReasonMissing,
    SourceMissing,
)
from cases.models import Case, IndicatorRow
from cases.numbering import next_number
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reference.sort_keys import SORT_KEYS

KEPT_BY_THE_ROW_ITSELF = ("version", "updated_at", *SORT_KEYS.values(), *readiness.TALLY)
FACTS_HOLD_FOR = timedelta(days=365)


@transaction.atomic
def create_case(*, by: User, year: int | None = None, **fields: object) -> Case:
    """Begin a draft under the next free number of `year` (default: this one)."""
    policies.may_edit(by).require()
    number = next_number(year or timezone.localdate().year)
    case = Case.objects.create(number=number, **fields)
    audit.record(Verb.CREATED, case, by=by)
    return case


def lock_for_edit(case: Case, *, by: User, version: int | None = None) -> Case:
    """Return `case` locked until the transaction ends, for a form about to save it.

    `version` is the one the form was opened with: when it is no longer the present one, somebody
    else has saved in between, and the form must be refused.
    """
    locked = _locked(case)
    policies.may_edit(by, locked).require()
    if version is not None and version != locked.version:
        raise ChangedMeanwhile
    return locked


@transaction.atomic
def settle_edit(case: Case) -> Case:
    """Close an edit after the case and its rows were saved; the caller records what changed.

    Counts the version up, works out completeness, evidence grade and what lacks, and refuses an
    edit that would leave a public case without what publication needs.
    """
    locked = _locked(case)
    for language in locked.published_languages:
        _require_ready(locked, language)
    return _save(locked)


@transaction.atomic
def publish_case(case: Case, language: str, *, by: User) -> Case:
    """Make the full text public in `language`; the short texts appear in both languages."""
    locked = _locked(case)
    policies.may_publish(by, locked).require()
    if locked.published_at(language):
        raise AlreadyPublished
    _require_ready(locked, language)
    return _set_publication(locked, language, by=by, note="")


@transaction.atomic
def withdraw_from_publication(case: Case, language: str, *, by: User, reason: str) -> Case:
    """Take the full text in `language` off the public pages; the reason stays in the history."""
    locked = _locked(case)
    policies.may_withdraw(by, locked).require()
    if not locked.published_at(language):
        raise NotPublished
    if not reason.strip():
        raise ReasonMissing
    return _set_publication(locked, language, by=by, note=reason.strip())


@transaction.atomic
def confirm_facts(
    case: Case, *, by: User, checked_on: date | None = None, next_due: date | None = None
) -> Case:
    """Note that the facts were compared with their sources; the next check is due in a year."""
    locked = _locked(case)
    policies.may_check_facts(by, locked).require()
    today = timezone.localdate()
    checked = checked_on or today
    due = next_due or checked + FACTS_HOLD_FOR
    if checked > today:
        raise DateInFuture
    if due <= checked:
        raise NextCheckTooEarly
    before = audit.snapshot(locked)
    locked.last_fact_checked_on, locked.next_review_due_on = checked, due
    return _recorded(Verb.FACT_CHECKED, locked, before, by=by)


@transaction.atomic
def confirm_indicator(row: IndicatorRow, *, by: User) -> Case:
    """Note that `by` compared the figure with its source."""
    locked = _locked(row.case)
    policies.may_check_facts(by, locked).require()
    current = locked.indicators.get(pk=row.pk)
    if current.source_id is None:
        raise SourceMissing(name=current.name)
    current.verified_by, current.verified_at = by, timezone.now()
    current.save(update_fields=["verified_by", "verified_at"])
    before = audit.snapshot(locked)
    return _recorded(Verb.FACT_CHECKED, locked, before, by=by, note=str(current))


@transaction.atomic
def mark_as_real(case: Case, *, by: User, reason: str) -> Case:
    """Take the demo mark off a case the secretariat has confirmed."""
    locked = _locked(case)
    policies.may_publish(by, locked).require()
    if not reason.strip():
        raise ReasonMissing
    before = audit.snapshot(locked)
    locked.is_demo = False
    return _recorded(Verb.CHANGED, locked, before, by=by, note=reason.strip())


def _locked(case: Case) -> Case:
    return Case.objects.select_for_update().get(pk=case.pk)


def _require_ready(case: Case, language: str) -> None:
    missing = readiness.obstacles(case, language)
    if missing:
        raise NotReady(missing)


def _set_publication(case: Case, language: str, *, by: User, note: str) -> Case:
    before = audit.snapshot(case)
    was_public = case.published_at(language)
    case.set_published(language, None if was_public else timezone.now())
    verb = Verb.WITHDRAWN if was_public else Verb.PUBLISHED
    return _recorded(verb, case, before, by=by, note=note)


def _recorded(verb: Verb, case: Case, before: audit.Snapshot, *, by: User, note: str = "") -> Case:
    saved = _save(case)
    changes = audit.difference(before, audit.snapshot(saved))
    for name in KEPT_BY_THE_ROW_ITSELF:
        changes.pop(name, None)
    audit.record(verb, saved, by=by, changes=changes, note=note)
    return saved


def _save(case: Case) -> Case:
    case.version += 1
    case.completeness = completeness.score(case)
    case.evidence_grade = readiness.evidence_grade(case)
    for name, count in readiness.tally(case).items():
        setattr(case, name, count)
    case.save()
    return case
