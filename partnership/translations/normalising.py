"""When two texts are the same text: spaces and width do not count.

A translation does not go stale because somebody typed a full-width comma or a second blank.
"""

import hashlib
import re
import unicodedata
from typing import Final

SPACES: Final = re.compile(r"\s+")
PARAGRAPHS: Final = re.compile(r"\s*\n\s*")


def normalised(text: str) -> str:
    """Return `text` with width levelled and each run of blanks one blank, of line ends one end."""
    plain = unicodedata.normalize("NFKC", text.replace("\r\n", "\n")).strip()
    return "\n".join(SPACES.sub(" ", line) for line in PARAGRAPHS.split(plain))


def digest(text: str) -> str:
    """Return the hash of the normalised text; of no text, none."""
    plain = normalised(text)
    return (
        hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=16).hexdigest()
        if plain
        else ""
    )
