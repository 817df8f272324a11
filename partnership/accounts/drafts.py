"""A form sent after the sign-in had ended: kept until its author has signed in again.

It rests in the visitor's new session on the server, for an hour, for the person whose session
ended and nobody else. Files and secrets are not kept.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone

KEY: Final = "draft"
KEPT_FOR: Final = timedelta(hours=1)
LARGEST: Final = 200_000  # characters of all values together
RESENT: Final = "resent_draft"  # the field that says a form was sent from here again
FORM_TYPES: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
NEVER_KEPT: Final = ("csrfmiddlewaretoken", "password", "code", RESENT)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed: `fields` are pairs of name and value in the form's order."""

    path: str
    user_id: int
    kept_at: str
    fields: list[list[str]]
    had_files: bool

    @property
    def texts(self) -> list[str]:
        """Return the values a person would miss."""
        return [value for _name, value in self.fields if len(value) > 1]


def keep(request: HttpRequest, user_id: int) -> bool:
    """Keep the posted form for `user_id`; False when it is none or too long."""
    fields = typed(request)
    if request.content_type not in FORM_TYPES or not fields:
        return False
    if sum(len(value) for _name, value in fields) > LARGEST:
        return False
    moment = timezone.now().isoformat()
    draft = Draft(request.get_full_path(), user_id, moment, fields, bool(request.FILES))
    request.session[KEY] = asdict(draft)
    return True


def typed(request: HttpRequest) -> list[list[str]]:
    """Return the posted pairs of name and value, without files and secrets."""
    return [
        [name, value]
        for name, values in request.POST.lists()
        for value in values
        if not any(word in name for word in NEVER_KEPT)
    ]


def kept(request: HttpRequest) -> Draft | None:
    """Return the signed-in person's draft; another person's or a stale one is dropped."""
    stored: dict[str, Any] | None = request.session.get(KEY)
    if stored is None:
        return None
    draft = Draft(**stored)
    age = timezone.now() - datetime.fromisoformat(draft.kept_at)
    if draft.user_id == request.user.pk and age < KEPT_FOR:
        return draft
    drop(request)
    return None


def drop(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
