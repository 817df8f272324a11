"""The style guide shows every component, and the components keep the design's promises."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db  # the version of public content is asked for with every page

TEMPLATES = Path(settings.BASE_DIR) / "templates"
MAILS = {"email", "mail"}  # mail programs know no style sheets
PUBLIC_TEMPLATES = [path for path in sorted(TEMPLATES.rglob("*.html")) if not MAILS & {*path.parts}]
PARTIALS = sorted((TEMPLATES / "partials").rglob("*.html"))
STYLE_SHEETS = sorted((Path(settings.BASE_DIR) / "static" / "css").glob("*.css"))
MARKUP = (
    "cases/markup/*.py",
    "partnership/core/charts/*.py",
    "partnership/core/qr.py",
    "static/js/*.js",
)  # not in templates
LOADED_BY_SCRIPTS = {"map.css"}
OF_PACKAGES = ("leaflet-",)  # classes that a package writes and our style dresses
PUT_TOGETHER = [  # classes that Django writes, or templates make of a word and a tone
    "errorlist",
    *(f"badge--{tone}" for tone in ("sea", "ok", "warn", "bad", "demo")),
    *(f"notice--{tone}" for tone in ("ok", "success", "warn", "warning", "bad", "error", "demo")),
    *(f"chart-series-{number}" for number in (1, 2, 3, 4)),
]
SHOWN_ELSEWHERE = {
    "partials/htmx.html",  # scripts for the head of pages that renew a part of themselves
    "partials/news_rows.html",  # home page
    "partials/newer_source.html",  # a notice on cases, organisations and texts
    "partials/plates.html",  # pictures of outcomes and commitments, with a style sheet of theirs
}
SHELLS = {"partials/chart.html": 'class="chart-frame"'}  # rendered once, then filled: their markup
LARGEST_STYLE = 25_000  # bytes that every page loads, without comments and blanks
LARGEST_OWN_STYLE = 6_000  # bytes that the pages of one app load on top


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(TEMPLATES)) for path in paths]


@pytest.mark.parametrize(
    ("language", "tag", "words"), [("zh-hans", "zh-Hans", "设计规范"), ("en", "en", "Style guide")]
)
def test_it_speaks_both_languages(client: Client, language: str, tag: str, words: str) -> None:
    page = client.get(f"/{language}/style-guide/").content.decode()

    assert f'<html lang="{tag}">' in page
    assert f"<h1>{words}</h1>" in page


def test_it_shows_every_partial_that_pages_include(client: Client) -> None:
    page = client.get("/en/style-guide/")
    text = page.content.decode()
    shown = {
        template.name
        for template in page.templates
        if template.name and template.name.startswith("partials/")
    } | {name for name, markup in SHELLS.items() if markup in text}

    assert {f"partials/{path.name}" for path in PARTIALS} - shown == SHOWN_ELSEWHERE


@pytest.mark.parametrize("path", PARTIALS, ids=names(PARTIALS))
def test_every_partial_says_what_it_needs(path: Path) -> None:
    comment = re.search(r"{% comment %}(.+?){% endcomment %}", path.read_text("utf-8"), re.DOTALL)

    assert comment is not None
    assert "Context:" in comment.group(1)


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=names(PUBLIC_TEMPLATES))
def test_no_template_carries_a_style_or_a_script_inline(path: Path) -> None:
    text = path.read_text("utf-8")

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/)", text)


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=[path.name for path in STYLE_SHEETS])
def test_no_style_sheet_asks_another_host(path: Path) -> None:
    style = path.read_text("utf-8")

    assert "//" not in style
    assert not re.search(r"@import (?!url\(\"\.\./)", style)


def test_the_style_of_every_page_stays_small() -> None:
    total = sum(len(squeezed(path.read_text("utf-8"))) for path in STYLE_SHEETS if is_shared(path))

    assert 10_000 < total < LARGEST_STYLE


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=[path.name for path in STYLE_SHEETS])
def test_every_style_sheet_is_linked_and_an_apps_own_one_is_small(path: Path) -> None:
    if not is_shared(path):
        linked = any(f"css/{path.name}" in page.read_text("utf-8") for page in PUBLIC_TEMPLATES)
        assert linked != (path.name in LOADED_BY_SCRIPTS)
        assert len(squeezed(path.read_text("utf-8"))) < LARGEST_OWN_STYLE


def is_shared(path: Path) -> bool:
    """Whether every page loads the style sheet."""
    return f"css/{path.name}" in (TEMPLATES / "partials" / "stylesheets.html").read_text("utf-8")


def squeezed(style: str) -> str:
    """The style sheet as any minifier would leave it: without comments and needless blanks."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", style))


def test_every_class_of_the_style_sheets_is_used() -> None:
    written = [path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".svg"}]
    written += [path for pattern in MARKUP for path in Path(settings.BASE_DIR).glob(pattern)]
    used = " ".join([*PUT_TOGETHER, *(path.read_text("utf-8") for path in written)])
    style = "".join(path.read_text("utf-8") for path in STYLE_SHEETS)

    classes = set(re.findall(r"\.([a-z][a-z_-]+(?:-\d)?)(?=[\s,:.>{)\[])", style))

    ours = {name for name in classes if not name.startswith(OF_PACKAGES)}
    assert {name for name in ours if name not in used} == set()
