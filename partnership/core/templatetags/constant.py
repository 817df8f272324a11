"""Parts of the frame that are the same on every page, rendered once per process.

    {% constant "footer" language contact %}...{% endconstant %}

What the part depends on is named behind its name; nothing else of the page may appear in it.
"""

from functools import lru_cache

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString

register = template.Library()


class ConstantNode(template.Node):
    """Renders its content for values it has not met before."""

    def __init__(self, content: NodeList, name: str, values: list[FilterExpression]) -> None:
        self.content = content
        self.name = name
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        values = tuple(str(value.resolve(context)) for value in self.values)
        return remembered(self.name, values)(self, context)


class Part:
    """A part for certain values; empty until it was rendered once."""

    def __init__(self) -> None:
        self.html: SafeString | None = None

    def __call__(self, node: ConstantNode, context: template.Context) -> SafeString:
        if self.html is None:
            self.html = node.content.render(context)
        return self.html


@lru_cache(maxsize=256)
def remembered(name: str, values: tuple[str, ...]) -> Part:
    return Part()


@register.tag
def constant(parser: Parser, token: Token) -> ConstantNode:
    """Read name and values up to `endconstant`."""
    _tag, name, *values = token.split_contents()
    content = parser.parse(("endconstant",))
    parser.delete_first_token()
    return ConstantNode(content, name, [parser.compile_filter(value) for value in values])
