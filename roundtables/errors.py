"""Refusals about outcome documents and projects."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class NotReady(DomainError):
    """Lists what is missing, one sentence a line."""

    code = "not-ready"
    message = _("This cannot be public yet. Still missing:")

    def __init__(self, missing: Sequence[str | Promise]) -> None:
        super().__init__()
        self.missing = list(missing)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.missing)])


class NotOverYet(DomainError):
    code = "not-over-yet"
    message = _(
        "The dialogue has not taken place yet, or was called off. Publish its outcome afterwards."
    )


class StageNotReady(NotReady):
    code = "stage-not-ready"
    message = _("The project cannot take this step yet. Still missing:")
