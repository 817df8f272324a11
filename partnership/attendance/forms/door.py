"""At the door: how many have come, and who came without a registration."""

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.events.details import Details
from partnership.events.forms.registering import RegistrationFields


class CountForm(forms.Form):
    """How many of a registration have come; which numbers can be, the action knows."""

    people = forms.IntegerField()


class WalkInForm(RegistrationFields):
    """Somebody at the door; the steward types and asks for the consent."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The registration, and later the certificate, can be found by it."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    field_order = ("name", "latin_name", "email", "language", "organisation_name", "position")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["publish_consent"], self.fields["edition"]
        self.fields["language"].initial = languages.current()
        self.fields["consent"].label = _(
            "The person agrees that the secretariat keeps these details to run the event, for a "
            "year after it, and a certificate, if they get one, with name and organisation for ten "
            "years."
        )

    def typed(self) -> Details:
        """Return what was typed, in the language of the person."""
        details = self.details(self.cleaned_data["email"])
        return replace(details, language=self.cleaned_data["language"])
