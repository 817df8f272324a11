"""How names of people are to be read."""

from partnership.core import languages
from partnership.core.text_length import HAN


def tag_of_name(name: str) -> str:
    """Return the value of HTML's `lang`: that of Chinese for a name in Han characters; others are
    read as they stand."""
    return languages.tag(languages.CHINESE) if HAN.search(name) else ""
