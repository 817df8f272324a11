"""Files that are sent with a case: what is said of them, where they are fetched."""

from typing import Any

from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.review import actions
from partnership.review.choices import EnclosureRole
from partnership.review.models import Enclosure, Submission
from tests.factories.files import jpeg, stored

NOBODY_LISTENS = "tcp://127.0.0.1:9"
TEXTS = {
    "caption": "Crews at the quay in 2025",
    "alt_text": "A heap of nets on a quay.",
    "photographer": "City government (demo)",
    "licence": "cc-by",
    "people": "nobody",
}


def at(name: str, thing: Submission | Enclosure) -> str:
    if isinstance(thing, Enclosure):
        return reverse(f"review:{name}", args=[thing.submission.key, thing.pk])
    return reverse(f"review:{name}", args=[thing.key])


def fetched(client: Client, name: str, row: Enclosure) -> Any:
    answer = client.get(at(name, row))
    assert answer.getvalue()
    return answer


def picture(draft: Submission, by: User, colour: str = "navy") -> Enclosure:
    file = stored(jpeg((800, 600), colour), by=by)
    return actions.enclose(draft, file, EnclosureRole.PICTURE, by=by, **TEXTS)
