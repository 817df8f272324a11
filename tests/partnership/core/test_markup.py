"""HTML written by Python says the same as the template engine."""

from django.utils.html import format_html, linebreaks
from hypothesis import given
from hypothesis import strategies as st

from partnership.core.markup import filled, joined, prose

TEXTS = st.text(alphabet=st.sampled_from("a塑<>&\"'\n\r "), max_size=40)


@given(TEXTS)
def test_it_writes_paragraphs_as_linebreaks_does(text: str) -> None:
    assert prose(text) == linebreaks(text, autoescape=True)


@given(TEXTS)
def test_it_escapes_as_format_html_does(text: str) -> None:
    assert filled("<p>{}{}</p>", text, 1) == format_html("<p>{}{}</p>", text, 1)


def test_it_leaves_html_as_it_is() -> None:
    assert filled("<p>{}</p>", filled("<b>{}</b>", "&")) == "<p><b>&amp;</b></p>"
    assert joined("{} ", [("<",), (filled("<br>"),)]) == "&lt; <br> "
