"""What an organisation says of itself."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.versions import STALE
from partnership.network.choices import OrganisationType
from partnership.network.models import Organisation
from partnership.reference.models import Theme

SHOWN_ROWS: Final = 3


class ProfileForm(forms.ModelForm):
    """The profile in both languages; it carries the version it was opened with."""

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Organisation
        fields = (
            "short_name_zh_hans",
            "short_name_en",
            "summary_zh_hans",
            "summary_en",
            "profile_zh_hans",
            "profile_en",
            "website",
            "themes",
        )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data.copy() if data is not None else None, **options)
        self.initial["opened_version"] = self.instance.version
        for name in ("summary_zh_hans", "summary_en"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": SHOWN_ROWS, "maxlength": 400})
        themes: Any = self.fields["themes"]
        themes.widget = forms.CheckboxSelectMultiple()
        themes.queryset = Theme.objects.ordered_for()
        themes.required = False

    def typed(self) -> dict[str, Any]:
        """Return what the action takes."""
        typed = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**typed, "version": self.cleaned_data["opened_version"] or 0}

    def take_present_version(self, version: int) -> None:
        """Let a second sending replace what somebody else has saved meanwhile."""
        self.data["opened_version"] = version  # type: ignore[index]  # a copy of our own
        self.add_error(None, STALE)


class NameForm(forms.Form):
    """Another name or type."""

    chinese_name = forms.CharField(label=_("Official name in Chinese"), max_length=200)
    english_name = forms.CharField(label=_("Official name in English"), max_length=200)
    type = forms.ChoiceField(label=_("Type of the organisation"), choices=OrganisationType.choices)
    why = forms.CharField(
        label=_("Why, and where can the new name be seen?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": SHOWN_ROWS}),
    )


class ListingForm(forms.Form):
    """Whether the public directory shows the organisation."""

    is_listed = forms.BooleanField(label=_("Show us in the public directory"), required=False)
