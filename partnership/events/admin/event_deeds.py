"""The pages behind the buttons of an event."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.verdicts import Verdict
from partnership.events import actions, policies, readiness
from partnership.events.choices import STATUS_CHANGES, TO_COME, Status
from partnership.events.forms.staff import NewTimeForm, PersonForm, PublicReasonForm, shown_time
from partnership.events.models import Event


class Announce(ConfirmPage):
    """Makes the event public in a language; the first one announces it."""

    done = _("The event is public in this language.")
    question = _("Everyone can read it, and registration opens at its time.")

    def __init__(self, language: str, slug: str, label: Promise) -> None:
        self.language, self.slug, self.label = language, slug, label

    def verdict(self, user: Any, obj: Event) -> Verdict:
        return policies.may_publish(user, obj)

    def is_offered(self, obj: Event) -> bool:
        return obj.published_at(self.language) is None

    def findings(self, obj: Event) -> list[object]:
        return list(readiness.missing(obj, self.language))

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        actions.publish_event(obj, self.language, by=by)


class Withdraw(Announce):
    """Takes it off the pages of a language."""

    question = _("The page in this language disappears. People who are registered are not told.")
    done = _("The event is no longer public in this language.")
    is_danger = True
    form_class = ReasonForm

    def is_offered(self, obj: Event) -> bool:
        return obj.published_at(self.language) is not None

    def findings(self, obj: Event) -> list[object]:
        return []

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        actions.withdraw_event(obj, self.language, by=by, reason=typed["reason"])


class Step(ConfirmPage):
    """A step on the event's way that asks for nothing but a yes, or for a form."""

    def __init__(
        self,
        slug: str,
        status: Status,
        deed: Callable[..., object],
        texts: tuple[Promise, Promise, Promise],
        form: type[forms.Form] = forms.Form,
        *,
        is_danger: bool = False,
    ) -> None:
        self.slug, self.status, self.deed, self.is_danger = slug, status, deed, is_danger
        self.label, self.question, self.done = texts
        self.asked = form

    def form(self, obj: Event, data: Any) -> forms.Form:
        return self.asked(data)

    def verdict(self, user: Any, obj: Event) -> Verdict:
        return policies.may_edit(user, obj)

    def is_offered(self, obj: Event) -> bool:
        return obj.status != Status.DRAFT and self.status in STATUS_CHANGES[Status(obj.status)]

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        self.deed(obj, by=by, **typed)


class Move(Step):
    """Gives an announced event another time, which people and organisations are told."""

    def form(self, obj: Event, data: Any) -> forms.Form:
        present = {name: shown_time(getattr(obj, name)) for name in ("starts_at", "ends_at")}
        return NewTimeForm(data, initial=present)

    def is_offered(self, obj: Event) -> bool:
        return obj.status == self.status


class Enter(ConfirmPage):
    """Puts somebody on the list."""

    slug = "enter"
    label = _("Put a person on the list")
    question = _(
        "The person gets a seat, or a place on the waiting list, and is told by mail. Have they "
        "agreed that we keep their details?"
    )
    done = _("The person is on the list.")
    form_class = PersonForm

    def verdict(self, user: Any, obj: Event) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Event) -> bool:
        return obj.status in TO_COME

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        form = PersonForm(typed)
        form.full_clean()
        actions.enter(obj, form.details(), by=by)


class Confirm(ConfirmPage):
    """Takes the demo mark off."""

    slug = "confirm"
    label = _("It is a real event")
    question = _("The mark “demo data” is taken off. The reason is kept in the history.")
    done = _("The demo mark is gone.")
    form_class = ReasonForm

    def verdict(self, user: Any, obj: Event) -> Verdict:
        return policies.may_publish(user, obj)

    def is_offered(self, obj: Event) -> bool:
        return obj.is_demo

    def perform(self, obj: Event, *, by: Any, **typed: Any) -> None:
        actions.mark_as_real(obj, by=by, reason=typed["reason"])


CONFIRM_PAGES: tuple[ConfirmPage, ...] = (
    Announce(languages.CHINESE, "announce-zh", _("Announce in Chinese")),
    Announce(languages.ENGLISH, "announce-en", _("Announce in English")),
    Withdraw(languages.CHINESE, "withdraw-zh", _("Withdraw the Chinese page")),
    Withdraw(languages.ENGLISH, "withdraw-en", _("Withdraw the English page")),
    Enter(),
    Step(
        "postpone",
        Status.POSTPONED,
        actions.postpone,
        (
            _("Postpone"),
            _("Seats and the waiting list stay; nobody can register until there is a new date."),
            _("The event is postponed."),
        ),
        PublicReasonForm,
        is_danger=True,
    ),
    Move(
        "move",
        Status.PUBLISHED,
        actions.move_event,
        (
            _("Move to another time"),
            _("Its programme moves along. Everyone who is registered is told, calendars, too."),
            _("The event is moved."),
        ),
    ),
    Step(
        "announce-again",
        Status.PUBLISHED,
        actions.announce_again,
        (
            _("Announce the new date"),
            _("Registration goes on; calendars get the new time."),
            _("The new date is announced."),
        ),
        NewTimeForm,
    ),
    Step(
        "cancel",
        Status.CANCELLED,
        actions.cancel_event,
        (
            _("Cancel the event"),
            _("Every registration ends. This cannot be taken back."),
            _("The event is cancelled."),
        ),
        PublicReasonForm,
        is_danger=True,
    ),
    Step(
        "held",
        Status.HELD,
        actions.mark_as_held,
        (
            _("It took place"),
            _("Whoever still waits is taken off the list."),
            _("The event is noted as held."),
        ),
    ),
    Step(
        "close",
        Status.CLOSED,
        actions.close_event,
        (_("Close"), _("Attendance, outcome and report are in."), _("The event is closed.")),
    ),
    Step(
        "archive",
        Status.ARCHIVED,
        actions.archive_event,
        (
            _("Archive"),
            _("The event stays readable; nothing happens to it any more."),
            _("The event is archived."),
        ),
    ),
    Confirm(),
)
