"""How to cite a case, pass it on and report an error in it."""

from typing import Final, NamedTuple
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases import addresses, citations
from cases.dossier.case import Dossier

FILES: Final = (("BibTeX", "bibtex"), ("RIS", "ris"), ("CSL-JSON", "csl-json"))


class Link(NamedTuple):
    """Where something leads."""

    label: str | Promise
    url: str


def citations_of(dossier: Dossier) -> list[citations.Citation]:
    return citations.for_people(citations.of_titled(dossier, dossier.title, dossier.language))


def citation_files_of(dossier: Dossier) -> list[Link]:
    """Return the files for reference managers."""
    address = reverse("api:case-citation", args=[dossier.number])
    return [
        Link(label, f"{address}?{urlencode({'style': style, 'language': dossier.language})}")
        for label, style in FILES
    ]


def share_url(dossier: Dossier) -> str:
    """Return the address that opens a mail with title and permanent address of the case."""
    address = addresses.permanent(dossier.number, dossier.language)
    return _mail("", dossier.title, f"{dossier.title}\n{address}")


def report_url(dossier: Dossier) -> str:
    """Return the address that opens a mail to the secretariat about an error in the case."""
    subject = _("Correction to case %(number)s, version %(version)s") % {
        "number": dossier.number,
        "version": dossier.edition,
    }
    return _mail(settings.CONTACT_EMAIL, subject, "")


def _mail(to: str, subject: str, body: str) -> str:
    parts = {"subject": subject, "body": body}
    return f"mailto:{to}?" + urlencode({k: v for k, v in parts.items() if v}, quote_via=quote)
