"""What is kept of trainers, of people's tests, of who surveyed, and of files with surveys."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from monitoring.choices import UNDER_WAY
from monitoring.models import PreparedFile, ReportOrder, Upload
from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.privacy import ONESELF, PersonalField
from partnership.events.privacy import OVER

FILES: Final = "files-with-surveys"
UPLOADS: Final = "who-sent-files-with-surveys"
OPEN_DATA: Final = "large-files-of-open-data"
ORDERS: Final = "who-asked-for-reports"
FILE_DAYS: Final = 30
UPLOAD_DAYS: Final = 365


def _trainer(field: str) -> PersonalField:
    return PersonalField(
        "monitoring.trainer",
        field,
        purpose=_("Everyone reads who teaches at a training; the trainer has agreed to it."),
        retention=_("As long as the page of the training is public."),
        seen_by=(ONESELF, Role.SECRETARIAT.value),
        masked=False,
    )


def _score(field: str) -> PersonalField:
    return PersonalField(
        "monitoring.score",
        field,
        purpose=_("To show what a training achieves, as the mean of all who took the test."),
        retention=_("A year after the event; then it is a number of nobody."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=OVER,
        seen_by=(Role.SECRETARIAT.value,),
    )


def _team(model: str, field: str) -> PersonalField:
    return PersonalField(
        model,
        field,
        purpose=_("To ask about a survey whoever made it, and to say how much work it was."),
        retention=_("As long as the survey."),
        seen_by=(Role.SECRETARIAT.value, Role.PUBLISHER.value),
    )


def _upload(field: str, rule: str, days: int) -> PersonalField:
    return PersonalField(
        "monitoring.upload",
        field,
        purpose=_("To take surveys in from a file, and to show its sender what became of it."),
        retention=_("The file and what was found in it a month, the row a year."),
        retention_days=days,
        rule=rule,
        seen_by=(ONESELF,),
    )


def _old_files(now: datetime) -> QuerySet[Upload]:
    old: QuerySet[Upload] = Upload.objects.filter(created_at__lt=now - timedelta(days=FILE_DAYS))
    is_there = Q(content__isnull=False) | ~Q(findings=[])
    return old.filter(is_there).exclude(state__in=UNDER_WAY)


def _old_uploads(now: datetime) -> QuerySet[Upload]:
    rows: QuerySet[Upload] = Upload.objects.filter(created_at__lt=now - timedelta(days=UPLOAD_DAYS))
    return rows


def _old_open_data(now: datetime) -> QuerySet[PreparedFile]:
    """Nothing about a person is in them; they are deleted because they are large and go out of date."""
    kept_for = timedelta(days=settings.EXPORT_RETENTION_DAYS)
    rows: QuerySet[PreparedFile] = PreparedFile.objects.filter(created_at__lt=now - kept_for)
    return rows


def _old_orders(now: datetime) -> QuerySet[ReportOrder]:
    old: QuerySet[ReportOrder] = ReportOrder.objects.filter(
        created_at__lt=now - timedelta(days=FILE_DAYS)
    )
    return old


def _forget_files(rows: QuerySet[Upload]) -> None:
    rows.update(content=None, findings=[])


def _delete(rows: QuerySet[Any]) -> None:
    rows.delete()


privacy.register(
    *(_trainer(field) for field in ("name_zh_hans", "name_en", "about_zh_hans", "about_en")),
    _score("before"),
    _score("after"),
    *(
        _team(model, field)
        for model in ("monitoring.survey", "monitoring.seasurvey")
        for field in ("leader", "people", "hours")
    ),
)

privacy.register(
    *(_upload(field, FILES, FILE_DAYS) for field in ("content", "findings")),
    *(_upload(field, UPLOADS, UPLOAD_DAYS) for field in ("sent_by", "file_name", "taken")),
)

privacy.register(
    PersonalField(
        "monitoring.reportorder",
        "asked_by",
        purpose=_("To show whoever asked for a monitoring report how far it is."),
        retention=_("A month."),
        retention_days=FILE_DAYS,
        rule=ORDERS,
        seen_by=(ONESELF,),
    ),
)

retention.register(
    retention.Rule(
        ORDERS,
        _("Who asked for which monitoring report is deleted after a month."),
        _old_orders,
        _delete,
    ),
    retention.Rule(
        FILES,
        _("Files with surveys, and what was found in them, are deleted after a month."),
        _old_files,
        _forget_files,
    ),
    retention.Rule(
        UPLOADS,
        _("Who sent which file with surveys is deleted after a year."),
        _old_uploads,
        _delete,
    ),
    retention.Rule(
        OPEN_DATA,
        _("Large files of open data are deleted a week after they were asked for."),
        _old_open_data,
        _delete,
    ),
)
