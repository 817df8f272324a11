"""Asking for the link to one's registration."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.core.guarded_forms import GuardedForm


class LinkForm(GuardedForm):
    """One address; what comes of it is told to the address alone."""

    purpose: ClassVar[str] = "registration-link"
    most_per_hour: ClassVar[int | None] = 5

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The address you registered with."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
