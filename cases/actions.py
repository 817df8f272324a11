"""What is done to a case. Every deed locks the row, asks the policy, counts the version up and
leaves a trace; it returns the case as it now is."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cases import completeness, policies, readiness
from cases.errors import DateInFuture, NextCheckTooEarly, NotReady, SourceMissing
from cases.models import Case, IndicatorRow
from cases.numbering import next_number
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.deeds import Deeds
from partnership.reference.sort_keys import SORT_KEYS

FACTS_HOLD_FOR = timedelta(days=365)


def _require_ready(case: Case, language: str) -> None:
    missing = readiness.obstacles(case, language)
    if missing:
        raise NotReady(missing)


def _renew(case: Case) -> None:
    case.completeness = completeness.score(case)
    case.evidence_grade = readiness.evidence_grade(case)
    for name, count in readiness.tally(case).items():
        setattr(case, name, count)


DEEDS = Deeds[Case](
    may_edit=policies.may_edit,
    may_publish=policies.may_publish,
    require_ready=_require_ready,
    renew=_renew,
    renewed=(*SORT_KEYS.values(), *readiness.TALLY),
)
lock_for_edit = DEEDS.lock_for_edit
settle_edit = DEEDS.settle_edit
publish_case = DEEDS.publish
withdraw_from_publication = DEEDS.withdraw
mark_as_real = DEEDS.mark_as_real


@transaction.atomic
def create_case(*, by: User, year: int | None = None, **fields: object) -> Case:
    """Begin a draft under the next free number of `year` (default: this one)."""
    policies.may_edit(by).require()
    number = next_number(year or timezone.localdate().year)
    case = Case.objects.create(number=number, **fields)
    audit.record(Verb.CREATED, case, by=by)
    return case


@transaction.atomic
def confirm_facts(
    case: Case, *, by: User, checked_on: date | None = None, next_due: date | None = None
) -> Case:
    """Note that the facts were compared with their sources; the next check is due in a year."""
    locked = DEEDS.locked(case)
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
    return DEEDS.recorded(Verb.FACT_CHECKED, locked, before, by=by)


@transaction.atomic
def confirm_indicator(row: IndicatorRow, *, by: User) -> Case:
    """Note that `by` compared the figure with its source."""
    locked = DEEDS.locked(row.case)
    policies.may_check_facts(by, locked).require()
    current = locked.indicators.get(pk=row.pk)
    if current.source_id is None:
        raise SourceMissing(name=current.name)
    current.verified_by, current.verified_at = by, timezone.now()
    current.save(update_fields=["verified_by", "verified_at"])
    before = audit.snapshot(locked)
    return DEEDS.recorded(Verb.FACT_CHECKED, locked, before, by=by, note=str(current))
