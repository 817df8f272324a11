"""Static files as they are served."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from partnership.core.static_files import StaticFilesStorage, minified

STYLE_SHEETS = sorted(Path(settings.BASE_DIR, "static", "css").glob("*.css"))
TEMPLATES = Path(settings.BASE_DIR, "templates")
LARGEST = 25_000  # bytes of all style sheets one page loads, before compression
LARGEST_GUIDE = (
    26_000  # of the style guide, which shows every component at once to those who build pages
)


def linked(page: Path) -> set[str]:
    """Return the names of the style sheets a template asks for."""
    return set(re.findall(r"css/([a-z_]+\.css)", page.read_text("utf-8")))


def selectors(style_sheet: str) -> list[str]:
    """Return what stands before each brace, blanks beside commas and arrows aside."""
    without_comments = re.sub(r"/\*.*?\*/", "", style_sheet, flags=re.DOTALL)
    heads = re.findall(r"[^{};]+(?=\{)", without_comments)
    return [
        re.sub(r":\s+", ":", re.sub(r"\s*([,>])\s*", r"\1", " ".join(head.split())))
        for head in heads
    ]


EVERYWHERE = linked(TEMPLATES / "partials" / "stylesheets.html")
UNLESS_REPLACED = linked(TEMPLATES / "base.html")
PAGES = [page for page in sorted(TEMPLATES.rglob("*.html")) if linked(page)]


def loaded(page: Path) -> set[str]:
    """Return the names of the style sheets a page built on this template loads."""
    text = page.read_text("utf-8")
    is_left_out = "{% extends" not in text or "{% block page_styles %}" in text
    return EVERYWHERE | linked(page) | (set() if is_left_out else UNLESS_REPLACED)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_the_style_of_a_page_stays_small(page: Path) -> None:
    sizes = {
        sheet.name: len(minified(sheet.read_text("utf-8")).encode())
        for sheet in STYLE_SHEETS
        if sheet.name in loaded(page)
    }

    most = LARGEST_GUIDE if page.name == "style_guide.html" else LARGEST
    assert sum(sizes.values()) < most, sizes


@pytest.mark.parametrize("sheet", STYLE_SHEETS, ids=lambda sheet: sheet.name)
def test_no_page_is_bound_to_one_way_of_holding_the_device(sheet: Path) -> None:
    assert "orientation:" not in minified(sheet.read_text("utf-8"))


@pytest.mark.parametrize("sheet", STYLE_SHEETS, ids=lambda sheet: sheet.name)
def test_minifying_keeps_every_rule(sheet: Path) -> None:
    text = sheet.read_text("utf-8")

    assert minified(text).count("{") == text.count("{")
    assert "/*" not in minified(text)


@pytest.mark.parametrize("sheet", STYLE_SHEETS, ids=lambda sheet: sheet.name)
def test_minifying_keeps_what_every_rule_speaks_of(sheet: Path) -> None:
    assert selectors(minified(sheet.read_text("utf-8"))) == selectors(sheet.read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "served"),
    [
        (".card :is(h2, h3) { color: red; }", ".card :is(h2,h3){color:red}"),
        ("@layer a {\n  .card :is(h2) { margin: 0 }\n}", "@layer a{.card :is(h2){margin:0}}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ('a::before { content: " /* ;} */ "; }', 'a::before{content:" /* ;} */ "}'),
        ("a { color: red; } /* why; {} */ b { top: 0 }", "a{color:red}b{top:0}"),
    ],
)
def test_minifying_takes_only_what_says_nothing(written: str, served: str) -> None:
    assert minified(written) == served


def test_collecting_minifies_our_style_sheets_and_no_other(tmp_path: Path) -> None:
    storage = StaticFilesStorage(location=tmp_path)
    text = b"a {  color:  red ; }  /* why */\n"

    for name in ("css/own.css", "admin/css/theirs.css"):
        storage.save(name, ContentFile(text))

    assert (tmp_path / "css/own.css").read_bytes() == b"a{color:red}"
    assert (tmp_path / "admin/css/theirs.css").read_bytes() == text


def test_the_file_that_pages_ask_for_holds_the_rules(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css" / "own.css").write_bytes(b"a { color: red; }\n")
    storage = StaticFilesStorage(location=tmp_path / "collected")
    files = {"css/own.css": (FileSystemStorage(location=source), "css/own.css")}
    storage.save("css/own.css", ContentFile(b"a { color: red; }\n"))

    [(_name, served, _processed)] = [
        row for row in storage.post_process(files, dry_run=False) if row[0] == "css/own.css"
    ][-1:]

    assert (tmp_path / "collected" / served).read_bytes() == b"a{color:red}"
