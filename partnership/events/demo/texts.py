"""How files of demo events write their texts."""

from typing import Any, Final

from partnership.core import languages

SUFFIXES: Final = {"zh": languages.CHINESE, "en": languages.ENGLISH}


def texts_of(data: dict[str, Any], *names: str) -> dict[str, str]:
    """Return the columns of texts that a file writes as title_zh and title_en."""
    return {
        languages.column(name, language): data.get(f"{name}_{suffix}", "").strip()
        for name in names
        for suffix, language in SUFFIXES.items()
    }
