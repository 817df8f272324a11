"""What every form of a citation is made of: of a case, an outcome document, a report of a project."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

SECRETARIAT = _("Secretariat of the China-ASEAN Marine Plastic Reduction Partnership")


class Cited(StrEnum):
    """What kinds of things are cited."""

    WEBPAGE = "webpage"
    REPORT = "report"
    ARTICLE = "article"
    NEWSPAPER = "newspaper"
    LEGISLATION = "legislation"
    DATASET = "dataset"


@dataclass(frozen=True)
class Record:
    """One cited thing. Dates are partial dates (`YYYY[-MM[-DD]]`) as texts, empty when unknown.

    `designation` stands behind the title: number, version, demo mark. `language` is that of the text
    around the citation, `text_language` that of the cited thing.
    """

    key: str
    kind: str  # one of Cited
    language: str
    author: str
    title: str
    designation: tuple[str, ...] = ()
    translation: str = ""
    container: str = ""
    publisher: str = ""
    issued: str = ""
    url: str = ""
    accessed: str = ""
    text_language: str = ""
    number: str = ""
    version: str = ""
