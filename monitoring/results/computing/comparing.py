"""Two periods of a scope compared, from gathered rows."""

from dataclasses import replace

from monitoring.results.computing.parts import part_of
from monitoring.results.computing.resampling import kept
from monitoring.results.computing.tables import (
    Table,
    facts_or_demo,
    finished,
    is_demo,
    raw_table,
)
from monitoring.results.computing.trends import by_site
from monitoring.results.questions import Gathered
from monitoring.results.shapes import VERSION, Comparison, Difference, Scope, Side
from monitoring.statistics.descriptive import median
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.results import Period
from monitoring.statistics.two_periods import shift


def compared(gathered: Gathered, scope: Scope, first: Period, second: Period) -> Comparison:
    """Compare two periods; whether facts or demo data are compared is decided once for both."""
    everything = part_of(gathered, replace(scope, period=None))
    ones, others = (part_of(everything, replace(scope, period=each)) for each in (first, second))
    both = facts_or_demo(
        replace(
            everything,
            surveys=[*ones.surveys, *others.surveys],
            samples=[],
            sea=[],
        )
    )
    raw = raw_table(both)
    tables = [_of_period(raw, period) for period in (first, second)]
    return Comparison(
        version=VERSION,
        is_demo=is_demo(both),
        first=_side(tables[0], first),
        second=_side(tables[1], second),
        difference=_difference(*tables),
    )


def _of_period(raw: Table, period: Period) -> Table:
    places = [
        place for place, each in enumerate(raw.surveys) if period.first <= each.on <= period.last
    ]
    return finished(raw.of(places))


def _side(table: Table, asked: Period) -> Side:
    values = [value for value in table.totals_per_100_m if value is not None]
    quarters = [(survey.on.month + 2) // 3 for survey in table.surveys]
    return Side(
        asked=asked,
        n=len(values),
        sites=tuple(sorted({survey.site for survey in table.surveys})),
        median=median(values),
        interval=kept(median_interval(values)),
        mean=sum(values) / len(values) if values else None,
        seasons={str(each): quarters.count(each) for each in (1, 2, 3, 4)},
        protocols=tuple(sorted({survey.protocol for survey in table.surveys})),
        lists=tuple(
            sorted({f"{survey.item_list} {survey.list_version}" for survey in table.surveys})
        ),
        lower_sizes_mm=tuple(sorted({survey.lower_size_mm for survey in table.surveys})),
    )


def _difference(first: Table, second: Table) -> Difference:
    ones, others = by_site(first), by_site(second)
    sites = sorted(
        site for site in ones.keys() & others.keys() if _known(ones[site]) and _known(others[site])
    )
    found = shift([(ones[site].totals_per_100_m, others[site].totals_per_100_m) for site in sites])
    return Difference(
        n=found.n,
        sites=tuple(sites),
        left_out=tuple(sorted((ones.keys() | others.keys()) - set(sites))),
        median=found.median,
        interval=kept(found.interval),
        p=found.p,
        method=found.method,
    )


def _known(table: Table) -> bool:
    return any(value is not None for value in table.totals_per_100_m)
