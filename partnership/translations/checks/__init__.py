"""What can be said of a translation without knowing the languages: figures, words, signs."""

from collections.abc import Sequence

from partnership.core.languages import other
from partnership.translations import terms
from partnership.translations.checks.figures import differing_figures
from partnership.translations.checks.finding import Finding
from partnership.translations.checks.glossary import TermPair, missing_terms
from partnership.translations.checks.typography import typography

__all__ = ["Finding", "findings", "findings_of_source"]


def findings(
    source: str, text: str, language: str, words: Sequence[TermPair] | None = None
) -> list[Finding]:
    """Return what to look at in a translation into `language`; of no text there is nothing to say.
    `words` are the binding words of the glossary, where they were asked for already."""
    if not text.strip():
        return []
    compared = [
        *differing_figures(source, text, language),
        *missing_terms(source, text, language, terms.pairs() if words is None else words),
    ]
    return [*(compared if source.strip() else ()), *typography(text, language)]


def findings_of_source(source: str, language: str) -> list[Finding]:
    """Return what to look at in the source of a translation into `language`."""
    return typography(source, other(language))
