"""A picture as pages show it: its copies for every width of screen, and whose it is.

`columns` is what a question of an upper app selects, `of` makes the picture from the answer; the
question filters by `PictureQuerySet.clear`.
"""

from typing import Any, Final, NamedTuple, Self

from django.db.models import F
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.markup import escape, filled
from partnership.core.names import tag_of_name
from partnership.documents.addresses import SHARED, picture_url
from partnership.documents.choices import LICENCE_URLS, Licence

IMAGE: Final = (
    '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="{}"'
    ' fetchpriority="{}" decoding="async">'
)
MIDDLE: Final = 960  # pixels wide: for browsers that choose none themselves


class PictureOnPage(NamedTuple):
    """`widths` are those of the copies, ascending; `width` and `height` those of the middle one."""

    token: str
    widths: tuple[int, ...]
    width: int
    height: int
    alt: str
    author: str
    credit: str
    licence: str
    caption: str = ""

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """Make it from the JSON that `columns` selects; other keys are fields of ours."""
        facts = row.pop("facts")
        widths = tuple(facts["widths"])
        width = max((each for each in widths if each <= MIDDLE), default=widths[0])
        height = max(1, round(facts["height"] * width / facts["width"]))
        return cls(widths=widths, width=width, height=height, **row)

    @property
    def url(self) -> str:
        return picture_url(self.token, f"{self.width}.webp")

    @property
    def srcset(self) -> str:
        copies = (f"{picture_url(self.token, f'{width}.webp')} {width}w" for width in self.widths)
        return ", ".join(copies)

    @property
    def share_url(self) -> str:
        """The copy for link previews, which want JPEG."""
        return picture_url(self.token, SHARED)

    @property
    def licence_label(self) -> str | Promise:
        return Licence(self.licence).label

    @property
    def licence_url(self) -> str:
        return LICENCE_URLS[Licence(self.licence)]

    @property
    def made_by(self) -> str:
        """Who made it and what has to be said, without the licence."""
        author = _("Picture: %(author)s") % {"author": self.author} if self.author else ""
        return " · ".join(filter(None, [author, self.credit]))

    @property
    def made_by_html(self) -> SafeString:
        """The same for a page: a name is in no language but its own."""
        name = filled('<bdi lang="{}">{}</bdi>', tag_of_name(self.author), self.author)
        author = escape(_("Picture: %(author)s")) % {"author": name} if self.author else ""
        return SafeString(" · ".join(filter(None, [author, escape(self.credit)])))


def picture_html(picture: PictureOnPage, sizes: str, *, eager: bool = False) -> SafeString:
    """Return the picture in every width a screen may need; `sizes` says how wide it is shown, in
    the words of HTML. `eager` is for the first thing a reader sees."""
    return filled(
        IMAGE,
        picture.url,
        picture.srcset,
        sizes,
        picture.width,
        picture.height,
        picture.alt,
        "eager" if eager else "lazy",
        "high" if eager else "auto",
    )


def columns(language: str) -> dict[str, F]:
    """Return what to select of a picture."""
    return {
        "token": F("file__token"),
        "facts": F("file__facts"),
        "alt": F(languages.column("alt_text", language)),
        "author": F("author"),
        "credit": F(languages.column("credit", language)),
        "licence": F("licence"),
    }
