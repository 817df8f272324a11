"""What may be sent to the API about a registration, and how it is read: by the form of the pages."""

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from rest_framework import serializers

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.api.errors import NotAccepted
from partnership.events.choices import PublishConsent
from partnership.events.details import Details
from partnership.events.forms.registering import OwnRegistrationForm
from partnership.events.models import Event

LINES: Final = "members"  # a list here, lines in the form


class RegistrationSent(serializers.Serializer):
    """Describes for the schema what may be sent."""

    event = serializers.CharField(help_text=_("Short name of the event."))
    name = serializers.CharField(max_length=120, required=False, help_text=_("Else the account's."))
    latin_name = serializers.CharField(max_length=120, required=False)
    organisation_name = serializers.CharField(max_length=200, required=False)
    position = serializers.CharField(max_length=120, required=False)
    group_name = serializers.CharField(max_length=120, required=False)
    other_adults = serializers.IntegerField(min_value=0, required=False)
    members = serializers.ListField(child=serializers.CharField(max_length=120), required=False)
    members_agree = serializers.BooleanField(
        required=False, help_text=_("True: the adults named agree to it. Needed with names.")
    )
    young_people = serializers.IntegerField(min_value=0, required=False)
    children = serializers.IntegerField(min_value=0, required=False)
    guardians_agree = serializers.BooleanField(required=False)
    publish_consent = serializers.ChoiceField(PublishConsent.choices, required=False)
    consent = serializers.BooleanField(
        help_text=_(
            "True: the secretariat may keep these details to run the event, and certificates for ten years."
        )
    )


class AnswerSent(serializers.Serializer):
    """The answer to an offered seat."""

    consent = serializers.BooleanField(
        default=False,
        help_text=_("True, when somebody else has put the person on the list."),
    )


def checked(shape: type[serializers.Serializer], data: Any) -> dict[str, Any]:
    """Return what was sent in this shape; raise NotAccepted."""
    sent = shape(data=data)
    if not sent.is_valid():
        raise NotAccepted(_in_both(lambda: shape(data=data)))
    found: dict[str, Any] = sent.validated_data
    return found


def details_of(sent: dict[str, Any], person: User, event: Event) -> Details:
    """Return what was sent about an account's registration; raise NotAccepted."""
    typed = {"name": person.name, "latin_name": person.latin_name, **sent}
    typed[LINES] = "\n".join(typed.get(LINES, ()))
    form = OwnRegistrationForm(typed, event=event)
    if not form.is_valid():
        raise NotAccepted(_in_both(lambda: OwnRegistrationForm(typed, event=event)))
    with override(person.language):
        return form.details(person.email)


def _in_both(judge: Callable[[], Any]) -> dict[str, list[dict[str, str]]]:
    """Return what is wrong with each field, as said in each language."""
    said = {}
    for language in languages.LANGUAGES:
        with override(language):
            judged = judge()
            judged.is_valid()
            said[language] = {name: _lines(texts) for name, texts in judged.errors.items()}
    chinese, english = (said[code] for code in languages.LANGUAGES)
    return {
        name: [
            dict(zip(languages.LANGUAGES, pair, strict=True))
            for pair in zip(texts, english[name], strict=True)
        ]
        for name, texts in chinese.items()
    }


def _lines(texts: Any) -> list[str]:
    """Return sentences; those about a list come by the number of its item."""
    if isinstance(texts, dict):
        return [str(text) for of_item in texts.values() for text in of_item]
    return [str(text) for text in texts]
