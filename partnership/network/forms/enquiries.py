"""What anybody may write to the secretariat."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.guarded_forms import GuardedForm
from partnership.network.choices import EnquiryKind

NO_ADDRESS = _("Without an address the secretariat cannot answer. Give one, or report an error.")


class EnquiryForm(GuardedForm):
    """A message, a question, or an error on a page; only an error needs no address."""

    purpose: ClassVar[str] = "enquiry"

    kind = forms.ChoiceField(label=_("What is it?"), choices=EnquiryKind.choices)
    page = forms.CharField(
        label=_("Which page is it about?"),
        max_length=300,
        required=False,
        help_text=_("The address of the page, if it is about one."),
    )
    message = forms.CharField(
        label=pgettext_lazy("enquiry", "Message"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("The answer goes there. An error can be reported without it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("kind", "page", "message", "name", "email")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        asks = cleaned.get("kind") != EnquiryKind.ERROR
        if asks and "email" not in self.errors and not cleaned.get("email"):
            self.add_error("email", NO_ADDRESS)
        return cleaned

    def typed(self) -> dict[str, str]:
        """Return what the action takes."""
        return {name: self.cleaned_data[name].strip() for name in self.field_order}
