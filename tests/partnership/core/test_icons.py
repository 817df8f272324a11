"""Icons drawn once."""

from django.template import Context, Template

from partnership.core.templatetags import icons


def test_it_draws_the_icon_with_its_attributes() -> None:
    page = Template('{% load icons %}{% icon "map-pin" size=16 aria_hidden="true" %}')

    drawing = page.render(Context())

    assert drawing.startswith("<svg")
    assert 'aria-hidden="true"' in drawing
    assert 'width="16"' in drawing


def test_it_draws_an_icon_only_once() -> None:
    icons.drawn.cache_clear()
    page = Template('{% load icons %}{% for i in "abc" %}{% icon "menu" %}{% endfor %}')

    page.render(Context())

    assert icons.drawn.cache_info().misses == 1
    assert icons.drawn.cache_info().hits == 2
