"""From bytes to a text that the database can hold and nobody is deceived by."""

import re
from typing import Final

from .refusal import Cause, Refused

# Control characters, lone surrogates, and marks that turn the direction of reading around.
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)


def decoded(content: bytes, *encodings: str) -> str:
    """Return the text in the first of `encodings` that fits."""
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text
    raise Refused(Cause.ENCODING)


def require_visible(text: str) -> None:
    """Refuse a text with characters that nobody sees."""
    if HIDDEN.search(text):
        raise Refused(Cause.CONTROL_CHARACTERS)
