"""Says of what a staff page quotes in which language it is.

The desk works in one language and quotes the other all the time: names of people, titles without a
translation, columns of reference lists. No list has to mark them: their letters tell, and with the
mark a reader of screens changes its voice.

Among English any Han is a quotation. Among Chinese English is one only where data stand (cells,
choices, values, titles of objects): elsewhere it would be a sentence that lacks its translation,
which must not be covered up. Where no element can stand, as in the page's title, a text of both
languages is said to be in none.
"""

import re
from typing import Final, NamedTuple

from partnership.core import languages

HAN: Final = "\u3400-\u9fff\uf900-\ufaff"
BESIDE: Final = HAN + "\u3000-\u303f\uff00-\uffef“”‘’·—0-9"
HAN_RUN: Final = re.compile(f"[{HAN}](?:[{BESIDE}]*[{BESIDE}])?")
WORD: Final = r"[A-Za-z][A-Za-z'’.\-]*"
ENGLISH_RUN: Final = re.compile(rf"(?<![&\w]){WORD}(?:[,;:]? (?:{WORD}|[0-9–]+))+[?!]?")
TOKEN: Final = re.compile(
    r"(<!--.*?-->|<(?:script|style|template)\b.*?</(?:script|style|template)>"
    r"|</?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL,
)
NAME: Final = re.compile(r"</?([a-zA-Z][\w-]*)")
LANG: Final = re.compile(r"\slang=\"([^\"]*)\"")
SPOKEN: Final = re.compile(r"\s(?:title|aria-label|alt|placeholder|value)=\"([^\"]*)\"")
DATA: Final = re.compile(
    r"^<(?:h1|input|option|textarea|title)\b|[\s\"](?:field-\w|readonly\b|desk-quoted\b|group/title\b)"
)
CHINESE: Final = languages.tag(languages.CHINESE)
ENGLISH: Final = languages.tag(languages.ENGLISH)
NONE: Final = ""
OTHER: Final = {CHINESE: ENGLISH, ENGLISH: CHINESE}
QUOTED: Final = {CHINESE: ENGLISH_RUN, ENGLISH: HAN_RUN}
OWN: Final = {CHINESE: HAN_RUN, ENGLISH: re.compile(r"[A-Za-z]{2}")}
PLAIN: Final = frozenset({"option", "title", "textarea"})  # hold text and no element
OPAQUE: Final = frozenset({"script", "style", "template"})
VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def marked(html: str) -> str:
    """Return a page of the active language with `lang` on all it quotes from the other one."""
    return Marker(languages.current()).mark(html)


class Spot(NamedTuple):
    """An element the walk stands in."""

    name: str
    tongue: str
    holds_data: bool


class Marker:
    """Walks once through the tags of a page."""

    def __init__(self, language: str) -> None:
        self.own = languages.tag(language)
        self.spots = [Spot("", self.own, False)]

    def mark(self, html: str) -> str:
        pieces = TOKEN.split(html)  # text, tag, text, tag, … text
        pieces[0] = self._text(pieces[0])
        for place in range(1, len(pieces), 2):
            tag, text = pieces[place : place + 2]
            if name := NAME.match(tag):
                pieces[place] = self._tag(tag, name[1].lower(), text)
            pieces[place + 1] = self._text(text)
        return "".join(pieces)

    def _text(self, text: str) -> str:
        spot = self.spots[-1]
        run = QUOTED.get(spot.tongue)
        if run is None or spot.name in PLAIN or not _quotes(text, spot):
            return text
        return run.sub(rf'<span lang="{OTHER[spot.tongue]}">\g<0></span>', text)

    def _tag(self, tag: str, name: str, text: str) -> str:
        """Return the tag; where it speaks itself, with the language it does that in."""
        if tag.startswith("</"):
            self._leave(name)
            return tag
        if name in OPAQUE or (name in VOID and name != "input"):
            return tag
        around = self.spots[-1]
        spot = Spot(name, around.tongue, around.holds_data or bool(DATA.search(tag)))
        if " lang=" in tag and (said := LANG.search(tag)):
            tongue = languages.TAGS.get(said[1], said[1])
            tag = tag.replace(said[0], f' lang="{tongue}"', 1)
        else:
            tongue = _spoken(tag, text, spot)
            if tongue != spot.tongue:
                tag = f'{tag[: len(name) + 1]} lang="{tongue}"{tag[len(name) + 1 :]}'
        if name not in VOID and not tag.endswith("/>"):
            self.spots.append(spot._replace(tongue=tongue))
        return tag

    def _leave(self, name: str) -> None:
        """Go back to where the element stood; a stray end tag leads nowhere."""
        for place in range(len(self.spots) - 1, 0, -1):
            if self.spots[place].name == name:
                del self.spots[place:]
                return


def _spoken(tag: str, text: str, spot: Spot) -> str:
    """Return the language of the attributes and of a text no span can stand in; mixed: none."""
    if spot.tongue == CHINESE and not spot.holds_data:
        return spot.tongue
    if spot.tongue == ENGLISH and tag.isascii() and (spot.name not in PLAIN or text.isascii()):
        return spot.tongue
    said = [each for each in SPOKEN.findall(tag) if each]
    if spot.name in PLAIN:
        said.append(text)
    if not any(_quotes(each, spot) for each in said):
        return spot.tongue
    is_mixed = any(OWN[spot.tongue].search(each) for each in said)
    return NONE if is_mixed else OTHER[spot.tongue]


def _quotes(text: str, spot: Spot) -> bool:
    """Tell whether there is something of the other language in the text."""
    run = QUOTED.get(spot.tongue)
    if run is None or (spot.tongue == CHINESE and not spot.holds_data):
        return False
    if spot.tongue == ENGLISH and text.isascii():
        return False
    return not text.isspace() and bool(run.search(text))
