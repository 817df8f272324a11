"""The figures as lines of text."""

from collections.abc import Iterator
from operator import attrgetter

from partnership.search.evaluation.figures import Figures, percentile
from partnership.search.evaluation.run import Outcome

HEAD = f"{'':34}{'this search':>14}{'icontains':>14}{'ratio':>12}"


def lines_of(outcome: Outcome) -> Iterator[str]:
    """Yield the report."""
    ours, plain = outcome.ours, outcome.plain
    yield f"{outcome.documents:,} documents, {len(plain.times)} queries"
    yield HEAD
    yield _better("nDCG@10", ours.mean_of("ndcg"), plain.mean_of("ndcg"))
    yield _better("recall@10", ours.mean_of("recall"), plain.mean_of("recall"))
    yield f"{'queries without a relevant hit':34}{len(ours.without):>14}{len(plain.without):>14}"
    for name, share in (("p50 (ms)", 0.5), ("p95 (ms)", 0.95), ("worst (ms)", 1.0)):
        yield _faster(name, percentile(ours.times, share), percentile(plain.times, share))
    if ours.without:
        yield f"without a relevant hit: {'; '.join(ours.without)}"
    yield ""
    yield f"{'nDCG@10 by class':34}{'this search':>14}{'icontains':>14}"
    for group in ours.ndcg:
        yield _by_class(group, ours, plain)
    yield ""
    yield from _further(outcome)


def _better(name: str, ours: float, plain: float) -> str:
    ratio = f"{ours / plain:.1f} times" if plain else "–"
    return f"{name:34}{ours:>14.3f}{plain:>14.3f}{ratio:>12}"


def _faster(name: str, ours: float, plain: float) -> str:
    ratio = f"{plain / ours:.0f} times" if ours else "–"
    return f"{name:34}{ours:>14.2f}{plain:>14.1f}{ratio:>12}"


def _by_class(group: str, ours: Figures, plain: Figures) -> str:
    name = f"{group} ({len(ours.ndcg[group])})"
    return f"{name:34}{ours.mean_of('ndcg', group):>14.3f}{plain.mean_of('ndcg', group):>14.3f}"


def _further(outcome: Outcome) -> Iterator[str]:
    further = outcome.further
    yield f"indexed per second, with indexes and counts: {outcome.rate:.0f} documents"
    yield (
        f"search tables over the texts alone: {further.size:.1f} times, "
        f"{further.size_with_texts:.1f} with the copy of the texts that results show"
    )
    after = percentile(further.after_saves, 0.95)
    before = percentile(outcome.ours.times, 0.95)
    yield (
        f"p95 after {len(further.saves)} saves without VACUUM: {after:.2f} ms, "
        f"{after / before:.1f} times the one before"
    )
    yield f"one save: {_spread(further.saves)}"
    for found, took in sorted(further.counted):
        yield f"all filters and the total, {found:,} found: {took:.1f} ms"
    for sort, times in further.suggestions.items():
        yield f"suggestions by {sort}: {_spread(times)}"
    yield f"snippet of a text of 1,000 characters: {_spread(further.snippets)}"


def _spread(times: list[float]) -> str:
    return f"p50 {percentile(times, 0.5):.2f} ms, p95 {percentile(times, 0.95):.2f} ms"


def growth(small: Outcome, large: Outcome) -> Iterator[str]:
    """Yield how much longer answers take among more documents."""
    yield f"From {small.documents:,} to {large.documents:,} documents:"
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        ours, plain = (
            percentile(pick(large).times, share) / percentile(pick(small).times, share)
            for pick in (attrgetter("ours"), attrgetter("plain"))
        )
        yield f"  {name}: {ours:.1f} times (icontains {plain:.1f} times)"
