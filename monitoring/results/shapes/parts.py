"""The parts of a result that tell of beaches, and what all parts are made of."""

from dataclasses import dataclass
from datetime import date

from monitoring.statistics.results import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """`coverage` is what the interval really has; both ends are None where few values give none."""

    lower: float | None
    upper: float | None
    wanted: float
    coverage: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with its unit and the `n` surveys behind it. Reports frozen before intervals of means and
    shares were told do without them, here and below."""

    value: float | None
    unit: str
    n: int
    method: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at. Areas and weights cover only the surveys that tell them.

    `sites` are all that are entered, `surveyed_sites` those with surveys in the period. `left_out`
    counts approved beach surveys that do not enter the indicators, by reason; `elsewhere` counts all
    approved ones at sea and on the seabed. `planned` are the quarters of the period of the result, in
    each of which every site is to be surveyed once; of all years, those from the first to the last survey.
    """

    surveys: int
    sites: int
    surveyed_sites: int
    length_m: float
    area_m2: float | None
    surveys_with_area: int
    surveys_weighed: int
    period: Period | None
    years: tuple[int, ...]
    protocols: tuple[str, ...]
    lists: tuple[str, ...]
    lower_sizes_mm: tuple[float, ...]
    left_out: dict[str, int]
    elsewhere: dict[str, int]
    planned: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """Items per 100 m over all surveys; `blanks` surveys recorded nothing that counts."""

    n: int
    blanks: int
    median: float | None
    interval: Interval
    mean: float | None
    sd: float | None
    minimum: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    maximum: float | None
    median_of_site_medians: float | None
    method: str
    mean_interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coast:
    """Clean Coast Index of the surveys whose width is known; `classes` names all five. Reports frozen
    before the interval of the median was told do without it."""

    n: int
    median: float | None
    coast_class: str | None
    classes: dict[str, int]
    method: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sdg:
    """A contribution to SDG 14.1.1b, never the official value."""

    value: float | None
    unit: str
    n: int
    items: float | None
    area_km2: float
    series: str
    method: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Per cent of the sum by material, of items that count in totals; 100 together."""

    n: int
    total: float | None
    shares: dict[str, float]
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Per cent of the sum of a theme; themes overlap. `is_least`: other items may belong to it."""

    name: str
    n: int
    share: float | None
    is_least: bool
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """Items, as `list:code`, with their value, the largest first."""

    by: str
    n: int
    entries: tuple[tuple[str, float], ...]
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The European procedure, over at most the last six years of the result.

    `indicative` is the bare comparison of the median: to be shown with `n` or not at all.
    """

    status: str
    indicative: str
    n: int
    needed: int
    period: Period | None
    median: float | None
    interval: Interval
    value: float
    is_inclusive: bool
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Items per 100 m and year, at sea per km² and year. Whoever shows it says "too few data" unless
    `is_enough`.

    Of a site: Theil-Sen and Mann-Kendall, one-sided along the slope. Of an area: median of its
    sites' slopes with an interval by resampling, and regional Kendall; sites of fewer than three
    surveys are left out and named in `short`. `intercept` stands at 1970-01-01, the time axis in days.
    """

    is_enough: bool
    n: int
    years: int
    sites: int
    short: tuple[str, ...]
    per_year: float | None
    interval: Interval
    intercept: float | None
    p: float | None
    p_two_sided: float | None
    direction: str
    is_significant: bool
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsLeft:
    """Years until the median of the threshold would reach its value, were the decrease a straight line;
    `cautious` adds 30 %. Only of a decrease that is evident."""

    years: float
    cautious: float
    target: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The median of a year (`name` 2024) or of a season (1 to 4, quarters of the year)."""

    name: int
    n: int
    median: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Adjusted boxplot; ends are the fences drawn back to the values."""

    lower_end: float | None
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    upper_end: float | None
    outliers: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """A site within the result; n 0 is "not surveyed", which says nothing about litter. `interval` is
    that of the median; `seasons` are the quarters in which it was surveyed."""

    code: str
    place: str
    latitude: float
    longitude: float
    n: int
    median: float | None
    box: Box
    trend: Trend
    interval: Interval | None = None
    seasons: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPoint:
    """One survey; an outlier among those of its site is flagged and stays in every number. `smooth` is
    the height of the smooth line through its site's surveys, where these are 25 or more.

    Reports frozen before `per_km2` and `smooth` were told do without them.
    """

    number: int
    site: str
    on: date
    per_100_m: float | None
    is_outlier: bool
    per_km2: float | None = None
    smooth: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """One kind over its `n` surveys that recorded it: per 100 m, but `sum` in items as counted.

    `found_in` surveys had one at least; `lower` and `upper` are the ends of the median's interval. Slope and
    p as in `Trend`, None where there is none, as for countries and the region.
    """

    item: str
    material: str
    counts_in_total: bool
    n: int
    found_in: int
    median: float | None
    mean: float | None
    sum: float
    share: float | None
    per_year: float | None
    p: float | None
    lower: float | None = None
    upper: float | None = None
