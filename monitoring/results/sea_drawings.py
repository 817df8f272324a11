"""Charts of litter at sea and of microplastics, for pages and reports: each group by itself, since only
its own surveys and samples can be compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from monitoring.choices import VALUES_OF, Matrix, ScopeKind, SeaMethod, SizeClass, Trait
from monitoring.results import words
from monitoring.results.drawings import SHAPES, line
from monitoring.results.shapes import AreaResult, Micro, Particles, Sea
from monitoring.sampling.sheet import TITLES
from partnership.core.charts import (
    Chart,
    DatedSeries,
    DatedValue,
    Kind,
    OverTime,
    Part,
    Point,
    Series,
    Shares,
)
from partnership.core.charts.drawn import Drawn
from partnership.core.choices import label_of
from partnership.reference.choices import Material


def at_sea(
    result: AreaResult, names: Mapping[str, str], items: Mapping[str, str]
) -> Iterator[Chart | Drawn]:
    """Yield for each group of surveys its values by day, where a scope has them, its materials and the
    kinds found most; `names` are those of sites, `items` those of kinds."""
    for found in result.sea:
        over_time = _over_time(result, found, names)
        if over_time.values:
            yield over_time
        if found.shares:
            yield _made_of(found)
        if found.top:
            yield _top(found, items)


def of_particles(result: AreaResult) -> Iterator[Chart]:
    """Yield for each group of samples how its particles divide by the traits that were told."""
    for found in result.micro:
        for trait in found.traits:
            yield _divided(found, trait)


def group(found: Sea) -> str:
    """Say what surveys of a group share: method, size of the pieces, mesh."""
    told = [label_of(SeaMethod, found.method), pieces(found)]
    return _listed(told)


def pieces(found: Sea) -> str:
    """Say which pieces were counted; empty where the method says all."""
    size = label_of(SizeClass, found.size_class) if found.size_class else ""
    mesh = f"{found.mesh_um:g} μm" if found.mesh_um else ""
    return " · ".join(filter(None, (size, mesh)))


def samples(found: Micro) -> str:
    """Say what samples of a group share: matrix, mesh, sizes."""
    mesh = _("mesh %(mesh)s μm") % {"mesh": f"{found.mesh_um:g}"} if found.mesh_um else ""
    sizes = f"{found.smallest_um:g}–{found.largest_um:g} μm"
    return _listed([label_of(Matrix, found.matrix), mesh, sizes])


def _listed(told: list[str]) -> str:
    return " · ".join(filter(None, told))


def _over_time(result: AreaResult, found: Sea, names: Mapping[str, str]) -> OverTime:
    points = [point for point in result.sea_series if point.group == found.group]
    sites = dict.fromkeys(point.site for point in points)
    groups = {code: names.get(code, code) for code in sites}
    if len(sites) > SHAPES:
        groups = dict.fromkeys(sites, _("Surveys of all sites"))
    values: dict[str, list[DatedValue]] = defaultdict(list)
    for point in points:
        values[groups[point.site]].append(DatedValue(point.on, round(point.per_km2, 1)))
    trend = found.trend
    is_site = result.scope.kind is ScopeKind.SITE
    return OverTime(
        _("From survey to survey: %(method)s") % {"method": group(found)},
        _("items per km²"),
        [DatedSeries(name, each) for name, each in values.items()],
        trends=line(trend, [each.on for each in points]) if trend and is_site else [],
        by_magnitude=True,
        notes=[_("Trend in items per km²: %(trend)s.") % {"trend": words.short_trend(trend)}]
        if trend
        else [],
    )


def _made_of(found: Sea) -> Shares:
    shares = sorted(found.shares.items(), key=lambda each: (-each[1], each[0]))
    return Shares(
        _("What it is made of: %(method)s") % {"method": group(found)},
        "%",
        [Part(label_of(Material, name), round(share, 1)) for name, share in shares if share],
        _("Material"),
        notes=[
            _("Shares of all items counted in %(surveys)s.") % {"surveys": words.surveys(found.n)}
        ],
    )


def _top(found: Sea, items: Mapping[str, str]) -> Chart:
    points = [Point(items.get(item, item), count) for item, count in found.top]
    return Chart(
        _("The kinds found most: %(method)s") % {"method": group(found)},
        _("items"),
        [Series(_("Sum"), points)],
        kind=Kind.RANKED,
        label_heading=_("Kind of litter"),
        notes=[_("As counted in %(surveys)s.") % {"surveys": words.surveys(found.n)}],
    )


def _divided(found: Micro, trait: Particles) -> Chart:
    kind = Trait(trait.trait)
    labels = VALUES_OF[kind]
    points = [  # stored results have forgotten the order
        Point(label_of(labels, value), _share(trait.counts[value], trait.total))
        for value in labels.values
        if value in trait.counts
    ]
    title = pgettext("title of a chart with what it is about", "%(title)s: %(samples)s")
    return Chart(
        title % {"title": TITLES[kind], "samples": samples(found)},
        "%",
        [Series(_("Share"), points)],
        kind=Kind.RANKED,
        label_heading=str(kind.label).capitalize(),
        notes=[
            _("Of %(particles)s particles in %(n)s of %(every)s samples.")
            % {"particles": f"{trait.total:,}", "n": trait.n, "every": found.n}
        ],
    )


def _share(count: int, total: int) -> float | None:
    return round(100 * count / total, 1) if total else None
