"""Issuing letters: the next number, and the words as they are at this moment."""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.events import times
from partnership.events.choices import SEATED
from partnership.events.models import Event, Registration
from partnership.events.whereabouts import where
from partnership.nominations import letter_texts, messages, policies
from partnership.nominations.actions.rows import require_to_come
from partnership.nominations.choices import LetterKind
from partnership.nominations.errors import LetterReplaced, NoSeatNoLetter
from partnership.nominations.models import (
    Letter,
    LetterSeries,
    LetterTemplate,
    NominationQuota,
    Travel,
)
from partnership.nominations.querysets import RELATED

Words = dict[str, str]
COLUMNS: Final = {languages.CHINESE: "zh_hans", languages.ENGLISH: "en"}


@transaction.atomic
def issue_to_person(registration: Registration, kind: LetterKind, *, by: User) -> Letter:
    """Write a letter to somebody who has a seat, or is offered one, and tell them."""
    letter = _to_person(registration, kind, by=by)
    messages.letter_to_person(letter, registration)
    return letter


@transaction.atomic
def issue_to_organisation(quota: NominationQuota, *, by: User) -> Letter:
    """Write the letter that asks an organisation to nominate, and tell those who hand in for it."""
    letter = _to_organisation(quota, by=by)
    messages.letter_to_organisation(letter, quota)
    return letter


@transaction.atomic
def issue_anew(letter: Letter, *, by: User) -> Letter:
    """Issue a letter to the same reader with names and event as they are now, under a number of its
    own; the former one says from now on which has taken its place, and so does the message."""
    policies.may_decide(by).require()
    rows = Letter.objects.select_for_update(of=("self",))
    old: Letter = rows.select_related("registration__event__place", "replaced_by").get(pk=letter.pk)
    if old.replaced_by:
        raise LetterReplaced(number=old.replaced_by.number_text)
    if old.registration:
        made = _to_person(old.registration, LetterKind(old.kind), by=by)
        messages.letter_to_person(made, old.registration, instead_of=old)
    else:
        quota = _quota_of(old)
        made = _to_organisation(quota, by=by)
        messages.letter_to_organisation(made, quota, instead_of=old)
    old.replaced_by = made
    old.save(update_fields=["replaced_by", "updated_at"])
    audit.record(Verb.CHANGED, old, by=by, changes={"replaced_by": [None, made.pk]})
    return made


def _to_person(registration: Registration, kind: LetterKind, *, by: User) -> Letter:
    policies.may_decide(by).require()
    require_to_come(registration.event, timezone.now())
    if registration.status not in SEATED:
        raise NoSeatNoLetter
    words = {language: _of_person(registration, language) for language in languages.LANGUAGES}
    hold = registration.hold
    return _issued(
        kind,
        registration.event,
        words,
        by=by,
        registration=registration,
        organisation=hold.organisation if hold else None,
        recipient_name=registration.name[:200],
    )


def _to_organisation(quota: NominationQuota, *, by: User) -> Letter:
    policies.may_decide(by).require()
    require_to_come(quota.event, timezone.now())
    words = {}
    for language in languages.LANGUAGES:
        with override(language):
            deadline = times.moment(quota.deadline, quota.event.timezone)
            words[language] = _of_event(quota.event) | {
                "organisation": str(quota.organisation),
                "name": str(quota.organisation),
                "deadline": deadline,
            }
    return _issued(
        LetterKind.ORGANISATION,
        quota.event,
        words,
        by=by,
        organisation=quota.organisation,
        recipient_name=str(quota.organisation)[:200],
    )


def _quota_of(letter: Letter) -> NominationQuota:
    rows = NominationQuota.objects.select_related(*RELATED)
    return rows.get(hold__event=letter.event, hold__organisation=letter.organisation)


def _issued(
    kind: LetterKind, event: Event, words: dict[str, Words], *, by: User, **columns: Any
) -> Letter:
    now = timezone.now()
    year = timezone.localdate(now).year
    letter = Letter.objects.create(
        kind=kind,
        year=year,
        number=_next_number(year),
        event=event,
        texts={language: _texts(kind, language, words[language]) for language in words},
        issued_by=by,
        issued_at=now,
        **columns,
    )
    audit.record(Verb.CREATED, letter, by=by)
    return letter


def _next_number(year: int) -> int:
    """Return the next number of the year, and keep others waiting until this one is used."""
    LetterSeries.objects.bulk_create([LetterSeries(year=year)], ignore_conflicts=True)
    series = LetterSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save()
    return series.last


def _texts(kind: LetterKind, language: str, words: Words) -> Words:
    template = LetterTemplate.objects.filter(kind=kind).first()
    column = COLUMNS[language]
    return {
        name: letter_texts.filled(
            getattr(template, f"{name}_{column}")
            if template
            else letter_texts.DEFAULTS[kind][f"{name}_{column}"],
            words,
        )
        for name in letter_texts.FIELDS
    }


def _of_person(registration: Registration, language: str) -> Words:
    with override(language):
        hold = registration.hold
        latin = registration.latin_name if language == languages.ENGLISH else ""
        return _of_event(registration.event) | {
            "name": latin or registration.name,
            "position": registration.position,
            "organisation": str(hold.organisation) if hold else registration.organisation_name,
            "passport_name": _passport_name(registration),
        }


def _passport_name(registration: Registration) -> str:
    """Return what the person has given for travel; else the name in Latin letters."""
    travel = Travel.objects.filter(registration=registration).first()
    return (travel.passport_name if travel else "") or registration.latin_name


def _of_event(event: Event) -> Words:
    """Return what both kinds say of the event, in the active language."""
    return {
        "name": "",
        "position": "",
        "passport_name": "",
        "deadline": "",
        "event": getattr(event, languages.column("title")) or str(event),
        "when": times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        ),
        "where": where(event),
        "host": str(event.host or ""),
    }
