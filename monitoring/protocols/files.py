"""Reading the files of protocols and rules."""

from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured

from partnership.core import content_files, languages
from partnership.core.content_files import Fault

FOLDER: Final = Path(__file__).parents[1] / "data" / "protocols"

Texts = dict[str, str]  # by language


def read() -> dict[str, dict[str, Any]]:
    """Return the content of each file by its name. A faulty file is a fault of ours."""
    found = {}
    for content in content_files.read(FOLDER):
        if isinstance(content, Fault):
            raise ImproperlyConfigured(str(content))
        found[content.name] = content.data
    return found


def texts(data: dict[str, Any], name: str = "") -> Texts:
    """Return a text in both languages: `name_zh` and `name_en`, or `zh` and `en` without a name."""
    prefix = f"{name}_" if name else ""
    return {
        languages.CHINESE: data.get(f"{prefix}zh", ""),
        languages.ENGLISH: data.get(f"{prefix}en", ""),
    }


def told(found: Texts) -> str:
    """Return a text in the reader's language."""
    return found[languages.current()]
