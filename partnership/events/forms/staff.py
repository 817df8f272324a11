"""The secretariat's way into events and registrations."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.theme import SwitchWidget, TextareaWidget, TextWidget
from partnership.core.admin.versions import VersionedForm
from partnership.events import actions
from partnership.events.details import Details
from partnership.events.models import Event

EXAMPLE = _("For example: {moment}")


class EventForm(VersionedForm):
    """An event in both languages; times are Beijing's, whatever the event's zone."""

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()  # the admin class names them

    def lock(self, version: int) -> models.Model:
        return actions.lock_for_edit(self.instance, by=self.acting, version=version)


class NewEventForm(forms.ModelForm):
    """What an event begins with; one of the two titles is enough."""

    class Meta:
        model = Event
        fields = ("kind", "slug", "title_zh_hans", "title_en", "starts_at", "ends_at", "timezone")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if not (cleaned.get("title_zh_hans") or cleaned.get("title_en")):
            raise forms.ValidationError(_("Give a title in Chinese or in English, better in both."))
        return cleaned


class PublicReasonForm(forms.Form):
    """Why an event does not take place as announced: everyone reads it."""

    reason_zh = forms.CharField(
        label=_("Reason in Chinese"), max_length=400, widget=TextareaWidget(attrs={"rows": 2})
    )
    reason_en = forms.CharField(
        label=_("Reason in English"), max_length=400, widget=TextareaWidget(attrs={"rows": 2})
    )


def shown_time(moment: datetime) -> str:
    """Return a moment as it is typed into the form below."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


class NewTimeForm(forms.Form):
    """The new time of an event that was announced."""

    starts_at = forms.DateTimeField(
        label=_("Starts (Beijing time)"),
        help_text=format_lazy(EXAMPLE, moment="2027-03-09 09:00"),
        widget=TextWidget(),
    )
    ends_at = forms.DateTimeField(
        label=_("Ends (Beijing time)"),
        help_text=format_lazy(EXAMPLE, moment="2027-03-09 17:00"),
        widget=TextWidget(),
    )
    moves_deadlines = forms.BooleanField(
        label=_("Move the deadlines along"),
        required=False,
        initial=True,
        help_text=_(
            "Registering, cancelling and nominating then end as long before the beginning as they "
            "did. Organisations that were asked to nominate are told the new deadline. If the event "
            "is earlier than before, they stay."
        ),
        widget=SwitchWidget(),
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The end comes after the beginning."))
        if starts and starts <= timezone.now():
            self.add_error("starts_at", _("This moment is over. Give a later one."))
        return cleaned


class PersonForm(forms.Form):
    """Somebody the secretariat puts on the list."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=TextWidget())
    email = forms.EmailField(label=_("E-mail"), widget=TextWidget())
    organisation_name = forms.CharField(
        label=_("Organisation"), max_length=200, required=False, widget=TextWidget()
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("zh-hans", "中文"), ("en", "English")]
    )

    def details(self) -> Details:
        return Details(**self.cleaned_data)
