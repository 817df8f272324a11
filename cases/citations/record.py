"""What every form of a citation is made of."""

from datetime import date, datetime
from typing import Protocol

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from cases import addresses
from cases.choices import SourceType
from cases.models import Case, CaseSource
from partnership.core import languages
from partnership.core.citations import SECRETARIAT, Record


class Citable(Protocol):
    """What of a case a citation needs, apart from its title."""

    @property
    def number(self) -> str: ...
    @property
    def edition(self) -> int: ...
    @property
    def is_demo(self) -> bool: ...
    @property
    def updated_at(self) -> datetime: ...


def of_case(case: Case, language: str, *, accessed: date | None = None) -> Record:
    """Return the record of the case's page in `language`, as it was read on `accessed`."""
    return of_titled(case, getattr(case, languages.column("title", language)), language, accessed)


def of_titled(case: Citable, title: str, language: str, accessed: date | None = None) -> Record:
    """Return the record of a case whose title in `language` is known.

    The address names the version that was read; the date is that of the last change.
    """
    with override(language):
        return Record(
            key=f"{case.number}-v{case.edition}",
            kind=SourceType.WEBPAGE,
            language=language,
            author=str(SECRETARIAT),
            title=title,
            designation=(
                pgettext("citation", "case %s") % case.number,
                pgettext("citation", "version %s") % case.edition,
                *([_("demo data")] if case.is_demo else []),
            ),
            issued=timezone.localdate(case.updated_at).isoformat(),
            url=addresses.permanent(case.number, language, version=case.edition),
            accessed=(accessed or timezone.localdate()).isoformat(),
            text_language=language,
            number=case.number,
            version=str(case.edition),
        )


def of_collection(language: str) -> Record:
    """Return the record of the whole collection as data, as it is today: it changes daily."""
    today = timezone.localdate().isoformat()
    with override(language):
        return Record(
            key="typical-cases",
            kind=SourceType.DATASET,
            language=language,
            author=str(SECRETARIAT),
            title=_("Collection of typical cases"),
            issued=today,
            url=settings.SITE_URL + reverse("cases:downloads"),
            accessed=today,
            text_language=language,
        )


def of_source(source: CaseSource, language: str) -> Record:
    """Return the record of a source of a case, for a reference list in `language`.

    The translated title is given to readers who may not read the original.
    """
    chinese = language == languages.CHINESE
    is_foreign = source.language.split("-")[0] != ("zh" if chinese else "en")
    return Record(
        key=source.key,
        kind=SourceType(source.type),
        language=language,
        author=source.author,
        title=source.title,
        translation=source.title_translation if is_foreign else "",
        container=source.container,
        publisher=source.publisher,
        issued=source.issued,
        url=source.url,
        text_language=source.language,
    )
