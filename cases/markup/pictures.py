"""Pictures of a case with what has to be said about them."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString

from partnership.core.shells import filled_shell
from partnership.documents.on_page import PictureOnPage, picture_html

LEAD_WIDTH: Final = "(min-width: 62rem) 54rem, 100vw"
SMALL_WIDTH: Final = "(min-width: 62rem) 27rem, 100vw"


def lead_figure(picture: PictureOnPage) -> SafeString:
    """Return the first thing a reader sees."""
    return _figure(picture, LEAD_WIDTH, eager=True)


def figures_html(pictures: Iterable[PictureOnPage]) -> SafeString:
    return SafeString("".join([_figure(each, SMALL_WIDTH, eager=False) for each in pictures]))


def _figure(picture: PictureOnPage, sizes: str, *, eager: bool) -> SafeString:
    pieces = {
        "picture": picture_html(picture, sizes, eager=eager),
        "shown.caption": picture.caption,
        "shown.made_by": picture.made_by_html,
        "shown.licence_url": picture.licence_url,
        "shown.licence_label": picture.licence_label,
    }
    return filled_shell("cases/detail/figure.html", pieces, {})
