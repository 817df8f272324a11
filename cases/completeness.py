"""How complete a case is, from 0 to 100: what the printable template asks for, weighted."""

from collections.abc import Iterator

from cases.models import Case
from cases.readiness import text
from partnership.core import languages

# Points for each text that exists in both languages; half of them when only one exists.
TEXT_POINTS = {
    "title": 4,
    "short_title": 2,
    "summary": 6,
    "lead_organisation": 4,
    "background": 10,
    "results": 10,
    "success_factors": 5,
    "difficulties": 5,
    "did_not_work": 6,
    "replication_conditions": 5,
    "replications_known": 3,
}


def score(case: Case) -> int:
    """Return the points reached, rounded down; the points of everything add up to 100."""
    return int(sum(points * share for share, points in (*_texts(case), *_facts(case))))


def _texts(case: Case) -> Iterator[tuple[float, int]]:
    for name, points in TEXT_POINTS.items():
        present = sum(bool(text(case, name, language)) for language in languages.LANGUAGES)
        yield present / len(languages.LANGUAGES), points


def _facts(case: Case) -> Iterator[tuple[float, int]]:
    """Shares of what is the same in both languages, with their points."""
    indicators = list(case.indicators.all())
    sound = [row for row in indicators if row.source_id and row.as_of]
    yield float(bool(case.started)), 2
    yield float(bool(case.results_from or case.results_to)), 2
    yield float(bool(case.hierarchy_step and case.scale and case.phase)), 3
    yield float(bool(case.waste_streams and case.instruments)), 3
    yield float(bool(case.business_model)), 1
    yield float(bool(case.sdg_targets)), 1
    yield float(case.themes.exists()), 2
    yield float(case.places.exists()), 3
    yield min(case.blocks.count(), 2) / 2, 7
    yield len(sound) / len(indicators) if indicators else 0.0, 7
    yield float(case.sums.exists()), 2
    yield float(case.partners.exists()), 2
    yield float(case.sources.exists()), 3
    yield float(case.last_fact_checked_on is not None), 2
