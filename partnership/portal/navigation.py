"""Where the head and the foot of every page lead. A new section is one line here."""

from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A section of the portal: what it is called, and the name of its address. `within` names
    pages that belong to it though their addresses are others."""

    label: str | Promise
    url_name: str
    within: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return _address(self.url_name, get_language())

    def holds(self, path: str) -> bool:
        """Whether a page belongs to this section. The home page holds only itself."""
        if self.url_name == HOME:
            return path == self.url
        return path.startswith(
            (self.url, *(_address(name, get_language()) for name in self.within))
        )


@cache
def _address(url_name: str, language: str | None) -> str:
    """Every page asks for these few addresses; looking up the way to them once is enough."""
    return reverse(url_name)


class Group(NamedTuple):
    """Places under one heading at the foot of a page."""

    label: str | Promise
    places: tuple[Place, ...]


HOME: Final = "portal:home"
PROGRAMMES: Final = ("roundtables:home", "outreach:home")

MAIN: Final = (
    Place(_("Home"), HOME),
    Place(_("Cases"), "cases:list"),
    Place(_("Events"), "events:list", within=PROGRAMMES),
    Place(_("Monitoring"), "monitoring:home"),
    Place(_("Organisations"), "network:directory", within=("network:commitments", "portal:cities")),
    Place(_("News"), "portal:news"),
    Place(_("Notices and publications"), "portal:notices"),
    Place(_("About"), "portal:about"),
)
FOOTER: Final = (
    Group(
        _("Content and data"),
        (
            Place(_("Typical cases"), "cases:list"),
            Place(_("Events"), "events:list"),
            Place(_("Calendar of events"), "events:month"),
            Place(_("Roundtable dialogues"), "roundtables:home"),
            Place(_("Monitoring"), "monitoring:home"),
            Place(_("Beach clean-ups"), "outreach:home"),
            Place(_("Results in figures"), "portal:results"),
            Place(_("Commitments"), "network:commitments"),
            Place(_("Cities"), "portal:cities"),
            Place(_("City reports"), "reports:list"),
            Place(_("News"), "portal:news"),
            Place(_("Notices and publications"), "portal:notices"),
            Place(_("Public notice of cases"), "review:notices"),
            Place(_("Data and downloads"), "cases:downloads"),
            Place(_("Interface for programs (API)"), "portal:api"),
            Place(_("News feed (Atom)"), "portal:news-feed"),
        ),
    ),
    Group(
        _("This portal"),
        (
            Place(_("About the partnership"), "portal:about"),
            Place(_("Contact"), "portal:contact"),
            Place(_("Accessibility statement"), "portal:accessibility"),
            Place(_("Privacy notice"), "portal:privacy"),
            Place(_("Terms of use"), "portal:terms"),
            Place(_("Style guide"), "portal:style-guide"),
        ),
    ),
)
