"""States of a translation, and who works on them."""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role

EDITORS: Final = frozenset({Role.SECRETARIAT})  # translate, approve, assign
READERS: Final = EDITORS | {Role.PUBLISHER, Role.AUDIT_ADMINISTRATOR}


class State(models.TextChoices):
    """Where one text stands in one language."""

    MISSING = "missing", pgettext_lazy("state of a translation", "missing")
    DRAFT = "draft", pgettext_lazy("state of a translation", "draft")
    IN_REVIEW = "in-review", pgettext_lazy("state of a translation", "in review")
    APPROVED = "approved", pgettext_lazy("state of a translation", "approved")
    STALE = "stale", pgettext_lazy("state of a translation", "out of date")
    NOT_NEEDED = "not-needed", pgettext_lazy("state of a translation", "not needed")


OPEN: Final = (State.MISSING, State.DRAFT, State.IN_REVIEW, State.STALE)  # somebody has to act
TO_TRANSLATE: Final = (State.MISSING, State.DRAFT, State.STALE)
COUNTED: Final = tuple(State)  # each has a column of its name in TranslatedObject

ICONS: Final = {
    State.MISSING: "radio_button_unchecked",
    State.DRAFT: "edit",
    State.IN_REVIEW: "rate_review",
    State.APPROVED: "check",
    State.STALE: "update",
    State.NOT_NEEDED: "remove",
}
LOOKS: Final = {
    State.MISSING: "is-bad",
    State.DRAFT: "is-note",
    State.IN_REVIEW: "is-note",
    State.APPROVED: "is-ok",
    State.STALE: "is-warning",
    State.NOT_NEEDED: "",
}
STALE_DAYS: Final = 14  # after these a stale text is late
