"""Names and addresses as people type them, in one form: so that one person is one row."""

import unicodedata


def address(typed: str) -> str:
    """Return an e-mail address in lower case, its full-width letters and signs made plain."""
    return "".join(unicodedata.normalize("NFKC", typed).split()).lower()


def name(typed: str) -> str:
    """Return a name without blanks around it and with single ones within."""
    return " ".join(unicodedata.normalize("NFC", typed).split())
