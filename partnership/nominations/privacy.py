"""What is kept of people who are nominated, why and for how long."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField
from partnership.documents import actions as of_files
from partnership.documents.models import StoredFile
from partnership.nominations.models import Letter, Nomination, Travel

OVER: Final = "nominations-for-past-events"
KEPT_BY: Final = (ONESELF, Role.MEMBER.value, Role.SECRETARIAT.value)


LETTERS: Final = "letters-for-past-events"


TRAVEL: Final = "travel-of-past-events"
TRAVEL_DAYS: Final = 30
SENSITIVE: Final = ("passport_name", "diet", "notes")


def _of(field: str, category: DataClass = DataClass.ORDINARY) -> PersonalField:
    return PersonalField(
        "nominations.nomination",
        field,
        purpose=_("To know whom an organisation names for an event, and to invite them."),
        retention=_("A year after the event; the numbers stay."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=OVER,
        category=category,
        seen_by=KEPT_BY,
    )


privacy.register(
    _of("email", DataClass.CONTACT),
    _of("name"),
    _of("latin_name"),
    _of("position"),
    _of("note"),
    _of("reason"),
    _of("letter"),
    *(
        PersonalField(
            "nominations.letter",
            field,
            purpose=_("To invite somebody in writing, and to know what was written."),
            retention=_("A year after the event; the number stays."),
            retention_days=settings.REGISTRATION_RETENTION_DAYS,
            rule=LETTERS,
            seen_by=KEPT_BY,
        )
        for field in ("recipient_name", "texts")
    ),
    *(
        PersonalField(
            "nominations.travel",
            field,
            purpose=_("To book hotel and meals and to fetch people who come."),
            retention=_(
                "Thirty days after the event, or the night after the seat was given up; nothing stays."
            ),
            retention_days=TRAVEL_DAYS,
            rule=TRAVEL,
            category=DataClass.SENSITIVE if field in SENSITIVE else DataClass.ORDINARY,
            seen_by=(ONESELF, Role.SECRETARIAT.value),
        )
        for field in (
            *SENSITIVE,
            "arrives_at",
            "arrival_by",
            "departs_at",
            "departure_by",
            "hotel_from",
            "hotel_until",
        )
    ),
)


def _over(now: datetime) -> QuerySet[Nomination]:
    kept_for = timedelta(days=settings.REGISTRATION_RETENTION_DAYS)
    rows = Nomination.objects.filter(anonymised_at__isnull=True)
    return rows.filter(quota__hold__event__ends_at__lt=now - kept_for)


def forget(rows: QuerySet[Nomination]) -> None:
    """Delete what says who it was, the scans included; how many were named stays."""
    numbers = list(rows.values_list("pk", flat=True))
    found = Nomination.objects.filter(pk__in=numbers)
    letters = list(StoredFile.objects.filter(nominations__in=numbers).distinct())
    now = timezone.now()
    found.exclude(reason="").update(reason="–")
    found.update(
        email="",
        name="",
        latin_name="",
        position="",
        note="",
        letter=None,
        anonymised_at=now,
        updated_at=now,
    )
    of_files.give_up(letters, by=None)


def _letters(now: datetime) -> QuerySet[Letter]:
    kept_for = timedelta(days=settings.REGISTRATION_RETENTION_DAYS)
    rows = Letter.objects.filter(anonymised_at__isnull=True)
    return rows.filter(event__ends_at__lt=now - kept_for)


def _forget_letters(rows: QuerySet[Letter]) -> None:
    """Delete the words; that there was a letter with this number stays."""
    now = timezone.now()
    rows.update(recipient_name="", texts={}, anonymised_at=now, updated_at=now)


def _travel(now: datetime) -> QuerySet[Travel]:
    rows: QuerySet[Travel] = Travel.objects.not_needed(now - timedelta(days=TRAVEL_DAYS))
    return rows


def _delete(rows: QuerySet[Travel]) -> None:
    rows.delete()


retention.register(
    retention.Rule(
        TRAVEL,
        _(
            "How people travel and what they eat is deleted thirty days after the event, or once they "
            "have no seat."
        ),
        _travel,
        _delete,
    ),
    retention.Rule(
        LETTERS,
        _("The words of a letter of invitation are deleted a year after the event."),
        _letters,
        _forget_letters,
    ),
    retention.Rule(
        OVER,
        _("Who was nominated for an event is forgotten a year after it; how many were is not."),
        _over,
        forget,
    ),
)
