"""Finds text in the wrong language: Han outside `zh-Hans`, English outside `en`.

Every text node and every spoken attribute is judged by the nearest `lang`. Names that are the
same in both languages are allowed; so are texts of third languages, which carry their own `lang`.

A page is read as the browser shows it, with what scripts have added, or as the server sent it, which is
many times faster.
"""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.names import NAMES

SPOKEN = ["title", "aria-label", "alt", "placeholder"]
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
ENGLISH = re.compile(r"[A-Za-z][a-z]+(?:['’\-][A-Za-z]+)*(?: [A-Za-z][a-z]+(?:['’\-][A-Za-z]+)*)+")
KNOWN = {"en", "zh-Hans"}  # what a page of ours may be in
COLLECT = """spoken => {
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
        const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        if (!element || !element.closest || element.closest('script,style,template,code')) continue;
        const tongue = (of) => { const e = of && of.closest('[lang]'); return e ? e.lang : ''; };
        if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
            found.push([tongue(element), node.data]);
        } else if (node.nodeType === Node.ELEMENT_NODE) {
            for (const name of spoken) {
                if (node.hasAttribute(name)) found.push([tongue(node), node.getAttribute(name)]);
            }
        }
    }
    return found;
}"""


def foreign_words(page: Page) -> list[str]:
    """Return the words of the page that stand under the other language's `lang`."""
    own = page.evaluate("document.documentElement.lang")
    unknown = [] if own in KNOWN else [f"lang={own}"]
    return unknown + [
        word for tongue, text in page.evaluate(COLLECT, SPOKEN) for word in judge(tongue, text)
    ]


WITHOUT_END = set(
    re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr")
)
UNSPOKEN = {"script", "style", "template", "code"}


class Open(NamedTuple):
    """A tag that is open, the language inside of it, and whether that is nothing anybody reads."""

    tag: str
    tongue: str
    is_unspoken: bool


class Sent(HTMLParser):
    """Collects the texts of a page as it was sent, each with the language it stands under."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.own = ""
        self.within = [Open("", "", is_unspoken=False)]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said, around = dict(attrs), self.within[-1]
        tongue = said["lang"] or "" if "lang" in said else around.tongue
        if tag == "html":
            self.own = tongue
        is_unspoken = around.is_unspoken or tag in UNSPOKEN
        if not is_unspoken:
            self.found += [(tongue, said[name] or "") for name in SPOKEN if name in said]
        if tag not in WITHOUT_END:
            self.within.append(Open(tag, tongue, is_unspoken))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.within) - 1, 0, -1):
            if self.within[place].tag == tag:
                del self.within[place:]
                return

    def handle_data(self, data: str) -> None:
        around = self.within[-1]
        if not around.is_unspoken and data.strip():
            self.found.append((around.tongue, data))


def foreign_words_sent(html: str) -> list[str]:
    """Return the words of a page as it was sent that stand under the other language's `lang`."""
    sent = Sent(html)
    unknown = [] if sent.own in KNOWN else [f"lang={sent.own}"]
    return unknown + [word for tongue, text in sent.found for word in judge(tongue, text)]


def judge(tongue: str, text: str) -> list[str]:
    """Return what of `text` does not belong under `tongue`."""
    if tongue == "en":
        return HAN.findall(text)
    if tongue == "zh-Hans" and ENGLISH.search(text):
        for name in NAMES:
            text = text.replace(name, "")
        return ENGLISH.findall(text)
    return []
