"""Following many saves of one object at once.

Row by row, each save asks for the object's states, locks its line and counts it anew. Whoever writes
whole objects, as loaders do, has them followed when all rows are there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import Model

from partnership.translations import auditing, declared
from partnership.translations.declared import Part, Translated

_noted: ContextVar[dict[str, set[int]] | None] = ContextVar("noted", default=None)


@contextmanager
def followed_together() -> Iterator[None]:
    """Within, saves are noted only; what was saved is followed at the end, in one transaction with
    it. Until then the states are those of before."""
    noted: dict[str, set[int]] = {}
    with transaction.atomic(savepoint=False):
        token = _noted.set(noted)
        try:
            yield
        finally:
            _noted.reset(token)
        for kind, keys in noted.items():
            auditing.bring_in_step(declared.of_kind(kind), sorted(keys))


def noted(kind: Translated, part: Part, instance: Model) -> bool:
    """Note that a row was saved; tell whether it is followed later."""
    kept = _noted.get()
    if kept is None:
        return False
    kept.setdefault(kind.kind, set()).add(part.owner_of(instance))
    return True
