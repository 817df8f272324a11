"""Parts of the frame that are rendered once per process."""

import uuid

from django.template import Context, Template

from partnership.core.templatetags import constant


def part(values: str = "") -> Template:
    """A part with a name of its own, so that tests do not meet each other's."""
    return Template(
        f"{{% load constant %}}{{% constant {uuid.uuid4().hex} {values} %}}{{{{ word }}}}{{% endconstant %}}"
    )


def test_it_is_rendered_once() -> None:
    template = part()

    assert template.render(Context({"word": "first"})) == "first"
    assert template.render(Context({"word": "second"})) == "first"


def test_it_is_rendered_for_each_value_it_depends_on() -> None:
    template = part("language")

    shown = [
        template.render(Context({"word": word, "language": language}))
        for word, language in (("水", "zh"), ("water", "en"), ("x", "zh"), ("y", "en"))
    ]

    assert shown == ["水", "water", "水", "water"]


def test_it_escapes_as_every_template_does() -> None:
    assert part().render(Context({"word": "<b>"})) == "&lt;b&gt;"


def test_it_does_not_grow_without_end() -> None:
    template = part("number")
    for number in range(1100):
        template.render(Context({"word": "x", "number": number}))

    assert constant.remembered.cache_info().currsize <= 1024
