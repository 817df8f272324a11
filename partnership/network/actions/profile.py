"""An organisation's own words about itself, and its wish for another name."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.network import messages, policies
from partnership.network.actions.organisations import lock_for_edit
from partnership.network.actions.rows import locked, save
from partnership.network.choices import OrganisationType, RequestState
from partnership.network.errors import (
    AlreadyDecided,
    ChangeWaits,
    NameTaken,
    NothingToChange,
    ReasonMissing,
    SummaryMissing,
)
from partnership.network.models import NameChange, Organisation
from partnership.reference.models import Theme
from partnership.translations import actions as translations


@transaction.atomic
def edit_profile(
    organisation: Organisation, *, by: User, version: int, themes: Iterable[Theme], **texts: object
) -> Organisation:
    """Store what the organisation says of itself; it is public at once where it is listed."""
    row = lock_for_edit(organisation, by=by, version=version)
    before = audit.snapshot(row)
    for name, value in texts.items():
        setattr(row, name, value)
    summaries = [getattr(row, languages.column("summary", code)) for code in languages.LANGUAGES]
    if row.is_listed and not all(summaries):
        raise SummaryMissing
    row.themes.set(themes)
    saved = save(row, before, Verb.CHANGED, by=by)
    translations.sign_published("organisation", row.pk)
    return saved


@transaction.atomic
def propose_name(
    organisation: Organisation,
    *,
    by: User,
    chinese_name: str,
    english_name: str,
    type: str,  # noqa: A002, the column's name
    why: str,
) -> NameChange:
    """Ask the secretariat for another name or type; what is public stays until it approves."""
    policies.may_edit_profile(by, organisation).require()
    row = locked(organisation)
    if (chinese_name, english_name, type) == (row.name_zh_hans, row.name_en, row.type):
        raise NothingToChange
    _require_free(row, chinese_name, english_name)
    try:
        with transaction.atomic():
            change = NameChange.objects.create(
                organisation=row,
                chinese_name=chinese_name,
                english_name=english_name,
                type=OrganisationType(type),
                why=why,
                proposed_by=by,
            )
    except IntegrityError as refused:
        raise ChangeWaits from refused
    audit.record(Verb.SUBMITTED, change, by=by, note=why)
    return change


@transaction.atomic
def approve_name(change: NameChange, *, by: User) -> Organisation:
    """Give the organisation the name and type it asked for."""
    policies.may_manage(by).require()
    row = _open(change)
    organisation = locked(row.organisation)
    _require_free(organisation, row.chinese_name, row.english_name)
    before = audit.snapshot(organisation)
    organisation.name_zh_hans, organisation.name_en = row.chinese_name, row.english_name
    organisation.type = row.type
    _decide(row, RequestState.APPROVED, by=by)
    saved = save(organisation, before, Verb.CHANGED, by=by, note=row.why)
    translations.sign_published("organisation", organisation.pk)
    messages.name_approved(row)
    return saved


@transaction.atomic
def refuse_name(change: NameChange, *, by: User, reason: str) -> None:
    """Leave name and type as they are; the reason is told to whoever asked."""
    policies.may_manage(by).require()
    row = _open(change)
    if not reason.strip():
        raise ReasonMissing
    _decide(row, RequestState.REFUSED, by=by, reason=reason.strip())
    messages.name_refused(row)


def _require_free(organisation: Organisation, *names: str) -> None:
    taken = Organisation.objects.called(*names).exclude(pk=organisation.pk).first()
    if taken is not None:
        raise NameTaken(name=str(taken))


def _open(change: NameChange) -> NameChange:
    rows = NameChange.objects.select_for_update(of=("self",))
    row = rows.select_related("organisation", "decided_by").get(pk=change.pk)
    if row.state != RequestState.OPEN:
        raise AlreadyDecided(who=str(row.decided_by), state=row.get_state_display())
    return row


def _decide(row: NameChange, state: RequestState, *, by: User, reason: str = "") -> None:
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = by, timezone.now()
    row.save()
    verb = Verb.ACCEPTED if state == RequestState.APPROVED else Verb.DECLINED
    audit.record(verb, row, by=by, note=reason)
