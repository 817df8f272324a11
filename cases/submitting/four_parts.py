"""A case written in Word, in the four parts every call for cases asks for, put into the form.

The text is cut at its headings (工作背景、工作举措、实施成效、经验总结, and the usual variants, numbered or not),
the measures at their numbered headings. Nothing that is in the form already is overwritten: what
is pasted goes into empty fields, and behind the text of filled ones.
"""

import copy
import re
from collections.abc import Iterator
from typing import Final

from partnership.review.sheets import Answers

NUMBER: Final = (
    r"(?:第[一二三四五六七八九十]+[部章]分?|[（(]?[一二三四五六七八九十\dIVX]+[)）]?[、.．:：]?)?"
)
HEADINGS: Final = {
    "background": r"工作背景|案例背景|项目背景|背景(?:情况|介绍)?|background(?: and problem)?|context",
    "measures": r"工作举措|主要举措|主要做法|具体做法|工作措施|举措|做法|measures|what was done|actions",
    "results": r"实施成效|工作成效|主要成效|取得成效|成效|results|outcomes|achievements",
    "lessons": r"经验总结|经验启示|经验与启示|经验|启示|lessons(?: learn(?:ed|t))?|experience",
}
HEADING: Final = re.compile(
    rf"^[\s#*]*{NUMBER}[\s*]*(?:{'|'.join(f'(?P<{k}>{v})' for k, v in HEADINGS.items())})"
    r"[\s*:：]*$",
    re.IGNORECASE,
)
MEASURE: Final = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．)]|[一二三四五六七八九十]+、)\s*(?P<title>\S.{0,58}?)[。.：:]?\s*$"
)
TITLE_LENGTH: Final = 200


def split(text: str) -> dict[str, str]:
    """Return the texts of the parts that were found; what stands before the first is `title`."""
    found: dict[str, list[str]] = {"title": []}
    current = "title"
    for line in _lines(text):
        heading = HEADING.match(line)
        if heading:
            current = str(heading.lastgroup)
            found.setdefault(current, [])
        else:
            found[current].append(line)
    return {part: "\n".join(lines).strip() for part, lines in found.items() if any(lines)}


def measures(text: str) -> list[dict[str, str]]:
    """Cut the measures at their numbered headings; one block when there are none."""
    blocks: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        numbered = MEASURE.match(line)
        if numbered:
            blocks.append((numbered["title"], []))
        else:
            blocks[-1][1].append(line)
    return [
        {"title": title[:TITLE_LENGTH], "done": done}
        for title, lines in blocks
        if (done := "\n".join(lines).strip()) or title
    ]


def fill_in(answers: Answers, text: str) -> Answers:
    """Return the answers with the pasted text in its places."""
    filled = copy.deepcopy(answers)
    found = split(text)
    if not found.keys() & HEADINGS.keys():
        found = {"background": text.strip()}
    _put(filled, "about", "title", found.get("title", "").split("\n")[0][:TITLE_LENGTH])
    _put(filled, "background", "background", found.get("background", ""))
    _put(filled, "results", "results", found.get("results", ""))
    _put(filled, "lessons", "success_factors", found.get("lessons", ""))
    if "measures" in found:
        filled["measures"] = [*(filled.get("measures") or []), *measures(found["measures"])]
    return filled


def _put(answers: Answers, part: str, field: str, text: str) -> None:
    values = answers.setdefault(part, {})
    before = values.get(field) or ""
    if text and text not in before:
        is_title = field == "title"
        values[field] = before if is_title and before else f"{before}\n\n{text}".strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines, each paragraph apart; Word sends its own kinds of blanks and breaks."""
    for line in re.split(r"\r\n|\r|\n|\v|\u2028|\u2029", text):
        yield line.replace("\u00a0", " ").replace("\u3000", " ").rstrip()
