"""Giving texts to a translator, who is told once."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.notifications.actions.telling import notify
from partnership.translations import following, policies
from partnership.translations.errors import DayOver, NotATranslator, NothingToAssign
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.querysets import UnitQuerySet

KIND = "translations.assigned"


@transaction.atomic
def assign(keys: Iterable[int], person: User, *, by: User, due_on: date) -> int:
    """Give what is left to translate in these objects to `person`; return how many texts.

    What is with them for this day already stays so and is not told again.
    """
    _require(person, by=by, due_on=due_on)
    things = following.lock(keys)
    return _give(TranslationUnit.objects.filter(translated__in=things), things, person, by, due_on)


@transaction.atomic
def assign_texts(
    translated: TranslatedObject, keys: Iterable[int], person: User, *, by: User, due_on: date
) -> int:
    """Give those of the chosen texts of one object that are left to translate to `person`; return
    how many."""
    _require(person, by=by, due_on=due_on)
    things = following.lock([translated.pk])
    units = TranslationUnit.objects.filter(translated=translated, pk__in=list(keys))
    return _give(units, things, person, by, due_on)


def _require(person: User, *, by: User, due_on: date) -> None:
    policies.may_translate(by).require()
    if not (person.is_active and policies.may_translate(person)):
        raise NotATranslator
    if due_on < timezone.localdate():
        raise DayOver


def _give(
    units: UnitQuerySet, things: dict[int, TranslatedObject], person: User, by: User, due_on: date
) -> int:
    given = list(
        units.to_translate()
        .exclude(assigned_to=person, due_on=due_on)
        .values_list("pk", "translated_id")
    )
    if not given:
        raise NothingToAssign
    TranslationUnit.objects.filter(pk__in=[key for key, _thing in given]).update(
        assigned_to=person, due_on=due_on
    )
    touched = [things[key] for key in dict.fromkeys(thing for _key, thing in given)]
    _record(touched, person, by=by, due_on=due_on)
    _tell(touched, person, len(given), due_on)
    return len(given)


def _record(things: list[TranslatedObject], person: User, *, by: User, due_on: date) -> None:
    for thing in things:
        note = f"{person} · {due_on.isoformat()}"
        audit.record(Verb.ASSIGNED, thing.thing(), by=by, note=note)


def _tell(things: list[TranslatedObject], person: User, count: int, due_on: date) -> None:
    notify(
        KIND,
        person,
        event=f"translations-{uuid.uuid4().hex[:12]}",
        page=lambda: f"{reverse('admin:translations_translatedobject_changelist')}?mine=1",
        things=things,
        count=count,
        due_on=due_on,
    )
