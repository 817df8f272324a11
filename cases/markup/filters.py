"""The facets beside the list."""

from functools import lru_cache
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.markup import filled
from partnership.search.facets import Group

OPEN: Final = frozenset({"country", "theme"})  # facets that are unfolded from the beginning
FACET: Final = """<details class="facet"{0}>
  <summary>{1}</summary>
  <fieldset id="facet-{2}">
    <legend class="visually-hidden">{1}</legend>
    {3}
  </fieldset>
</details>
"""
BOX: Final = (
    '<label><input type="checkbox" name="{0}" value="{1}" id="{0}-{1}"{2}> '
    '<span>{3}</span> <span class="count">'
)
END_OF_BOX: Final = "</span></label>"
CHECKED: Final = SafeString(" checked")
UNFOLDED: Final = SafeString(" open")
NOTHING: Final = '<p class="small soft">{}</p>'


def group_html(group: Group) -> SafeString:
    """Return a facet as check boxes with the number of cases behind each."""
    boxes = "".join(
        [
            f"{_box(group.name, option.value, option.label, option.is_selected)}"
            f"{option.count:d}{END_OF_BOX}"
            for option in group.options
        ]
    )
    return filled(
        FACET,
        UNFOLDED if group.name in OPEN or group.is_selected else "",
        group.label,
        group.name,
        SafeString(boxes) or filled(NOTHING, _("Nothing to choose")),
    )


@lru_cache(maxsize=4096)
def _box(name: str, value: str, label: str, is_checked: bool) -> SafeString:
    """Return a check box up to its number, the one part that differs from page to page."""
    return filled(BOX, name, value, CHECKED if is_checked else "", label)
