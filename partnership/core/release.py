"""A mark of the code that makes pages, so that no page of an older release is ever shown."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

FOLDERS: Final = ("partnership", "cases", "roundtables", "monitoring", "outreach", "templates")
SUFFIXES: Final = frozenset({".py", ".html", ".txt", ".xml"})
SHOWN_SETTINGS: Final = (
    "CONTACT_ADDRESS_EN",
    "CONTACT_ADDRESS_ZH",
    "CONTACT_EMAIL",
    "CONTACT_PHONE",
    "CONTACT_WEBSITE",
    "DEMO",
    "ICP_FILING_NUMBER",
    "PUBLIC_SECURITY_FILING_NUMBER",
    "SITE_URL",
)


@cache
def fingerprint() -> str:
    """Return a text that differs whenever code, templates, translations, names of static files or
    the settings that pages show differ. Read once per process: some thirty milliseconds."""
    digest = hashlib.blake2b(digest_size=8)
    for file in sorted(_files()):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    for name in SHOWN_SETTINGS:
        digest.update(f"{name}={getattr(settings, name, '')}\0".encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    root = Path(settings.BASE_DIR)
    for folder in FOLDERS:
        yield from (file for file in (root / folder).rglob("*") if file.suffix in SUFFIXES)
    yield from (root / "locale").rglob("*.mo")
    yield from Path(settings.STATIC_ROOT).glob("staticfiles.json")
