"""The way into organisations."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.versions import VersionedForm
from partnership.network import actions
from partnership.network.models import Organisation


class OrganisationForm(VersionedForm):
    """An organisation in both languages, as the secretariat edits it."""

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = ()  # the admin class names them

    def lock(self, version: int) -> models.Model:
        return actions.lock_for_edit(self.instance, by=self.acting, version=version)


class NewOrganisationForm(forms.ModelForm):
    """What an organisation begins with; one of the two names is enough."""

    class Meta:
        model = Organisation
        fields = ("name_zh_hans", "name_en", "type", "place")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if not (cleaned.get("name_zh_hans") or cleaned.get("name_en")):
            raise forms.ValidationError(_("Give a name in Chinese or in English, better in both."))
        return cleaned
