"""How an organisation stands to the partnership, and whether the directory shows it."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.network import policies
from partnership.network.actions.rows import locked, save
from partnership.network.choices import LISTABLE, TRANSITIONS, Standing
from partnership.network.errors import (
    AlreadyListed,
    NotListed,
    ReasonMissing,
    SourceMissing,
    SummaryMissing,
)
from partnership.network.models import Organisation
from partnership.translations import actions as translations


@transaction.atomic
def change_standing(
    organisation: Organisation, standing: Standing, *, by: User, reason: str
) -> Organisation:
    """Say after a check what the organisation is to the partnership; closing ends its listing."""
    policies.may_manage(by).require()
    row = locked(organisation)
    if standing not in TRANSITIONS[Standing(row.standing)]:
        raise TransitionRefused
    if not reason.strip():
        raise ReasonMissing
    if standing == Standing.PUBLIC_INFORMATION and not row.sources.exists():
        raise SourceMissing
    before = audit.snapshot(row)
    row.standing, row.confirmed_at = standing, timezone.now()
    if standing not in LISTABLE:
        row.listed_since = None
    return save(row, before, Verb.CHANGED, by=by, note=reason.strip())


@transaction.atomic
def add_to_directory(organisation: Organisation, *, by: User) -> Organisation:
    """Show the organisation in the public directory."""
    policies.may_list(by, organisation).require()
    row = locked(organisation)
    if row.is_listed:
        raise AlreadyListed
    if row.standing not in LISTABLE:
        raise TransitionRefused
    if not all(getattr(row, languages.column("summary", code)) for code in languages.LANGUAGES):
        raise SummaryMissing
    listed = _set_listed(row, Verb.PUBLISHED, by)
    translations.sign_published("organisation", row.pk)
    return listed


@transaction.atomic
def take_from_directory(organisation: Organisation, *, by: User) -> Organisation:
    """Take the organisation out of the public directory; its data stay."""
    policies.may_list(by, organisation).require()
    row = locked(organisation)
    if not row.is_listed:
        raise NotListed
    return _set_listed(row, Verb.WITHDRAWN, by)


def _set_listed(row: Organisation, verb: Verb, by: User) -> Organisation:
    before = audit.snapshot(row)
    row.listed_since = timezone.now() if verb == Verb.PUBLISHED else None
    return save(row, before, verb, by=by)
