"""What is done to a case. Every deed locks the row, asks the policy, counts the version up and
leaves a trace; it returns the case as it now is."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cases import completeness, policies, readiness
from cases.errors import DateInFuture, NextCheckTooEarly, NotReady, SourceMissing
from cases.models import Case, CasePlace, CaseSubmission, IndicatorRow
from cases.numbering import next_number
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.deeds import Deeds
from partnership.reference.sort_keys import SORT_KEYS
from partnership.review import actions as review
from partnership.translations import actions as translations

FACTS_HOLD_FOR = timedelta(days=365)


def _require_ready(case: Case, language: str) -> None:
    missing = readiness.obstacles(case, language)
    if missing:
        raise NotReady(missing)


def _renew(case: Case) -> None:
    seen = readiness.with_rows_read(case)
    case.completeness = completeness.score(seen)
    case.evidence_grade = readiness.evidence_grade(seen)
    for name, count in readiness.tally(seen).items():
        setattr(case, name, count)


def _count_edition(case: Case) -> None:
    case.edition += 1


DEEDS = Deeds[Case](
    may_edit=policies.may_edit,
    may_publish=policies.may_publish,
    require_ready=_require_ready,
    renew=_renew,
    renewed=("edition", *SORT_KEYS.values(), *readiness.TALLY),
    shown_anew=_count_edition,
)
lock_for_edit = DEEDS.lock_for_edit
settle_edit = DEEDS.settle_edit
withdraw_from_publication = DEEDS.withdraw
mark_as_real = DEEDS.mark_as_real


@transaction.atomic
def publish_case(case: Case, language: str, *, by: User) -> Case:
    """Make the full text public in `language`; a submission it came from is published with it."""
    policies.may_make_public(by, case).require()
    translations.require_approved("case", case.pk, language)
    published = DEEDS.publish(case, language, by=by)
    if language != published.source_language:
        translations.sign_published("case", case.pk)
    handed_in = CaseSubmission.objects.filter(case=case).select_related("submission").first()
    if handed_in:
        review.mark_published(handed_in.submission, by=by)
    return published


@transaction.atomic
def create_case(*, by: User, year: int | None = None, **fields: object) -> Case:
    """Begin a draft under the next free number of `year` (default: this one)."""
    policies.may_edit(by).require()
    number = next_number(year or timezone.localdate().year)
    case = Case.objects.create(number=number, **fields)
    audit.record(Verb.CREATED, case, by=by)
    return case


@transaction.atomic
def import_case(
    case: Case,
    *,
    by: User,
    note: str,
    version: int | None = None,
    themes: list[int] | None = None,
    places: list[int] | None = None,
) -> Case:
    """Store a draft as a row of a file describes it, a new one under the next free number.

    `themes` and `places` are keys, None leaves them as they are; else as `Deeds.import_draft`.
    """
    if case.pk is None:
        case.number = next_number(timezone.localdate().year)

    def store_rows(stored: Case) -> audit.Changes:
        rows = {"themes": _set_themes(stored, themes), "places": _set_places(stored, places)}
        return {name: pair for name, pair in rows.items() if pair[0] != pair[1]}

    return DEEDS.import_draft(case, by=by, note=note, version=version, store_rows=store_rows)


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


def _set_themes(case: Case, themes: list[int] | None) -> list[list[str]]:
    """Return the names before and after."""
    before = [str(theme) for theme in case.themes.all()]
    if themes is not None:
        case.themes.set(themes)
    return [before, [str(theme) for theme in case.themes.all()]]


def _set_places(case: Case, places: list[int] | None) -> list[list[str]]:
    """Bring the places into this order; rows of a place that stays keep site and coordinates."""
    rows = list(case.places.select_related("place"))
    before = [str(row.place) for row in rows]
    if places is None or places == list(dict.fromkeys(row.place_id for row in rows)):
        return [before, before]
    case.places.exclude(place__in=places).delete()
    staying = [
        row
        for place in places
        for row in [found for found in rows if found.place_id == place]
        or [CasePlace(case=case, place_id=place)]
    ]
    for order, row in enumerate(staying):
        row.order = order
        row.save()
    return [before, [str(row.place) for row in staying]]
