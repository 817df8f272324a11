"""The way into an organisation: asked for by oneself, or proposed by its focal point."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.guarded_forms import GuardedForm
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole

NAME = pgettext_lazy("person", "Name")
MESSAGE_LENGTH = 2000


def _of(roles: Iterable[MemberRole]) -> list[tuple[str, Any]]:
    return [(role.value, role.label) for role in MemberRole if role in roles]


class JoinForm(GuardedForm):
    """Asks for an account; the answer is the same whether there is one already."""

    purpose: ClassVar[str] = "join"

    name = forms.CharField(
        label=NAME, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("At your organisation, if you have one. The answer goes there."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation_name = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        help_text=_("By its official name. It need not be in the directory yet."),
        widget=forms.TextInput(attrs={"autocomplete": "organization", "list": "organisations"}),
    )
    organisation_type = forms.ChoiceField(
        label=_("Type of the organisation"), choices=OrganisationType.choices
    )
    role = forms.ChoiceField(label=_("What you will do"), choices=MemberRole.choices)
    message = forms.CharField(
        label=_("What is your position, and what do you need the account for?"),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_order = ("name", "email", "organisation_name", "organisation_type", "role", "message")

    @property
    def known(self) -> list[str]:
        """The names of listed organisations, offered while somebody types."""
        listed = Organisation.objects.listed().ordered_for()
        return list(listed.values_list(languages.column("name"), flat=True))

    def typed(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {name: self.cleaned_data[name].strip() for name in self.field_order}


class ProposalForm(forms.Form):
    """A colleague whom the focal point proposes."""

    name = forms.CharField(label=NAME, max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("In which the portal writes to this person."),
    )
    role = forms.ChoiceField(label=_("Role"))
    message = forms.CharField(
        label=_("Why this person?"),
        max_length=MESSAGE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, roles: Iterable[MemberRole], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = _of(roles)  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(label=_("Role"))

    def __init__(
        self, *args: Any, membership: Membership, roles: Iterable[MemberRole], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = _of(roles)  # type: ignore[attr-defined]
        self.initial["role"] = membership.role


class LeaveForm(forms.Form):
    """Why a membership ends."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=MESSAGE_LENGTH,
        help_text=_("Kept in the history, for the secretariat."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
