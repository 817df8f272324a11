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
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from partnership.core import languages

JsonLd = dict[str, Any]

# Characters that could end the script element or a line of its text.
ESCAPES: Final = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


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
    def links(self) -> SafeString:
        """The elements that lead to the public versions; made here and not in the template, which
        would take longer over these few lines than over the rest of the head."""
        address = '<meta property="og:url" content="{0}">\n<link rel="canonical" href="{0}">\n'
        alternate = '<link rel="alternate" hreflang="{}" href="{}">'
        return format_html(address, self.canonical) + format_html_join(
            "\n", alternate, self.alternates
        )

    @cached_property
    def json_ld_scripts(self) -> SafeString:
        """The structured data, each in a script element of its own."""
        element = '<script type="application/ld+json">{}</script>'
        blocks = ({"@context": "https://schema.org", **data} for data in self.json_ld)
        return format_html_join("\n", element, ((script_text(block),) for block in blocks))

    @property
    def _first(self) -> str:
        return next(code for code in languages.LANGUAGES if code in self.paths)

    def _address(self, language: str) -> str:
        return site_url(self.paths[language])


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
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 (nothing is left that ends a script)
