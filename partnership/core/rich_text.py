"""Rich text: a subset of Markdown, made safe for the page.

Headings begin at the second level, because the first is the page's title. Links lead to https
addresses, mail addresses, pages of this portal and places on the same page. Everything else is
left out: HTML is shown as it was typed, pictures vanish, a refused link leaves its words.

Markdown is turned into HTML first and that HTML is sanitised by an allow-list, so that a fault of
the first step is caught by the second. Words of the other language are marked as such, because a
screen reader must know and authors cannot say it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from partnership.core import languages

TEXT_TAGS: Final = ("p", "br", "ul", "ol", "li", "a", "strong", "em", "blockquote")
TABLE_TAGS: Final = ("table", "thead", "tbody", "tr", "th", "td")
TAGS: Final = frozenset({"h2", "h3", "h4", "span", *TEXT_TAGS, *TABLE_TAGS})
ATTRIBUTES: Final = {
    "*": set[str](),
    "a": {"href"},
    "th": {"class", "scope"},
    "td": {"class"},
    "ol": {"start"},
    "span": {"lang"},
}
VALUES: Final = {"class": {"number"}, "lang": set(languages.TAGS.values())}
HIGHEST, LOWEST = 2, 4  # levels of headings
HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
RIGHT = "text-align:right"
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
LATIN = re.compile(r"[A-Za-z][a-z]+(?:[ '’-][A-Za-z]?[a-z]+)+|^[a-z-]{3,}$")
FOREIGN: Final = {languages.ENGLISH: HAN, languages.CHINESE: LATIN}
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—]")  # Han, their punctuation
LINK = re.compile(r"(?:https://[^/\\]|mailto:|/(?![/\\])|#)", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """A part of a text under a heading of the second level; the part before the first has none."""

    number: int
    title: SafeString
    html: SafeString


def render(source: str, language: str | None = None) -> SafeString:
    """Return `source`, written in `language` (default: the page's), as HTML for a public page."""
    html = nh3.clean(
        _parser().render(source, {"language": language or languages.current()}),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_kept_value,
        url_schemes={"https", "mailto"},
        link_rel=None,
    )
    return mark_safe(_with_scrolling_tables(html))  # noqa: S308 (sanitised just above)


def sections(source: str, language: str | None = None) -> list[Section]:
    """Return the parts of `source`, for pages that set headings apart or list them."""
    before, *rest = HEADING.split(render(source, language))
    parts = [("", before), *zip(rest[::2], rest[1::2], strict=True)]
    return [
        Section(number, mark_safe(title), mark_safe(html.strip()))  # noqa: S308 (parts of render)
        for number, (title, html) in enumerate(parts)
        if title or html.strip()
    ]


def is_allowed_link(address: str) -> bool:
    """Tell whether a link may lead to `address`; `//host` and its kin belong to others."""
    return address.isprintable() and LINK.match(address) is not None


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable("table").disable(["code", "fence", "backticks", "autolink", "hr", "lheading"])
    parser.add_render_rule("text", _text)
    parser.core.ruler.push("portal", _adapt)
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _adapt(state: StateCore) -> None:
    """Shift headings, and say by class and scope what Markdown says by inline style or not."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(max(int(token.tag[1]), HIGHEST), LOWEST)}"
        elif token.type in {"th_open", "td_open"}:
            if token.attrs.pop("style", None) == RIGHT:
                token.attrs["class"] = "number"
            if token.type == "th_open":
                token.attrs["scope"] = "col"


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Note a run of `*` as the library does, but beside Chinese let it open and close anywhere.

    CommonMark finds the end of emphasis by blanks and punctuation. Chinese has no blanks, so
    **注意：**然后 would stay as it is typed.
    """
    marker = state.src[state.pos]
    if silent or marker != "*":
        return False
    run = state.scanDelims(state.pos, canSplitWord=True)
    before = state.src[max(state.pos - 1, 0) : state.pos]
    after = state.src[state.pos + run.length :][:1]
    is_wide = any(WIDE.match(neighbour) for neighbour in (before, after))
    can_open = run.can_open or (is_wide and bool(after.strip()))
    can_close = run.can_close or (is_wide and bool(before.strip()))
    for _position in range(run.length):
        state.push("text", "", 0).content = marker
        place = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord(marker), run.length, place, end=-1, open=can_open, close=can_close)
        )
    state.pos += run.length
    return True


def _text(
    _renderer: Any, tokens: Sequence[Token], index: int, _options: Any, env: dict[str, str]
) -> str:
    """Escape a run of text and mark the words of the other language in it."""
    language = env["language"]
    mark = f'<span lang="{languages.tag(languages.other(language))}">\\g<0></span>'
    return FOREIGN[language].sub(mark, escapeHtml(tokens[index].content))


def _kept_value(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if is_allowed_link(value) else None
    return value if attribute not in VALUES or value in VALUES[attribute] else None


def _with_scrolling_tables(html: str) -> str:
    """A wide table scrolls inside a region that can be reached by keyboard."""
    opening = format_html(
        '<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table>', _("Table")
    )
    return html.replace("<table>", opening).replace("</table>", "</table></div>")
