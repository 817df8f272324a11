"""What a report freezes beside the result: names in both languages, how the plan was kept, what cities
answered when they were asked about a survey, and what a city told of its waste."""

from collections import Counter
from typing import Any

from monitoring.models import MicroSample, SeaSurvey, Survey, SurveySite
from monitoring.reporting.freezing import frozen
from monitoring.reporting.waste import waste_of
from monitoring.results.questions import within
from monitoring.results.shapes import AreaResult
from partnership.core import languages
from partnership.reference.models import LitterItem, Place

Names = dict[str, dict[str, str]]


def content_of(result: AreaResult, place: Place | None) -> dict[str, Any]:
    """Return everything a report shows, whatever becomes of the database afterwards."""
    answers = _answers(result)
    reasons = Counter(each["site"] for each in answers)
    return {
        "result": frozen(result),
        "area": _named(Place.objects.filter(pk=place.pk)) if place else {},
        "sites": _named(SurveySite.objects.filter(code__in=[each.code for each in result.sites])),
        "items": _items(result),
        "plan": {
            each.code: {"seasons": each.seasons, "reasons": reasons[each.code]}
            for each in result.sites
            if each.n
        },
        "answers": answers,
        "sea_answers": _answers_at_sea(result),
        "sample_answers": _answers_on_samples(result),
        "waste": _waste(result, place),
    }


def _waste(result: AreaResult, place: Place | None) -> list[dict[str, Any]]:
    """Return what a city told of its waste in the years of its report; the region has no profile."""
    period = result.scope.period
    if place is None or period is None:
        return []
    return waste_of(result, place, range(period.first.year, period.last.year + 1))


def _items(result: AreaResult) -> Names:
    """Return names by `list:code`, as the result has its items."""
    shown = {each.item for each in result.items}
    shown |= {name for each in result.sea for name, _count in each.top}
    columns = [languages.column("name", language) for language in languages.LANGUAGES]
    rows = LitterItem.objects.filter(item_list__code__in={name.split(":")[0] for name in shown})
    return {
        f"{item_list}:{code}": dict(zip(languages.LANGUAGES, both, strict=True))
        for item_list, code, *both in rows.values_list("item_list__code", "code", *columns)
        if f"{item_list}:{code}" in shown
    }


def _answers(result: AreaResult) -> list[dict[str, Any]]:
    """Return what was answered when the form asked about a survey that enters the figures: an outlier, a
    short transect, a recent cleaning. The words are those of the city, in its language."""
    surveys = (
        Survey.objects.approved()
        .for_indicators()
        .on_beaches()
        .filter(
            unit__site__code__in=[each.code for each in result.sites],
            surveyed_on__range=result.coverage.period,
        )
        .exclude(reason="")
    )
    if not result.is_demo:
        surveys = surveys.filter(is_demo=False)
    columns = ("pk", "unit__site__code", "surveyed_on", "reason", "handed_in__submission__language")
    return [
        {
            "number": number,
            "site": site,
            "on": on.isoformat(),
            "reason": reason,
            "language": language or "",
        }
        for number, site, on, reason, language in surveys.order_by(
            "surveyed_on", "unit__site__code", "pk"
        ).values_list(*columns)
    ]


def _answers_at_sea(result: AreaResult) -> list[dict[str, Any]]:
    """Return the same for surveys at sea that enter the figures: a position, or a density."""
    surveys = SeaSurvey.objects.for_indicators().filter(within(result.scope, "site__"))
    surveys = _of_result(surveys.exclude(reason=""), result, "surveyed_on")
    columns = ("site__code", "method", "surveyed_on", "reason", "handed_in__submission__language")
    rows = surveys.order_by("surveyed_on", "site__code", "pk").values_list(*columns)
    return [
        {
            "site": site,
            "method": method,
            "on": on.isoformat(),
            "reason": reason,
            "language": said or "",
        }
        for site, method, on, reason, said in rows
    ]


def _answers_on_samples(result: AreaResult) -> list[dict[str, Any]]:
    """Return the same for samples of microplastics: few blanks, a volume in doubt, a position. They belong
    to a city, which is kept by its names."""
    samples = MicroSample.objects.approved().filter(within(result.scope, "")).exclude(reason="")
    samples = _of_result(samples, result, "sampled_on")
    names = [languages.column("place__name", language) for language in languages.LANGUAGES]
    columns = ("matrix", "sampled_on", "reason", "handed_in__submission__language", *names)
    return [
        {
            "place": dict(zip(languages.LANGUAGES, both, strict=True)),
            "matrix": matrix,
            "on": on.isoformat(),
            "reason": reason,
            "language": said or "",
        }
        for matrix, on, reason, said, *both in samples.order_by("sampled_on", "pk").values_list(
            *columns
        )
    ]


def _of_result(rows: Any, result: AreaResult, day: str) -> Any:
    """Narrow rows to those the result counts: its years, and no demo data beside real ones."""
    if result.scope.period:
        rows = rows.filter(**{f"{day}__range": result.scope.period})
    return rows if result.is_demo else rows.filter(is_demo=False)


def _named(rows: Any) -> Names:
    columns = [languages.column("name", language) for language in languages.LANGUAGES]
    return {
        code: dict(zip(languages.LANGUAGES, both, strict=True))
        for code, *both in rows.values_list("code", *columns)
    }
