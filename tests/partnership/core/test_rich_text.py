"""Rich text: what authors may use, and that nothing else reaches a page."""

from html.parser import HTMLParser

import pytest
from django.utils import translation

from partnership.core import rich_text

ALLOWED = {
    "h2": set(),
    "h3": set(),
    "h4": set(),
    "p": set(),
    "br": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "a": {"href"},
    "strong": set(),
    "em": set(),
    "blockquote": set(),
    "div": {"class", "tabindex", "role", "aria-label"},
    "table": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"class", "scope"},
    "td": {"class"},
    "span": {"lang"},
}
LINKS = ("https://", "mailto:", "/", "#")

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=//evil.example>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=a></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<p style='background:url(//evil.example)'>x</p>",
    "<p onclick=alert(1)>x</p>",
    "<details open ontoggle=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](http://plain.example/)",
    "[x](ftp://files.example/)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example/)",
    "[x](/&#47;evil.example/)",
    "[x](/\t/evil.example/)",
    "[x](https:/\\evil.example)",
    "[x](https:evil.example)",
    "[x](%6aavascript:alert(1))",
    "[x](relative/path)",
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example/"onmouseover="alert\\(1\\))',
    "![x](https://evil.example/track.png)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](y)',
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x][1]\n\n[1]: //evil.example/",
    "<javascript:alert(1)>",
    "<https://evil.example/auto>",
    "```<script>\nalert(1)\n```",
    "    <script>alert(1)</script>",
    "`<img src=x onerror=alert(1)>`",
    "| <img src=x onerror=alert(1)> |\n|---|\n| [x](javascript:1) |",
    "| a |\n|:-:|\n| b |",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "**<img src=x onerror=alert(1)>**",
    "\x00<script>alert(1)</script>",
]


class Elements(HTMLParser):
    """Notes every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def offences(html: str) -> list[str]:
    """Return what must not stand in rendered rich text."""
    found = []
    for tag, attributes in Elements(html).found:
        if tag not in ALLOWED:
            found.append(tag)
            continue
        found += [f"{tag} {name}" for name in attributes.keys() - ALLOWED[tag]]
        link = attributes.get("href") or "#"
        if not link.startswith(LINKS) or link.startswith(("//", "/\\")):
            found.append(link)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_lets_nothing_dangerous_through(attack: str) -> None:
    assert offences(rich_text.render(attack)) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_lets_nothing_dangerous_through_inside_a_text(attack: str) -> None:
    assert offences(rich_text.render(f"## Before\n\nText {attack} text\n\n- {attack}\n")) == []


def test_the_corpus_is_large_and_each_attack_stands_in_it_once() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 40


def test_it_notices_an_offence() -> None:
    assert offences("<img src=x><p style='x'>") == ["img", "p style"]
    assert offences("<a href='//host'>") == ["//host"]


def test_the_sanitiser_holds_when_the_parser_lets_html_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parser = rich_text._parser()
    monkeypatch.setitem(parser.options, "html", True)

    for attack in ATTACKS:
        assert offences(rich_text.render(attack)) == []


def test_headings_begin_below_the_title_of_the_page() -> None:
    html = rich_text.render("# One\n\n## Two\n\n### Three\n\n###### Six")

    assert html == "<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>\n<h4>Six</h4>\n"


def test_it_shows_paragraphs_lists_and_emphasis() -> None:
    html = rich_text.render("A **strong** and *soft* word.\n\n- one\n- two\n\n3. three", "en")

    assert "<strong>strong</strong> and <em>soft</em>" in html
    assert "<ul>\n<li>one</li>\n<li>two</li>\n</ul>" in html
    assert '<ol start="3">' in html


@pytest.mark.parametrize(
    "address",
    ["https://www.unep.org/a?b=c&d=e", "mailto:a@b.cn", "/en/about/", "#rights", "/"],
)
def test_it_keeps_links_within_the_portal_and_to_safe_addresses(address: str) -> None:
    (_paragraph, (tag, attributes)) = Elements(rich_text.render(f"[x]({address})")).found

    assert (tag, attributes) == ("a", {"href": address})


def test_a_refused_link_leaves_its_words() -> None:
    assert "read this" in rich_text.render("[read this](//evil.example/)")


def test_a_table_scrolls_is_named_and_aligns_its_numbers_by_class() -> None:
    with translation.override("en"):
        html = rich_text.render("| What | Kept for |\n|---|--:|\n| Log | 30 |")

    assert '<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>' in html
    assert '<th scope="col">What</th>' in html
    assert '<th class="number" scope="col">Kept for</th>' in html
    assert '<td class="number">30</td>' in html
    assert html.count("<div") == html.count("</div>") == 1


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("参加**净滩**活动。", "参加<strong>净滩</strong>活动。"),
        ("**背景：**当地情况", "<strong>背景：</strong>当地情况"),
        ("请看**《案例集》**一书", "请看<strong>《案例集》</strong>一书"),
        ("用*约*字，*不*用波浪号", "用<em>约</em>字，<em>不</em>用波浪号"),
        ("**做法：**谁在**何时**做", "<strong>做法：</strong>谁在<strong>何时</strong>做"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_emphasis_needs_no_blanks_in_chinese(source: str, html: str) -> None:
    assert rich_text.render(source) == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    ("language", "source", "html"),
    [
        ("en", "The word 净滩 is", 'The word <span lang="zh-Hans">净滩</span> is'),
        ("zh-hans", "即marine litter。", '即<span lang="en">marine litter</span>。'),
        ("zh-hans", "按照WCAG和CC BY检查", "按照WCAG和CC BY检查"),
        ("en", "plastic waste", "plastic waste"),
        ("zh-hans", "<b class>x y</b> & z", "&lt;b class&gt;x y&lt;/b&gt; &amp; z"),
    ],
)
def test_words_of_the_other_language_say_so(language: str, source: str, html: str) -> None:
    assert rich_text.render(source, language) == f"<p>{html}</p>\n"


def test_a_single_foreign_word_in_a_cell_says_so() -> None:
    html = rich_text.render("| 中文 | 英文 |\n|---|---|\n| 微塑料 | microplastics |", "zh-hans")

    assert '<td><span lang="en">microplastics</span></td>' in html


def test_it_takes_a_text_apart_at_its_headings() -> None:
    first, second, third = rich_text.sections("Before\n\n## One & two\n\nText\n\n### Sub\n\n## End")

    assert (first.number, first.title, first.html) == (0, "", "<p>Before</p>")
    assert (second.number, second.title) == (1, "One &amp; two")
    assert second.html == "<p>Text</p>\n<h3>Sub</h3>"
    assert (third.number, third.title, third.html) == (2, "End", "")
