"""How the partnership came about, told on the page about it."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Milestone(NamedTuple):
    """An event; `date` as HTML's datetime wants it, `date_text` as a reader does."""

    date: str
    date_text: str | Promise
    title: str | Promise
    text: str | Promise


MILESTONES: Final = (
    Milestone(
        "2019-01",
        _("January 2019"),
        _("The secretariat’s centre is formed"),
        _(
            "The Foreign Environmental Cooperation Center, directly under China’s Ministry of "
            "Ecology and Environment, is formed from two older centres."
        ),
    ),
    Milestone(
        "2019-06",
        _("June 2019"),
        _("G20 framework and Bangkok Declaration"),
        _(
            "The G20 ministers of energy and environment, meeting in Japan, adopt an "
            "implementation framework for actions on marine plastic litter. In the same month "
            "the 34th ASEAN summit adopts the Bangkok Declaration on Combating Marine Debris."
        ),
    ),
    Milestone(
        "2019-11-03",
        _("3 November 2019"),
        _("China proposes the action in Bangkok"),
        _(
            "At the 22nd China-ASEAN (10+1) leaders’ meeting China proposes a marine plastic "
            "reduction action inside the China-ASEAN partnership for eco-friendly urban "
            "development."
        ),
    ),
)
