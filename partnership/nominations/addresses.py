"""Where nominations are."""

from django.urls import reverse


def slate_url(number: int) -> str:
    """Return the path of an organisation's list, in the active language."""
    return reverse("nominations:slate", args=[number])
