"""New objects that come from an action, which checks, records and tells."""

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.cache import cache
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from partnership.core import tickets
from partnership.core.tickets import AlreadySent, Ticket

REMEMBERED: Final = 24 * 60 * 60  # seconds, as long as a spent ticket is kept


class MadeByActionMixin(ModelAdmin):
    """Adds through an action; what is there already is edited as its form says.

    `new_form`, where it is set, asks for what the action has to know. Each empty form carries a
    ticket: sent twice, it leads to the object that came of it the first time.
    """

    new_form: ClassVar[type[forms.ModelForm] | None] = None
    change_form_after_template = "admin/ticket.html"

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        """Return the object the action has made of what was `typed` into the form."""
        raise NotImplementedError

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[forms.ModelForm]:
        if obj is None and self.new_form:
            kwargs["form"] = self.new_form
        return super().get_form(request, obj, change=change, **kwargs)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        ticket = self._ticket(request)
        if ticket and tickets.is_spent(ticket):
            return self._again(request, ticket)
        text = ticket.text if ticket else tickets.issue(self.opts.label_lower)
        try:
            return super().add_view(request, form_url, {**(extra_context or {}), "ticket": text})
        except SentTwice as twice:
            return self._again(request, twice.ticket)

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool
    ) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        ticket = self._ticket(request)
        if ticket:
            self._spend(ticket)
        obj.__dict__.update(self.make(request, dict(form.cleaned_data)).__dict__)
        if ticket:  # before the transaction ends: who waited for it finds the object
            cache.set(_key(ticket), str(obj.pk), REMEMBERED)

    def log_addition(self, request: HttpRequest, obj: models.Model, message: object) -> None:  # type: ignore[override]
        """Leave it to the action, which has recorded it."""

    def _ticket(self, request: HttpRequest) -> Ticket | None:
        return Ticket.read(request.POST.get("ticket", ""), self.opts.label_lower)

    def _spend(self, ticket: Ticket) -> None:
        try:
            tickets.spend(ticket)
        except AlreadySent as refused:
            raise SentTwice(ticket) from refused

    def _again(self, request: HttpRequest, ticket: Ticket) -> HttpResponse:
        """Lead to what came of the first time; to the list, should that be forgotten."""
        messages.info(request, str(AlreadySent()))
        made = cache.get(_key(ticket))
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return redirect(f"{name}_change", made) if made else redirect(f"{name}_changelist")


class SentTwice(Exception):  # ends the transaction, is no refusal to show on the form
    """The form came twice at the same moment; the other one was first."""

    def __init__(self, ticket: Ticket) -> None:
        self.ticket = ticket
        super().__init__(ticket.nonce)


def _key(ticket: Ticket) -> str:
    return f"made:{ticket.nonce}"
