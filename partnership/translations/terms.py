"""Where the words come from that a translation has to use.

The glossary belongs to another app beside this one; whoever stands above both enters it here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from partnership.translations.checks.glossary import TermPair

Source = Callable[[], tuple[TermPair, ...]]


@dataclass
class Registry:
    """The sources of words by name."""

    sources: dict[str, Source] = field(default_factory=dict)


registry: Final = Registry()


def register(name: str, source: Source) -> None:
    """Enter a source of words; entering the same name again replaces it."""
    registry.sources[name] = source


def pairs() -> tuple[TermPair, ...]:
    """Return all subjects with their words, as they are now."""
    return tuple(pair for source in registry.sources.values() for pair in source())
