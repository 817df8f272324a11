"""Texts that are lists: one item on each line."""


def lines_of(text: str) -> list[str]:
    """Return the items of a text written line by line, blank lines left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]
