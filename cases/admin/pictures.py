"""The pictures of a case on its form: file, caption and rights in one place.

A new row takes a file; choosing another file in a row replaces its picture by a new one, whose
rights are those typed here.
"""

from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.models import CasePicture
from partnership.accounts.models import User
from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.rows import OrderedRows
from partnership.core.admin.theme import ChoiceWidget, ManyChoicesWidget, TextareaWidget, TextWidget
from partnership.documents import actions
from partnership.documents.checks.kinds import PICTURES
from partnership.documents.choices import Licence, People
from partnership.documents.forms import UploadField
from partnership.documents.models import Consent, Picture, StoredFile

TEXTS = ("author", *pair("credit"), *pair("alt_text"))
CHOICES: dict[str, list[Any]] = {"licence": Licence.choices, "people": People.choices}
RIGHTS = (*TEXTS, *CHOICES)


def field_of_picture(name: str) -> forms.Field:
    """Return the form field of a right, with the words of the model; none is required here: a
    draft is complete when it is published."""
    field: Any = Picture._meta.get_field(name)
    words: dict[str, Any] = {
        "label": field.verbose_name,
        "help_text": field.help_text,
        "required": False,
    }
    if name in CHOICES:
        return forms.ChoiceField(
            choices=[("", "–"), *CHOICES[name]], widget=ChoiceWidget(), **words
        )
    is_long = name.startswith("alt_text")
    widget = TextareaWidget(attrs={"rows": 2}) if is_long else TextWidget()
    return forms.CharField(max_length=field.max_length, widget=widget, **words)


class CasePictureForm(forms.ModelForm):
    """A row; `acting` is set by the admin class for each request."""

    acting: User

    upload = UploadField(
        label=_("picture file"),
        kinds=PICTURES,
        required=False,
        help_text=_("JPEG, PNG or WebP, at most 25 MB. The position it was taken at is removed."),
    )
    consents = forms.ModelMultipleChoiceField(
        Consent.objects.none(),
        label=_("consents"),
        required=False,
        widget=ManyChoicesWidget(),
        help_text=_("Of everybody who can be recognised; for minors, of a guardian."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in RIGHTS:
            self.fields[name] = field_of_picture(name)
        chosen: list[int] = []
        if self.instance.picture_id:
            picture = self.instance.picture
            chosen = [consent.pk for consent in picture.consents.all()]
            self.initial.update({name: getattr(picture, name) for name in RIGHTS})
            self.initial["consents"] = chosen
        consents: Any = self.fields["consents"]
        consents.queryset = Consent.objects.not_withdrawn_or(chosen).order_by("-given_on", "-pk")

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        row: StoredFile | None = field.take(self.cleaned_data["upload"], by=self.acting, about=None)
        if row is None and not self.instance.picture_id:
            raise forms.ValidationError(_("Choose a picture file."), code="required")
        return row

    def save(self, commit: bool = True) -> Any:
        """Store the rights with the picture, then the row."""
        rights = {name: self.cleaned_data[name] for name in RIGHTS}
        consents = list(self.cleaned_data["consents"])
        if self.cleaned_data["upload"]:
            file = self.cleaned_data["upload"]
            made = actions.create_picture(file, by=self.acting, consents=consents, **rights)
            self.instance.picture = made
        elif set(self.changed_data) & {*RIGHTS, "consents"}:
            actions.change_rights(
                self.instance.picture, by=self.acting, consents=consents, **rights
            )
        return super().save(commit)


class PictureRows(TranslatedStackedRows):
    """Rights beside the picture they belong to."""

    model = CasePicture
    form = CasePictureForm
    formset = OrderedRows
    ordering_field = "order"
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("upload", "order"),
                    pair("caption"),
                    pair("alt_text"),
                    ("author", "licence"),
                    pair("credit"),
                    "people",
                    "consents",
                )
            },
        ),
    )

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Fields of the picture are the form's own, not the row's."""
        named = flatten_fieldsets(self.get_fieldsets(request, obj))
        kwargs["fields"] = [name for name in named if name not in {*RIGHTS, "upload", "consents"}]
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.acting = request.user
        return formset

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("picture__file").prefetch_related("picture__consents")
