"""What is done to pages and news. Every deed locks the row, asks the policy, counts the version
up and leaves a trace; it returns the text as it now is."""

from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.portal import policies
from partnership.portal.errors import (
    AlreadyPublished,
    BodyMissing,
    ChangedMeanwhile,
    NotPublished,
    ReasonMissing,
    TitleMissing,
)
from partnership.portal.models import PublishedText

T = TypeVar("T", bound=PublishedText)


def lock_for_edit(text: T, *, by: User, version: int | None = None) -> T:
    """Return `text` locked until the transaction ends, for a form about to save it.

    `version` is the one the form was opened with: when it is no longer the present one, somebody
    else has saved in between, and the form must be refused.
    """
    locked = _locked(text)
    policies.may_edit(by, locked).require()
    if version is not None and version != locked.version:
        raise ChangedMeanwhile
    return locked


@transaction.atomic
def settle_edit(text: T) -> T:
    """Close an edit after the text was saved; the caller records what changed.

    Refuses an edit that would leave a public text without what publication needs.
    """
    locked = _locked(text)
    for language in locked.published_languages:
        _require_ready(locked, language)
    return _save(locked)


@transaction.atomic
def publish(text: T, language: str, *, by: User) -> T:
    """Make the text public in `language`; its title and summary appear in both languages."""
    locked = _locked(text)
    policies.may_publish(by, locked).require()
    if locked.published_at(language):
        raise AlreadyPublished
    _require_ready(locked, language)
    before = audit.snapshot(locked)
    locked.set_published(language, timezone.now())
    return _recorded(Verb.PUBLISHED, locked, before, by=by)


@transaction.atomic
def withdraw(text: T, language: str, *, by: User, reason: str) -> T:
    """Take the text in `language` off the public pages; the reason stays in the history."""
    locked = _locked(text)
    policies.may_publish(by, locked).require()
    if not locked.published_at(language):
        raise NotPublished
    if not reason.strip():
        raise ReasonMissing
    before = audit.snapshot(locked)
    locked.set_published(language, None)
    return _recorded(Verb.WITHDRAWN, locked, before, by=by, note=reason.strip())


@transaction.atomic
def mark_as_real(text: T, *, by: User, reason: str) -> T:
    """Take the demo mark off a text the secretariat has confirmed."""
    locked = _locked(text)
    policies.may_publish(by, locked).require()
    if not reason.strip():
        raise ReasonMissing
    before = audit.snapshot(locked)
    locked.is_demo = False
    return _recorded(Verb.CHANGED, locked, before, by=by, note=reason.strip())


def _locked(text: T) -> T:
    locked: T = type(text)._base_manager.select_for_update().get(pk=text.pk)
    return locked


def _require_ready(text: PublishedText, language: str) -> None:
    titles = (getattr(text, languages.column("title", code)) for code in languages.LANGUAGES)
    if not all(title.strip() for title in titles):
        raise TitleMissing
    if not getattr(text, languages.column("body", language)).strip():
        raise BodyMissing


def _recorded(verb: Verb, text: T, before: audit.Snapshot, *, by: User, note: str = "") -> T:
    saved = _save(text)
    changes = audit.difference(before, audit.snapshot(saved))
    for kept_by_the_row_itself in ("version", "updated_at"):
        changes.pop(kept_by_the_row_itself, None)
    audit.record(verb, saved, by=by, changes=changes, note=note)
    return saved


def _save(text: T) -> T:
    text.version += 1
    text.save()
    return text
