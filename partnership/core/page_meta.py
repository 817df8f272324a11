"""What the head of a public page tells search engines and link previews.

A view makes one `PageMeta` and hands it to the template as `meta`; `partials/meta.html` writes it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final, Self
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.markup import filled, joined

JsonLd = dict[str, Any]

# Characters that could end the script element or a line of its text.
ESCAPES: Final = {char: f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


DESCRIPTION: Final = '<meta name="description" content="{}">\n'
PROPERTY: Final = '<meta property="{}" content="{}">\n'
CANONICAL: Final = '<link rel="canonical" href="{}">\n'
ALTERNATE: Final = '<link rel="alternate" hreflang="{}" href="{}">\n'
FEED: Final = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">\n'
JSON_LD: Final = '<script type="application/ld+json">{}</script>\n'


@dataclass(frozen=True)
class PageMeta:
    """Title and description in the page's language, and where its versions are.

    `paths` holds the path of every language in which the page is public, and of no other: only
    these become alternates. A page that stands in for a version in the other language names that
    one as canonical. `title` is without the portal's name.
    """

    title: str
    paths: Mapping[str, str]
    description: str = ""
    language: str = field(default_factory=languages.current)
    is_article: bool = False
    published_at: datetime | None = None
    changed_at: datetime | None = None
    image_path: str = ""
    feed_path: str = ""
    json_ld: tuple[JsonLd, ...] = ()

    @classmethod
    def of_request(cls, request: HttpRequest, title: str, **facts: Any) -> Self:
        """Describe a page that is public in all languages at the same path behind the language.

        The query is left out, apart from the number of a list's page.
        """
        number = request.GET.get("page", "")
        is_later_page = number.isascii() and number.isdigit() and 1 < int(number[:9]) < 10**6
        suffix = f"?page={int(number)}" if is_later_page else ""
        paths = {code: path + suffix for code, path in in_all_languages(request.path).items()}
        return cls(title=title, paths=paths, **facts)

    @property
    def canonical(self) -> str:
        """The address search engines should keep for this page."""
        return self._address(self.language if self.language in self.paths else self._first)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Each public version as (hreflang, address); last the one for everybody else."""
        found = [
            (languages.tag(code), self._address(code))
            for code in languages.LANGUAGES
            if code in self.paths
        ]
        return [*found, ("x-default", self._address(self._first))]

    @property
    def image_url(self) -> str:
        return site_url(self.image_path) if self.image_path else ""

    @property
    def feed_url(self) -> str:
        return site_url(self.feed_path) if self.feed_path else ""

    @cached_property
    def elements(self) -> SafeString:
        """What stands in the head; made here and not in the template, which would take longer over
        these few lines than over the rest of the frame."""
        description = filled(DESCRIPTION, self.description) if self.description else ""
        parts = [description, self._properties(), self._links(), self._structured_data()]
        return SafeString("".join(parts))

    def _properties(self) -> SafeString:
        found = {
            "og:image": self.image_url,
            "og:title": self.title,
            "og:type": "article" if self.is_article else "website",
            "og:url": self.canonical,
            "article:published_time": _moment(self.published_at) if self.is_article else "",
            "article:modified_time": _moment(self.changed_at) if self.is_article else "",
        }
        return joined(PROPERTY, [(name, value) for name, value in found.items() if value])

    def _links(self) -> SafeString:
        """Lead to the public versions, and to the feed."""
        feed = filled(FEED, _("News"), self.feed_url) if self.feed_path else ""
        versions = joined(ALTERNATE, self.alternates)
        return SafeString(f"{filled(CANONICAL, self.canonical)}{versions}{feed}")

    def _structured_data(self) -> SafeString:
        """The structured data, each in a script element of its own."""
        blocks = [{"@context": "https://schema.org", **data} for data in self.json_ld]
        return joined(JSON_LD, [(script_text(block),) for block in blocks])

    @property
    def _first(self) -> str:
        return next(code for code in languages.LANGUAGES if code in self.paths)

    def _address(self, language: str) -> str:
        return site_url(self.paths[language])


def _moment(moment: datetime | None) -> str:
    return localtime(moment).isoformat() if moment else ""


def in_all_languages(path: str) -> dict[str, str]:
    """Return the path of the same page in every language, for pages whose words are no address."""
    language = languages.from_path(path) or languages.current()
    rest = path.removeprefix(f"/{language}")
    return {code: f"/{code}{rest}" for code in languages.LANGUAGES}


def site_url(path: str) -> str:
    """Return the full address of a path, safe to stand in HTML, XML and JSON."""
    return settings.SITE_URL + quote(path, safe="/?&=#%-._~:@!$'()*+,;")


def script_text(data: JsonLd) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return mark_safe(text)  # noqa: S308 (nothing is left that ends a script)
