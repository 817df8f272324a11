"""What a case still lacks: what forbids publication, and what an editor should look at.

Pure reading. The actions refuse on obstacles; forms, the admin and the importer of demo cases show
both. A finding names the row it is about and what to do.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field

from django.db.models import Model, prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cases.choices import typical
from cases.models import Case, IndicatorRow
from partnership.core import languages, numerals, text_length
from partnership.documents import rights

ROWS = (
    "themes",
    "partners",
    "blocks",
    "sources",
    "sums",
    "places",
    "indicators",
    "pictures__picture__file",
    "pictures__picture__consents",
)
TALLY = ("lacking_zh_hans", "lacking_en", "warnings")
SHORT_TEXTS = ("title", "short_title", "summary", "slug")
FULL_TEXTS = ("background", "results")
FACETS = ("hierarchy_step", "scale", "phase")
SUMMARY_LENGTH = {languages.CHINESE: (100, 150), languages.ENGLISH: (60, 90)}
SHORT_TITLE_LIMIT = {languages.CHINESE: 20, languages.ENGLISH: 60}
COMPARED = (
    "title",
    "summary",
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)


@dataclass(frozen=True)
class Finding:
    """One thing to mend. `message` is a sentence with places for `details`."""

    code: str
    message: str | Promise
    details: Mapping[str, object] = field(default_factory=dict)
    is_obstacle: bool = False

    def __str__(self) -> str:
        return str(self.message) % self.details if self.details else str(self.message)


def obstacles(case: Case, language: str) -> list[Finding]:
    """Return what forbids to publish `case` in `language`."""
    return [finding for finding in findings(case, language) if finding.is_obstacle]


def findings(case: Case, language: str) -> list[Finding]:
    """Return obstacles and warnings for `language`, obstacles first."""
    found = [
        *_short_texts(case),
        *_full_texts(case, language),
        *_classification(case),
        *_indicators(case, language),
        *_pictures(case),
        *_doubles(case),
        *_lengths(case, language),
        *_figures(case),
        *_sources(case),
    ]
    return sorted(found, key=lambda finding: not finding.is_obstacle)


def with_rows_read(case: Case) -> Case:
    """Return a copy that has read its rows, for all that is worked out of them at once; the case
    itself goes on asking the database."""
    seen = copy(case)
    seen.__dict__.pop("_prefetched_objects_cache", None)
    prefetch_related_objects([seen], *ROWS)
    return seen


def tally(case: Case) -> dict[str, int]:
    """Return how much lacks per language, and how many warnings there are, for lists to show."""
    found = {code: findings(case, code) for code in languages.LANGUAGES}
    lacking = {
        languages.column("lacking", code): sum(finding.is_obstacle for finding in of_language)
        for code, of_language in found.items()
    }
    warnings = {
        str(finding)
        for of_language in found.values()
        for finding in of_language
        if not finding.is_obstacle
    }
    return {**lacking, "warnings": len(warnings)}


def text(instance: object, name: str, language: str) -> str:
    """Return a text in one language; empty when there is none."""
    return getattr(instance, languages.column(name, language)) or ""


def evidence_grade(case: Case) -> str:
    """Return the grade that at least half of the figures reach; of the sources when there are none."""
    rows = case.indicators.all() or case.sources.all()
    return typical([row.grade for row in rows])


def _label(row: Model, name: str) -> str | Promise:
    return next(field.verbose_name for field in row._meta.fields if field.name == name)


def _language_name(language: str) -> str | Promise:
    return _("Chinese") if language == languages.CHINESE else _("English")


def _short_texts(case: Case) -> Iterator[Finding]:
    message = _("“%(field)s” is missing in %(language)s. A public case needs it in both languages.")
    for language in languages.LANGUAGES:
        for name in SHORT_TEXTS:
            if not text(case, name, language):
                details = {"field": _label(case, name), "language": _language_name(language)}
                yield Finding("short-text-missing", message, details, is_obstacle=True)


def _full_texts(case: Case, language: str) -> Iterator[Finding]:
    message = _(
        "“%(field)s” is missing in %(language)s. Write it before publishing in this language."
    )
    for name in FULL_TEXTS:
        if not text(case, name, language):
            details = {"field": _label(case, name), "language": _language_name(language)}
            yield Finding("full-text-missing", message, details, is_obstacle=True)
    blocks = case.blocks.all()
    if not any(
        text(block, "title", language) and text(block, "done", language) for block in blocks
    ):
        yield Finding(
            "measures-missing",
            _(
                "No building block has title and text in %(language)s. Describe at least one measure."
            ),
            {"language": _language_name(language)},
            is_obstacle=True,
        )


def _classification(case: Case) -> Iterator[Finding]:
    for name in FACETS:
        if not getattr(case, name):
            message = _(
                "“%(field)s” is not chosen. Choose it, so that the case can be found by it."
            )
            details = {"field": _label(case, name)}
            yield Finding("not-classified", message, details, is_obstacle=True)
    if not case.themes.all():
        message = _("The case has no theme. Choose at least one.")
        yield Finding("theme-missing", message, is_obstacle=True)
    if not case.places.all():
        message = _("The case has no place. Add at least one; the first is the main one.")
        yield Finding("place-missing", message, is_obstacle=True)


def _indicators(case: Case, language: str) -> Iterator[Finding]:
    message = _(
        "Indicator %(row)s “%(name)s” lacks in %(language)s: %(missing)s. "
        "A figure is published only with its period, definition and source."
    )
    for row in case.indicators.all():
        missing = [
            name for name in ("name", "period", "definition") if not text(row, name, language)
        ]
        if row.source_id is None:
            missing.append("source")
        if missing:
            details = {
                "row": row.order + 1,
                "name": text(row, "name", language) or text(row, "name", languages.other(language)),
                "language": _language_name(language),
                "missing": _Listed([_label(row, name) for name in missing]),
            }
            yield Finding("indicator-incomplete", message, details, is_obstacle=True)


def _pictures(case: Case) -> Iterator[Finding]:
    """A picture without all its rights is shown nowhere; a case is published with all of its own."""
    message = _("Picture %(row)s “%(name)s”: %(gap)s")
    for row in case.pictures.all():
        for gap in rights.gaps(row.picture):
            details = {"row": row.order + 1, "name": row, "gap": gap}
            yield Finding("picture-not-clear", message, details, is_obstacle=True)


def _doubles(case: Case) -> Iterator[Finding]:
    """Two figures of one thing can both be true, but then their period or definition differs."""
    message = _(
        "Indicators %(rows)s “%(name)s” have the same period and definition. "
        "Say what distinguishes them, or delete one."
    )
    alike: dict[tuple[str, ...], list[IndicatorRow]] = defaultdict(list)
    for row in case.indicators.all():
        texts = (
            text(row, name, case.source_language)
            for name in ("name", "unit", "period", "definition")
        )
        alike[(*(item.strip() for item in texts), row.as_of)].append(row)
    for rows in alike.values():
        if len(rows) > 1:
            details = {
                "rows": _Listed([str(row.order + 1) for row in rows]),
                "name": text(rows[0], "name", case.source_language),
            }
            yield Finding("indicators-alike", message, details)


def _lengths(case: Case, language: str) -> Iterator[Finding]:
    least, most = SUMMARY_LENGTH[language]
    length = text_length.count(text(case, "summary", language), language)
    if length and not least <= length <= most:
        message = _(
            "The summary in %(language)s has a length of %(length)s; %(least)s to %(most)s is meant."
        )
        details = {
            "language": _language_name(language),
            "length": length,
            "least": least,
            "most": most,
        }
        yield Finding("summary-length", message, details)
    short = text(case, "short_title", language)
    used = text_length.count(short, language) if language == languages.CHINESE else len(short)
    if used > SHORT_TITLE_LIMIT[language]:
        message = _(
            "The short title in %(language)s has a length of %(length)s; at most %(most)s fits a card."
        )
        details = {
            "language": _language_name(language),
            "length": used,
            "most": SHORT_TITLE_LIMIT[language],
        }
        yield Finding("short-title-length", message, details)


def _figures(case: Case) -> Iterator[Finding]:
    message = _(
        "“%(field)s”: these figures stand in one language only: %(figures)s. Compare the texts."
    )
    for name in COMPARED:
        pair = [text(case, name, language) for language in languages.LANGUAGES]
        differing = numerals.only_in_one(*pair) if all(pair) else []
        if differing:
            details = {"field": _label(case, name), "figures": _Listed(differing)}
            yield Finding("figures-differ", message, details)


def _sources(case: Case) -> Iterator[Finding]:
    if not case.sources.all():
        message = _("The case names no source. Add at least one.")
        yield Finding("source-missing", message, is_obstacle=True)


class _Listed:
    """Names joined when they are read, so that they follow the reader's language."""

    def __init__(self, names: Iterable[str | Promise]) -> None:
        self.names = list(names)

    def __str__(self) -> str:
        separator = "、" if languages.current() == languages.CHINESE else ", "
        return separator.join(str(name) for name in self.names)


def in_both_languages(finding: Finding) -> dict[str, str]:
    """Return the sentence in each language, for reports that people of both read."""
    sentences = {}
    for language in languages.LANGUAGES:
        with override(language):
            sentences[language] = str(finding)
    return sentences
