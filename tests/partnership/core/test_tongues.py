"""What staff pages quote from the other language."""

import pytest
from django.utils import translation

from partnership.core import tongues


def marked(language: str, html: str) -> str:
    with translation.override(language):
        return tongues.marked(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<td>Lin 林海, 2026</td>", '<td>Lin <span lang="zh-Hans">林海</span>, 2026</td>'),
        ('<p lang="zh-hans">林海</p><p>海</p>', '<p lang="zh-Hans">林海</p><p><span lang="zh-Hans">海</span></p>'),
        ("<option selected>北海净滩</option>", '<option lang="zh-Hans" selected>北海净滩</option>'),
        ('<input value="北海">', '<input lang="zh-Hans" value="北海">'),
        ('<br><p>On <b lang="zh-Hans">海<br>洋</b> day</p>', '<br><p>On <b lang="zh-Hans">海<br>洋</b> day</p>'),
        ("<script>const a = '海' > 1</script>", "<script>const a = '海' > 1</script>"),
        ("<p>A & B < C</p></b>", "<p>A & B < C</p></b>"),
        ("<title>Case 北海</title>", '<title lang="">Case 北海</title>'),
        ('<a title="Open 北海">go on</a>', '<a lang="" title="Open 北海">go on</a>'),
    ],
)  # fmt: skip
def test_it_marks_han_on_an_english_page(html: str, expected: str) -> None:
    assert marked("en", html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<html lang="zh-hans">', '<html lang="zh-Hans">'),
        ('<td class="a field-title b">Clean Sea</td>', '<td class="a field-title b"><span lang="en">Clean Sea</span></td>'),
        ("<option>Clean Sea</option>", '<option lang="en">Clean Sea</option>'),
        (
            '<p class="readonly">When is the roundtable?</p>',
            '<p class="readonly"><span lang="en">When is the roundtable?</span></p>',
        ),
        ("<button>Not yet translated</button>", "<button>Not yet translated</button>"),
        ('<td class="field-title">净滩</td>', '<td class="field-title">净滩</td>'),
    ],
)  # fmt: skip
def test_it_marks_english_data_on_a_chinese_page_and_no_sentence_of_ours(
    html: str, expected: str
) -> None:
    assert marked("zh-hans", html) == expected
