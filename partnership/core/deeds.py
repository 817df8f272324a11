"""The deeds that everything published has in common: edit, publish, withdraw, confirm.

An app gives its rules once and offers the deeds under its own names. Every deed locks the row,
asks the policy, counts the version up and leaves a trace; it returns the object as it now is.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import (
    AlreadyPublic,
    AlreadyPublished,
    ChangedMeanwhile,
    NotPublished,
    ReasonMissing,
)
from partnership.core.verdicts import Verdict

T = TypeVar("T", bound=Any)  # a model with Publication, `version` and `is_demo`

COUNTED_BY_THE_ROW = ("version", "updated_at")


def _nothing(_obj: object) -> None: ...


def _no_rows(_obj: object) -> audit.Changes:
    return {}


@dataclass(frozen=True)
class Deeds(Generic[T]):
    """`may_edit(user, obj)` and `may_publish(user, obj)` answer with a Verdict; `require_ready(obj,
    language)` raises what stands against publication; `renew(obj)` works out stored values before
    each save, whose names are `renewed` and which are not news for the history; `shown_anew(obj)`
    notes that readers get to see another text: what is public was edited, or what was not public
    at all is published; `follow(obj)` lets what shows the object follow, after each save."""

    may_edit: Callable[[Any, T], Verdict]
    may_publish: Callable[[Any, T], Verdict]
    require_ready: Callable[[T, str], None]
    renew: Callable[[T], None] = _nothing
    renewed: Collection[str] = field(default=())
    shown_anew: Callable[[T], None] = _nothing
    follow: Callable[[T], None] = _nothing

    def lock_for_edit(self, obj: T, *, by: Any, version: int | None = None) -> T:
        """Return `obj` locked until the transaction ends, for a form about to save it.

        `version` is the one the form was opened with: when it is no longer the present one,
        somebody else has saved in between, and the form must be refused.
        """
        locked = self.locked(obj)
        self.may_edit(by, locked).require()
        if version is not None and version != locked.version:
            raise ChangedMeanwhile
        return locked

    @transaction.atomic
    def settle_edit(self, obj: T) -> T:
        """Close an edit after the object and its rows were saved; the caller records what changed.

        Refuses an edit that would leave a public text without what publication needs.
        """
        locked = self.locked(obj)
        for language in locked.published_languages:
            self.require_ready(locked, language)
        if locked.public_since:
            self.shown_anew(locked)
        return self._saved(locked)

    @transaction.atomic
    def publish(self, obj: T, language: str, *, by: Any) -> T:
        """Make the text public in `language`; title and summary appear in both languages."""
        locked = self.locked(obj)
        self.may_publish(by, locked).require()
        if locked.published_at(language):
            raise AlreadyPublished
        self.require_ready(locked, language)
        before = audit.snapshot(locked)
        if not locked.public_since:
            self.shown_anew(locked)
        locked.set_published(language, timezone.now())
        return self.recorded(Verb.PUBLISHED, locked, before, by=by)

    @transaction.atomic
    def withdraw(self, obj: T, language: str, *, by: Any, reason: str) -> T:
        """Take the text in `language` off the public pages; the reason stays in the history."""
        locked = self.locked(obj)
        self.may_publish(by, locked).require()
        if not locked.published_at(language):
            raise NotPublished
        before = audit.snapshot(locked)
        locked.set_published(language, None)
        return self.recorded(Verb.WITHDRAWN, locked, before, by=by, note=_given(reason))

    @transaction.atomic
    def mark_as_real(self, obj: T, *, by: Any, reason: str) -> T:
        """Take the demo mark off what the secretariat has confirmed."""
        locked = self.locked(obj)
        self.may_publish(by, locked).require()
        before = audit.snapshot(locked)
        locked.is_demo = False
        return self.recorded(Verb.CHANGED, locked, before, by=by, note=_given(reason))

    @transaction.atomic
    def import_draft(
        self,
        obj: T,
        *,
        by: Any,
        note: str,
        version: int | None = None,
        store_rows: Callable[[T], audit.Changes] = _no_rows,
    ) -> T:
        """Store a draft as a row of a file describes it; what is public is refused.

        `obj` carries the values, not stored yet; `version` is the one the file was made from;
        `store_rows` writes rows of other tables and returns what it changed.
        """
        is_new = obj.pk is None
        if is_new:
            self.may_edit(by, obj).require()
            obj.save()
            before = audit.snapshot(obj)
        else:
            locked = self.lock_for_edit(obj, by=by, version=min(version or 0, obj.version))
            if locked.is_public:
                raise AlreadyPublic
            before = audit.snapshot(locked)
        rows = store_rows(obj)
        more = {} if is_new else rows
        return self.recorded(Verb.IMPORTED, obj, before, by=by, note=note, more=more)

    def locked(self, obj: T) -> T:
        """Return the row as it is now, locked until the transaction ends."""
        locked: T = type(obj)._base_manager.select_for_update().get(pk=obj.pk)
        return locked

    def recorded(
        self,
        verb: Verb,
        obj: T,
        before: audit.Snapshot,
        *,
        by: Any,
        note: str = "",
        more: audit.Changes | None = None,
    ) -> T:
        """Save `obj` and write down what differs from `before`, and `more` of other tables."""
        saved = self._saved(obj)
        changes = audit.difference(before, audit.snapshot(saved))
        for name in (*COUNTED_BY_THE_ROW, *self.renewed):
            changes.pop(name, None)
        audit.record(verb, saved, by=by, changes=changes | (more or {}), note=note)
        return saved

    def _saved(self, obj: T) -> T:
        obj.version += 1
        self.renew(obj)
        obj.save()
        self.follow(obj)
        return obj


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()
