"""The partnership's four lines of work, in brief, each with the theme its cases are filed under."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class LineInBrief(NamedTuple):
    """`theme` is the code of a theme in reference data; `cases` names the cases about it. `home` is
    the name of the address at which the line's own page stands."""

    title: str | Promise
    text: str | Promise
    theme: str
    cases: str | Promise
    home: str


LINES: Final = (
    LineInBrief(
        _("Roundtables and research"),
        _(
            "Local roundtable dialogues in Chinese coastal provinces and cities, tied to the "
            "building of zero-waste cities; research and projects on mangroves, climate action "
            "and sustainable ocean finance."
        ),
        "zero-waste-city",
        _("Cases on zero-waste cities"),
        "roundtables:home",
    ),
    LineInBrief(
        _("Monitoring capacity and the case collection"),
        _(
            "Training in the monitoring of beach litter and microplastics, exchange on waste "
            "treatment and policy; what has proved itself becomes part of the collection of "
            "typical cases."
        ),
        "litter-monitoring",
        _("Cases on monitoring"),
        "monitoring:home",
    ),
    LineInBrief(
        _("A wider cooperation network"),
        _(
            "International organisations, financial institutions and the private sector meet the "
            "coastal cities and help, with finance, technology and capacity building, to handle "
            "waste better."
        ),
        "ocean-finance",
        _("Cases on ocean finance"),
        "network:directory",
    ),
    LineInBrief(
        _("Awareness and participation"),
        _(
            "Communities, schools and young people take part: plastic reduction, litter picking "
            "and beach clean-ups under themes such as clean ocean and blue planet."
        ),
        "awareness-participation",
        _("Cases on participation"),
        "outreach:home",
    ),
)
