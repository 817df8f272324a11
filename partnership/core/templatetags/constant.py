"""Parts that are the same on every page, rendered once per process and language.

    {% constant "footer" contact %}...{% endconstant %}

What else the part depends on is named behind its name; nothing else of the page may appear in it.
"""

from functools import lru_cache

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class ConstantNode(template.Node):
    """Renders its content for values it has not met before."""

    def __init__(self, content: NodeList, place: str, values: list[FilterExpression]) -> None:
        self.content = content
        self.place = place
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        values = tuple([str(value.resolve(context)) for value in self.values])
        return remembered(self.place, get_language(), values)(self, context)


class Part:
    """A part for certain values; empty until it was rendered once."""

    def __init__(self) -> None:
        self.html: SafeString | None = None

    def __call__(self, node: ConstantNode, context: template.Context) -> SafeString:
        if self.html is None:
            self.html = node.content.render(context)
        return self.html


@lru_cache(maxsize=1024)
def remembered(place: str, language: str | None, values: tuple[str, ...]) -> Part:
    return Part()


@register.tag
def constant(parser: Parser, token: Token) -> ConstantNode:
    """Read name and values up to `endconstant`."""
    _tag, name, *values = token.split_contents()
    content = parser.parse(("endconstant",))
    parser.delete_first_token()
    place = f"{parser.origin}:{name}"  # so that a name must be no other's in its template only
    return ConstantNode(content, place, [parser.compile_filter(value) for value in values])
