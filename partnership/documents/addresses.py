"""Where files and pictures are fetched."""

from typing import Final

from django.urls import reverse

PICTURE_NAME: Final = r"(?P<name>[a-z0-9]{1,10}\.(?:webp|jpg|png))"
OF_FILE: Final = r"(?P<token>[0-9a-f]{32})"
SHARED: Final = "share.jpg"


def picture_url(token: str, name: str) -> str:
    """Return the address of one copy of a picture; pages name many, so no pattern is looked up."""
    return f"/pictures/{token}/{name}"


def file_url(token: str) -> str:
    """Return the address of a file as it was sent."""
    return reverse("documents:file", args=[token])
