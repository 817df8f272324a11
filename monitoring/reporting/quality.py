"""How far the data can be trusted: the plan and what was kept of it, and what was left out."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from monitoring.choices import Matrix, SeaMethod
from monitoring.reporting.document import UNKNOWN, Frozen, Quote, Section, Table, rounded
from monitoring.results.sea_drawings import samples
from monitoring.results.shapes import SiteFigures
from monitoring.results.words import LEFT_OUT
from partnership.core.choices import label_of

SEASONS_OF_A_YEAR: Final = 4


def quality_section(frozen: Frozen) -> Section:
    """Return the page on quality."""
    covered = frozen.result.coverage
    texts = [
        _("The plan is one survey in each of four seasons of every year, at every site."),
        _(
            "%(blanks)s surveys recorded nothing that counts in totals and have no total; a blank is "
            "never taken for zero."
        )
        % {"blanks": frozen.result.per_100_m.blanks},
        _("%(area)s of %(n)s surveys say how wide they were, %(weighed)s what they weighed.")
        % {
            "area": covered.surveys_with_area,
            "n": covered.surveys,
            "weighed": covered.surveys_weighed,
        },
    ]
    return Section(
        "quality",
        _("Quality of the data"),
        texts=texts,
        tables=[
            _plan(frozen),
            *_asked(frozen),
            *_asked_at_sea(frozen),
            *_asked_about_samples(frozen),
            _left_out(frozen),
            *_laboratory(frozen),
        ],
    )


def _plan(frozen: Frozen) -> Table:
    report = frozen.report
    years = report.last_day.year - report.first_day.year + 1
    planned = frozen.result.coverage.planned or SEASONS_OF_A_YEAR * years
    headings = [
        _("Survey site"),
        _("Seasons planned"),
        _("Seasons surveyed"),
        _("Coverage (%)"),
        _("Surveys"),
        _("Accepted with a reason for a warning"),
        _("Outliers, all kept"),
    ]
    rows = [_kept(frozen, site, planned) for site in frozen.result.sites]
    return Table(_("Coverage of the plan"), headings, rows)


def _kept(frozen: Frozen, site: SiteFigures, planned: int) -> list[str]:
    plan = frozen.plan(site.code)
    outliers = "; ".join(rounded(value) for value in site.box.outliers)
    return [
        frozen.site(site.code),
        str(planned),
        str(plan["seasons"]),
        rounded(100 * plan["seasons"] / planned, 0),
        str(site.n),
        str(plan["reasons"]),
        outliers or UNKNOWN,
    ]


def _asked(frozen: Frozen) -> Iterator[Table]:
    """Yield the outliers with what the cities say of them, and the reasons for other warnings; nothing in
    reports that were frozen before answers were kept."""
    answers = frozen.answers
    if answers is None:
        return
    outliers = frozen.result.outliers
    given = [answers.get(each.number) for each in outliers]
    rows = [
        [
            frozen.site(each.site),
            each.on.isoformat(),
            rounded(each.per_100_m),
            answer or _("No answer was given."),
            answer.language if answer else UNKNOWN,
        ]
        for each, answer in zip(outliers, given, strict=True)
    ]
    headings = [
        _("Survey site"),
        _("Date"),
        _("Items per 100 m"),
        _("Answer of the city"),
        _("Its language"),
    ]
    note = "" if rows else _("No survey is an outlier at its site.")
    yield Table(_("Outliers and what the cities say of them"), headings, rows, note)
    numbers = {each.number for each in outliers}
    others = [each for each in frozen.report.content["answers"] if each["number"] not in numbers]
    headings = [_("Survey site"), *_quoted_headings()]
    rows = [[frozen.site(each["site"]), *_quoted(each)] for each in others]
    note = "" if rows else _("No other survey needed a reason.")
    yield Table(_("Surveys accepted with a reason for a warning"), headings, rows, note)


def _asked_at_sea(frozen: Frozen) -> Iterator[Table]:
    """Yield the reasons that cities gave for surveys at sea; nothing where there are none, and in reports
    that were frozen before they were kept."""
    kept = frozen.report.content.get("sea_answers")
    if kept is None or not frozen.result.sea:
        return
    rows = [
        [frozen.site(each["site"]), label_of(SeaMethod, each["method"]), *_quoted(each)]
        for each in kept
    ]
    headings = [_("Survey site"), _("Method"), *_quoted_headings()]
    note = "" if rows else _("No survey at sea needed a reason.")
    yield Table(_("Surveys at sea accepted with a reason for a warning"), headings, rows, note)


def _asked_about_samples(frozen: Frozen) -> Iterator[Table]:
    """Yield the same for samples of microplastics."""
    kept = frozen.report.content.get("sample_answers")
    if kept is None or not frozen.result.micro:
        return
    rows = [
        [frozen.named(each["place"]), label_of(Matrix, each["matrix"]), *_quoted(each)]
        for each in kept
    ]
    headings = [_("City"), _("Matrix"), *_quoted_headings()]
    note = "" if rows else _("No sample needed a reason.")
    title = _("Samples of microplastics accepted with a reason for a warning")
    yield Table(title, headings, rows, note)


def _quoted(answer: dict[str, str]) -> list[str]:
    """Return the cells of a reason: its day, its words, their language."""
    said = Quote(answer["reason"], answer["language"])
    return [answer["on"], said, said.language]


def _quoted_headings() -> list[str]:
    return [_("Date"), _("Reason given by the city"), _("Its language")]


def _laboratory(frozen: Frozen) -> list[Table]:
    """Return how the samples of microplastics were checked; nothing where there are none."""
    rows = [
        [
            samples(each),
            str(each.n),
            str(each.n - each.few_blanks),
            str(each.corrected_n),
            str(each.recovery_n),
            rounded(each.recovery_median),
        ]
        for each in frozen.result.micro
    ]
    headings = [
        _("Samples"),
        "n",
        _("With 3 blanks or more"),
        _("With any blank"),
        _("Recovery measured"),
        _("Median recovery (%)"),
    ]
    note = _("No concentration is corrected for recovery.")
    return [Table(_("Blanks and recoveries"), headings, rows, note)] if rows else []


def _left_out(frozen: Frozen) -> Table:
    found = frozen.result.coverage.left_out
    rows = [[str(LEFT_OUT.get(reason, reason)), str(count)] for reason, count in found.items()]
    note = "" if rows else _("No approved beach survey was left out.")
    return Table(
        _("Approved surveys that do not enter the figures"), [_("Why"), _("Surveys")], rows, note
    )
