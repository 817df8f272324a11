"""What the room for files keeps of people, and when it goes."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField
from partnership.documents import actions
from partnership.documents.choices import KEEPERS
from partnership.documents.models import Consent, StoredFile

REFUSED_FILES: Final = "refused-files"
WITHDRAWN_CONSENTS: Final = "withdrawn-consents"
FILE: Final[dict[str, Any]] = {
    "purpose": _("To know who has sent a file, and to call it by its name."),
    "retention": _("As long as the file; of a refused one, ninety days."),
    "seen_by": (ONESELF, *KEEPERS),
}
CONSENT: Final[dict[str, Any]] = {
    "purpose": _("To prove that people agreed to be shown, and to hear when they no longer do."),
    "retention": _("As long as the pictures are shown; three years after a withdrawal."),
    "retention_days": 1096,
    "rule": WITHDRAWN_CONSENTS,
    "seen_by": tuple(KEEPERS),
}

privacy.register(
    PersonalField("documents.storedfile", "owner", **FILE, masked=False),
    PersonalField("documents.storedfile", "label", **FILE, masked=False),
    PersonalField(
        "documents.picture",
        "author",
        purpose=_("To name who made a picture, as the law and most licences ask."),
        retention=_("As long as the picture."),
        seen_by=tuple(KEEPERS),
        masked=False,
    ),
    PersonalField("documents.consent", "given_by", **CONSENT, category=DataClass.SENSITIVE),
    PersonalField("documents.consent", "reachable_by", **CONSENT, category=DataClass.CONTACT),
    PersonalField("documents.consent", "sheet", **CONSENT, category=DataClass.SENSITIVE),
)
privacy.not_personal("documents.storedfile", "token", "The random name of a file.")
privacy.not_personal("documents.consent", "is_by_guardian", "Says nothing without the name.")


def _refused(now: datetime) -> models.QuerySet[StoredFile]:
    return StoredFile.objects.refused_before(
        now - timedelta(days=settings.REFUSED_FILE_RETENTION_DAYS)
    ).filter(picture__isnull=True, consents__isnull=True)


def _withdrawn(now: datetime) -> models.QuerySet[Consent]:
    """Consents withdrawn three years ago that still say whose they were."""
    return Consent.objects.filter(
        withdrawn_at__lt=now - timedelta(days=int(CONSENT["retention_days"]))
    ).exclude(given_by="")


def _anonymise(consents: models.QuerySet[Consent]) -> None:
    consents.update(given_by="", reachable_by="", sheet=None)


retention.register(
    retention.Rule(
        REFUSED_FILES,
        _("The row of a refused file goes after ninety days; the file itself goes at once."),
        _refused,
        actions.forget_refused,
    ),
    retention.Rule(
        WITHDRAWN_CONSENTS,
        _("Whose consent it was goes three years after it was withdrawn."),
        _withdrawn,
        _anonymise,
    ),
)
