"""States of files, licences of pictures, and what consents cover."""

from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role
from partnership.documents.checks.kinds import Kind

KEEPERS: Final = frozenset({Role.SECRETARIAT.value})  # of files, pictures and consents
LOOKERS: Final = KEEPERS | {Role.PUBLISHER.value}

KIND_LABELS: Final[dict[Kind, str | Promise]] = {
    Kind.JPEG: _("picture (JPEG)"),
    Kind.PNG: _("picture (PNG)"),
    Kind.WEBP: _("picture (WebP)"),
    Kind.PDF: "PDF",
    Kind.XLSX: _("Excel workbook"),
    Kind.DOCX: _("Word document"),
    Kind.CSV: _("table (CSV)"),
    Kind.GEOJSON: "GeoJSON",
}


class State(models.TextChoices):
    """Where a file is between being sent and being used."""

    QUARANTINED = "quarantined", pgettext_lazy("state of a file", "waiting for a check")
    AVAILABLE = "available", pgettext_lazy("state of a file", "available")
    REFUSED = "refused", pgettext_lazy("state of a file", "refused")


TRANSITIONS: Final = {
    State.QUARANTINED: frozenset({State.AVAILABLE, State.REFUSED}),
    State.AVAILABLE: frozenset({State.REFUSED}),
    State.REFUSED: frozenset(),
}


class People(models.TextChoices):
    """Whether people can be recognised in a picture; empty until somebody has looked."""

    NOBODY = "nobody", _("nobody can be recognised")
    ADULTS = "adults", _("adults can be recognised")
    MINORS = "minors", _("contains minors who can be recognised")


SHOWING_PEOPLE: Final = (People.ADULTS.value, People.MINORS.value)


class Use(models.TextChoices):
    """What a consent may cover."""

    WEB = "web", _("web pages")
    PRINT = "print", _("printed volumes")
    SOCIAL = "social", _("social media")


class Licence(models.TextChoices):
    """Under what terms a picture may be used."""

    CC0 = "cc0", "CC0 1.0"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC_BY_NC = "cc-by-nc", "CC BY-NC 4.0"
    CC_BY_ND = "cc-by-nd", "CC BY-ND 4.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    PERMISSION = "permission", _("used with permission, all rights reserved")


# Where the terms of a licence stand; none for a permission.
LICENCE_URLS: Final = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC_BY_ND: "https://creativecommons.org/licenses/by-nd/4.0/",
    Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
    Licence.PERMISSION: "",
}
