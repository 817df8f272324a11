"""Where signed letters belong, for whoever is told that one was refused."""

from django.urls import reverse

from partnership.documents import settled
from partnership.documents.models import StoredFile
from partnership.documents.settled import Page
from partnership.nominations.models import Nomination


def page_of(file: StoredFile) -> Page | None:
    """Return the page of the list that was handed in with the letter."""
    number = Nomination.objects.filter(letter=file).values_list("quota", flat=True).first()
    return None if number is None else lambda: reverse("nominations:slate", args=[number])


settled.register_place(page_of)
