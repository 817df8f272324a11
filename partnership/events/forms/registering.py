"""Registering for an event: for oneself, or for a group where the event takes groups."""

from typing import Any, ClassVar, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from partnership.core import languages
from partnership.core.guarded_forms import GuardedForm
from partnership.events import times
from partnership.events.choices import Kind, PublishConsent
from partnership.events.details import Details, Named
from partnership.events.errors import AdultsNotAsked
from partnership.events.models import Event
from partnership.events.whereabouts import where

MOVED: Final = _(
    "The event was moved after you had opened this page. It takes place: %(when)s. Where: %(where)s. "
    "Nothing of what you wrote is lost: send it again if that suits you."
)
CONSENT: Final = "2026-12"  # the edition of the words beside the box
MOST_NAMES: Final = 60
GROUP: Final = (
    "group_name",
    "other_adults",
    "members",
    "members_agree",
    "young_people",
    "children",
)
ADULTS_AGREE: Final = _(
    "The adults named agree that their names are kept and stand on badges and on the certificate of the "
    "group, which everybody who has its number can look up."
)
MINORS: Final = ("young_people", "children", "guardians_agree")


def _number(label: Any, help_text: Any = "") -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=999, required=False, help_text=help_text, widget=widget
    )


def lines_of(typed: str) -> list[str]:
    """Return the names that were typed, one on each line."""
    return [line.strip()[:120] for line in typed.splitlines() if line.strip()]


class RegistrationFields(forms.Form):
    """What an event needs to know of people. Groups and minors are asked for only where the event
    takes them."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        help_text=_("As you write it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    latin_name = forms.CharField(
        label=_("Name in Latin letters"),
        max_length=120,
        required=False,
        help_text=_("For badge and certificate, if your name is written otherwise."),
    )
    organisation_name = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    position = forms.CharField(
        label=pgettext_lazy("person", "Position"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    group_name = forms.CharField(
        label=_("Name of the group"),
        max_length=120,
        required=False,
        help_text=_("A class or a team, if you bring one."),
    )
    other_adults = _number(_("Other adults"), _("Of 18 years or more, you not counted."))
    members = forms.CharField(
        label=_("Names of the other adults"),
        required=False,
        max_length=6000,
        help_text=_("One on each line, if they want a badge or a certificate. No child's name."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    members_agree = forms.BooleanField(label=ADULTS_AGREE, required=False)
    young_people = _number(_("Young people of 14 to 17"))
    children = _number(_("Children under 14"), _("Give the number only, no names."))
    guardians_agree = forms.BooleanField(
        label=_("The guardians of all children agree that they take part."), required=False
    )
    publish_consent = forms.ChoiceField(
        label=_("Who may read that you take part?"),
        choices=PublishConsent.choices,
        required=False,
        help_text=_(
            "With your name and organisation, in the list of participants. Nobody else's name is "
            "shown, and you can change it at any time."
        ),
    )
    consent = forms.BooleanField(
        label=_(
            "I agree that the secretariat keeps these details to run the event, for a year after it, "
            "and a certificate, if I get one, with name and organisation for ten years."
        )
    )

    edition = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: Any, event: Event, **options: Any) -> None:
        super().__init__(*args, **options)
        self.event = event
        self.initial["edition"] = str(event.sequence)
        if event.max_group_size == 1:
            self._drop(*GROUP, "guardians_agree")
        elif event.kind != Kind.CLEANUP:
            self._drop(*MINORS)
        elif event.minors_per_adult:
            self.fields["young_people"].help_text = ngettext(
                "With one adult for every child or young person.",
                "With at least one adult for every %(count)d children and young people.",
                event.minors_per_adult,
            ) % {"count": event.minors_per_adult}

    def clean(self) -> dict[str, Any] | None:
        """Tell whoever has opened the form before the event was moved; sent again, it counts."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("members") and not cleaned.get("members_agree"):
            self.add_error("members_agree", str(AdultsNotAsked()))
        present = str(self.event.sequence)
        opened = cleaned.get("edition") or ""
        if opened.isdecimal() and opened != present:
            self.add_error(None, MOVED % {"when": self._when(), "where": self._where()})
            typed: Any = self.data
            typed = typed.copy()  # what a browser sent is not to be changed
            typed["edition"] = present
            self.data = typed
        return cleaned

    def clean_members(self) -> tuple[Named, ...]:
        names = tuple(Named(line) for line in lines_of(self.cleaned_data["members"]))
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(
                _("At most %(most)d names, please."), params={"most": MOST_NAMES}
            )
        return names

    def details(self, email: str) -> Details:
        """Return what was typed, as the actions take it."""
        typed = self.cleaned_data
        members = typed.get("members") or ()
        adults = max(typed.get("other_adults") or 0, len(members))
        return Details(
            email=email,
            language=languages.current(),
            guardians_agree=bool(typed.get("guardians_agree")),
            members_agree=bool(typed.get("members_agree")),
            publish_consent=PublishConsent(typed.get("publish_consent") or PublishConsent.NOBODY),
            consent_version=CONSENT,
            members=members,
            name=typed["name"],
            latin_name=typed["latin_name"],
            organisation_name=typed["organisation_name"],
            position=typed["position"],
            group_name=typed.get("group_name") or "",
            other_adults=adults,
            young_people=typed.get("young_people") or 0,
            children=typed.get("children") or 0,
        )

    def _when(self) -> str:
        event = self.event
        return times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )

    def _where(self) -> str:
        return where(self.event, languages.current()) or str(self.event.get_format_display())

    def _drop(self, *names: str) -> None:
        for name in names:
            del self.fields[name]


class StrangersForm(RegistrationFields, GuardedForm):
    """For whoever has no account: kept from machines, and the address is confirmed by mail."""

    purpose: ClassVar[str] = "registration"

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send a link there, with which you confirm the registration."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("name", "latin_name", "email", "organisation_name", "position")


class OwnRegistrationForm(RegistrationFields):
    """For somebody with an account, whose address is known to be theirs."""


def form_for(request: HttpRequest, event: Event) -> StrangersForm | OwnRegistrationForm:
    """Return the form for who asks; people with an account find their name in it."""
    data = request.POST if request.method == "POST" else None
    if not request.user.is_authenticated:
        return StrangersForm(data, event=event, request=request)
    person = request.user
    initial = {"name": person.name, "latin_name": person.latin_name}
    return OwnRegistrationForm(data, event=event, initial=initial)
