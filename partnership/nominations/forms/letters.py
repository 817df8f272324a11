"""The secretariat's way into letters: their words, and issuing one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.admin.refusals import RefusableForm
from partnership.core.admin.theme import ChoiceWidget
from partnership.core.admin.versions import VersionedForm
from partnership.nominations import actions, letter_texts
from partnership.nominations.choices import FOR_PEOPLE, LetterKind
from partnership.nominations.models import Letter, LetterTemplate

TEXTS = tuple(f"{name}_{column}" for name in letter_texts.FIELDS for column in ("zh_hans", "en"))
UNKNOWN = _("Nothing is filled in for %(names)s. Take the words from the help text.")


class _Words(forms.ModelForm):
    """Refuses words in braces for which there is nothing to put in."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        for name in TEXTS:
            strange = letter_texts.unknown(str(cleaned.get(name) or ""))
            if strange:
                names = ", ".join(f"{{{word}}}" for word in strange)
                self.add_error(name, UNKNOWN % {"names": names})
        return cleaned


class TemplateForm(_Words, VersionedForm):
    """The words of one kind of letter, side by side."""

    class Meta:
        model = LetterTemplate
        fields: tuple[str, ...] = ()  # the admin class names them

    def lock(self, version: int) -> Any:
        return actions.lock_template(self.instance, by=self.acting, version=version)


class NewTemplateForm(_Words, RefusableForm):
    """Begins with the words that hold until now."""

    class Meta:
        model = LetterTemplate
        fields = ("kind",)


class LetterForm(RefusableForm):
    """A letter to somebody who has a seat."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("letter", "Kind"),
        choices=[(kind.value, kind.label) for kind in sorted(FOR_PEOPLE)],
        widget=ChoiceWidget(),
    )

    class Meta:
        model = Letter
        fields = ("registration",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "registration" in self.fields:  # a letter that is there is only looked at
            self.fields["registration"].required = True


class KindForm(forms.Form):
    """Which letter a person gets."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("letter", "Kind"),
        choices=[(kind.value, kind.label) for kind in sorted(FOR_PEOPLE)],
        initial=LetterKind.INVITATION,
        widget=ChoiceWidget(),
    )
