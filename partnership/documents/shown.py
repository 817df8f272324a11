"""Which pictures public pages show: each app declares its pages in `shown_pictures.py`.

The file is found on its own, as Django's admin finds `admin.py`. This room knows none of them.
"""

from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q, QuerySet

Question = Callable[[], QuerySet]

_questions: list[Question] = []


def register(*questions: Question) -> None:
    """Enter questions; each returns rows that show a picture publicly, with its key `picture`."""
    _questions.extend(questions)


def on_public_pages() -> Q:
    """The condition on pictures that some public page shows them; never true while none does."""
    condition = Q(pk__in=[])
    for question in _questions:
        condition |= Q(Exists(question().filter(picture=OuterRef("pk"))))
    return condition
