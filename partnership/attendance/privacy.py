"""What attendance keeps of people, why and for how long."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.attendance.models import Answer, Certificate, EvaluationTurn, Export
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField

CERTIFICATES: Final = "certificates-of-attendance"
EVALUATION: Final = "words-of-evaluations"
TURNS: Final = "turns-at-evaluations"
EXPORTS: Final = "files-with-lists-of-people"
SEEN_BY: Final = (ONESELF, Role.SECRETARIAT.value)

privacy.register(
    PersonalField(
        "attendance.steward",
        "person",
        purpose=_("To know who may check people in at an event."),
        retention=_("As long as the account."),
        seen_by=SEEN_BY,
    ),
    PersonalField(
        "attendance.plan",
        "certifying_by",
        purpose=_("To know who has asked for certificates that are being written."),
        retention=_("Until they are written."),
        seen_by=SEEN_BY,
    ),
    PersonalField(
        "attendance.checkin",
        "by",
        purpose=_("To know who has checked somebody in."),
        retention=_("As long as the account."),
        seen_by=SEEN_BY,
    ),
    PersonalField(
        "attendance.presence",
        "noted_by",
        purpose=_("To know who has noted attendance."),
        retention=_("As long as the account."),
        seen_by=SEEN_BY,
    ),
)


def _of_certificate(field: str) -> PersonalField:
    return PersonalField(
        "attendance.certificate",
        field,
        purpose=_("To certify that somebody attended, for whoever checks it."),
        retention=_("Ten years after it was issued."),
        retention_days=settings.CERTIFICATE_RETENTION_DAYS,
        rule=CERTIFICATES,
        seen_by=SEEN_BY,
    )


privacy.register(
    *map(
        _of_certificate, ("name", "latin_name", "organisation_name", "group_name", "member_names")
    ),
    *map(_of_certificate, ("issued_by", "revoked_by", "revocation_reason")),
)


def _old(now: datetime) -> QuerySet[Certificate]:
    kept_for = timedelta(days=settings.CERTIFICATE_RETENTION_DAYS)
    rows: QuerySet[Certificate] = Certificate.objects.filter(issued_at__lt=now - kept_for)
    return rows


def _delete(rows: QuerySet) -> None:
    rows.delete()


def _old_exports(now: datetime) -> QuerySet[Export]:
    kept_for = timedelta(days=settings.EXPORT_RETENTION_DAYS)
    rows: QuerySet[Export] = Export.objects.filter(created_at__lt=now - kept_for)
    return rows


privacy.register(
    PersonalField(
        "attendance.export",
        "content",
        purpose=_("Lists of people for the secretariat, stewards and organisations."),
        retention=_("A week."),
        retention_days=settings.EXPORT_RETENTION_DAYS,
        rule=EXPORTS,
        category=DataClass.CONTACT,
        seen_by=SEEN_BY,
    ),
    PersonalField(
        "attendance.export",
        "unset_names",
        purpose=_("To say whose names a list could not print as they are written."),
        retention=_("A week."),
        retention_days=settings.EXPORT_RETENTION_DAYS,
        rule=EXPORTS,
        seen_by=SEEN_BY,
    ),
    PersonalField(
        "attendance.export",
        "asked_by",
        purpose=_("To hand a file out to nobody but who asked for it."),
        retention=_("A week."),
        retention_days=settings.EXPORT_RETENTION_DAYS,
        rule=EXPORTS,
        seen_by=SEEN_BY,
    ),
)

retention.register(
    retention.Rule(
        EXPORTS,
        _("Files with lists of people are deleted a week after they were asked for."),
        _old_exports,
        _delete,
    ),
    retention.Rule(
        CERTIFICATES,
        _("Certificates are deleted ten years after they were issued; nobody can check them then."),
        _old,
        _delete,
    ),
)


def _old_words(now: datetime) -> QuerySet[Answer]:
    rows = Answer.objects.exclude(text="")
    return rows.filter(response__plan__event__ends_at__lt=_year_before(now))


def _old_turns(now: datetime) -> QuerySet[EvaluationTurn]:
    return EvaluationTurn.objects.filter(registration__event__ends_at__lt=_year_before(now))


def _year_before(now: datetime) -> datetime:
    return now - timedelta(days=settings.REGISTRATION_RETENTION_DAYS)


def _forget_words(rows: QuerySet[Answer]) -> None:
    rows.update(text="")


privacy.register(
    PersonalField(
        "attendance.answer",
        "text",
        purpose=_("What people say about an event in words; they may name themselves or others."),
        retention=_("A year after the event; ratings stay."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=EVALUATION,
        seen_by=(Role.SECRETARIAT.value,),
    ),
    PersonalField(
        "attendance.evaluationturn",
        "registration",
        purpose=_("To ask everybody once; what they answered cannot be found by it."),
        retention=_("A year after the event."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=TURNS,
        seen_by=(ONESELF,),
    ),
)

retention.register(
    retention.Rule(
        EVALUATION,
        _("What people said in words about an event is deleted a year after it."),
        _old_words,
        _forget_words,
    ),
    retention.Rule(
        TURNS,
        _("Who answered the evaluation of an event is forgotten a year after it."),
        _old_turns,
        _delete,
    ),
)
