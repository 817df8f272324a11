"""Annexes and outputs as pages show them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise

from partnership.core import languages
from partnership.documents.choices import LICENCE_URLS, Licence
from partnership.documents.models import StoredFile
from partnership.documents.sending import Sending
from roundtables.models.rows import Paper


@dataclass(frozen=True, slots=True)
class PaperOnPage:
    """Something to read; `about` says what kind of file it is and how large, `is_file` tells what
    the portal hands out itself."""

    title: str
    url: str
    is_file: bool
    about: str
    licence: str | Promise
    licence_url: str


def is_shown(paper: Paper) -> bool:
    """A file is handed out once it was checked."""
    return paper.file is None or paper.file.is_available


def on_page(paper: Paper, address: Callable[[Paper], str], language: str) -> PaperOnPage:
    """`address` tells where the portal hands a file out."""
    file = paper.file
    return PaperOnPage(
        title=getattr(paper, languages.column("title", language)),
        url=paper.url or address(paper),
        is_file=file is not None,
        about=f"{file.get_kind_display()} · {filesizeformat(file.size)}" if file else "",
        licence=Licence(paper.licence).label if paper.licence else "",
        licence_url=LICENCE_URLS[Licence(paper.licence)] if paper.licence else "",
    )


def sending(file: StoredFile) -> Sending:
    """Offer a file for saving, never to be opened in the browser."""
    name = str(file.facts["names"][0])
    return Sending(file.token, name, file.media_type, True, attached_as=file.download_name)
