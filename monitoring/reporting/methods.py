"""The annex: every formula that is used, and what may be compared with what."""

from django.utils.translation import gettext as _

from monitoring.reporting.document import Section, Table


def method_section() -> Section:
    """Return the same annex for every report."""
    headings = [_("Figure"), _("How it is computed"), _("Source")]
    return Section(
        "methods",
        _("Methods and comparability"),
        texts=comparability(),
        tables=[Table(_("Formulas"), headings, _formulas())],
    )


def comparability() -> list[str]:
    """Return the statement that stands in every report as it is."""
    return [
        _(
            "Only surveys that were reviewed and approved, made for monitoring and longer than 10 m "
            "are counted. A site that was not surveyed says nothing about how clean it is."
        ),
        _(
            "Figures may be compared with those of the same protocol, list of items and lower size "
            "limit. Items per 100 m cannot be turned into items per km² without the width, nor "
            "concentrations in water into those in sediment. Results of beach clean-ups are not "
            "comparable with monitoring."
        ),
    ]


def _formulas() -> list[list[str]]:
    guidance = _("EU guidance on monitoring marine litter, 2023")
    return [
        [_("Items per 100 m"), _("number of items × 100 / length in m"), guidance],
        [
            _("Items per km²"),
            _("number of items × 1,000,000 / (length × width in m); mean of surveys"),
            guidance,
        ],
        [
            _("Litter at sea and on the seabed"),
            _(
                "number of items or kg × 1,000,000 / (length × width in m); mean of surveys of one "
                "method, mesh and size of pieces"
            ),
            _("marine environment bulletins of China"),
        ],
        [
            _("Median and its interval"),
            _("order statistics, binomial with 1/2; none below 6 surveys"),
            "Conover 1999",
        ],
        [_("Quantiles"), _("linear between values (type 7)"), "R"],
        [
            _("Clean Coast Index"),
            _("plastic items per m² × 20; classes up to 2, 5, 10, 20 and above"),
            _("Alkalay et al. 2007"),
        ],
        [
            _("Threshold"),
            _("median of all surveys of at most 6 years < 20 items per 100 m; 40 surveys needed"),
            _("Van Loon et al. 2020"),
        ],
        [
            _("Trend of a site"),
            _("median of the slopes of all pairs of surveys, × 365.25 per year; Mann-Kendall test"),
            "Theil 1950; Sen 1968",
        ],
        [
            _("Trend of an area"),
            _("median of the slopes of its sites; regional Kendall test"),
            "Gilbert 1987",
        ],
        [
            _("Intervals of means, shares and an area’s trend"),
            _(
                "percentile bootstrap: surveys drawn anew within each site, samples of microplastics within "
                "each city, 2,000 times, by a fixed seed; none below 6 of them"
            ),
            "Efron & Tibshirani 1993",
        ],
        [
            _("Years to the threshold"),
            _(
                "(median − threshold) / decrease per year, a straight line; only for p < 0.05, with a "
                "margin of 30 % beside it"
            ),
            _("Van Loon et al. 2020"),
        ],
        [
            _("Smooth line"),
            _("LOWESS: 2/3 of the surveys behind each place, 3 robust turns; from 25 surveys"),
            "Cleveland 1979",
        ],
        [
            _("Outliers"),
            _("box plot adjusted for skewness: fences from quartiles and medcouple, 1.5"),
            "Hubert & Vandervieren 2008",
        ],
        [
            _("Microplastics"),
            _("particles per volume or mass; less the mean of the blanks, at least 0"),
            _("field manual of monitoring; never corrected for recovery"),
        ],
    ]
