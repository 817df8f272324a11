"""Finds text in the wrong language: Han outside `zh-Hans`, English outside `en`.

Every text node and every spoken attribute is judged by the nearest `lang`. Names that are the
same in both languages are allowed; so are texts of third languages, which carry their own `lang`.
"""

import re

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


def judge(tongue: str, text: str) -> list[str]:
    """Return what of `text` does not belong under `tongue`."""
    if tongue == "en":
        return HAN.findall(text)
    if tongue == "zh-Hans":
        for name in NAMES:
            text = text.replace(name, "")
        return ENGLISH.findall(text)
    return []
