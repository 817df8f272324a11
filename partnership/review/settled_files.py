"""A picture that was turned takes its place as soon as its check is over; of a file that is refused its
sender is led to the submission."""

from django.db.models import Q
from django.urls import reverse

from partnership.documents import settled
from partnership.documents.models import StoredFile
from partnership.documents.settled import Page
from partnership.review import actions
from partnership.review.models import Enclosure


def page_of(file: StoredFile) -> Page | None:
    rows = Enclosure.objects.filter(Q(file=file) | Q(turned=file)).select_related("submission")
    row = rows.first()
    if row is None:
        return None
    key = row.submission.key
    return lambda: reverse("review:detail", args=[key])


settled.register(actions.settle_turn)
settled.register_place(page_of)
