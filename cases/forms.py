"""The way into a case: one form for the case itself; its rows have forms of their own."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases import actions
from cases.choices import SDG_TARGETS, Instrument, WasteStream
from cases.models import Case
from cases.readiness import SHORT_TITLE_LIMIT, SUMMARY_LENGTH
from partnership.core import languages
from partnership.core.admin.theme import ManyChoicesWidget, TextWidget
from partnership.core.admin.versions import VersionedForm

BETWEEN_TARGETS = re.compile(r"[\s,;，、；]+")


class SdgTargetsField(forms.CharField):
    """Numbers of targets in any order and with any comma people type: `12.5, 14.1`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=TextWidget(), **options)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """Return the targets in the order of the goals, each once."""
        typed = {part for part in BETWEEN_TARGETS.split(super().clean(value)) if part}
        unknown = sorted(typed - set(SDG_TARGETS))
        if unknown:
            raise ValidationError(
                _("There is no target %(numbers)s. Write numbers such as 12.5 or 14.1."),
                params={"numbers": ", ".join(unknown)},
            )
        return sorted(typed, key=SDG_TARGETS.index)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or []) != self.clean(data)
        except ValidationError:
            return True


def several(label: Any, choices: list[tuple[str, Any]]) -> forms.MultipleChoiceField:
    """Return a field that takes any number of `choices`."""
    return forms.MultipleChoiceField(
        label=capfirst(label), choices=choices, required=False, widget=ManyChoicesWidget()
    )


class CaseForm(VersionedForm):
    """A case in both languages; the short texts are counted while they are typed."""

    waste_streams = several(_("waste streams"), WasteStream.choices)
    instruments = several(_("instruments"), Instrument.choices)
    sdg_targets = SdgTargetsField(
        label=_("SDG targets"),
        required=False,
        help_text=_("Numbers of targets such as 12.5 or 14.1, divided by commas."),
    )

    class Meta:
        model = Case
        fields: tuple[str, ...] = ()  # the admin class names them

    class Media:
        js = ("js/counts.js",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in languages.LANGUAGES:
            least, most = SUMMARY_LENGTH[language]
            self._count("summary", language, least, most)
            self._count("short_title", language, 0, SHORT_TITLE_LIMIT[language])

    def lock(self, version: int) -> models.Model:
        return actions.lock_for_edit(self.instance, by=self.acting, version=version)

    def _count(self, name: str, language: str, least: int, most: int) -> None:
        """Let the browser show the length, as `core.text_length` and the readiness rules count."""
        field = self.fields.get(languages.column(name, language))
        if field is not None:
            by_letter = name == "short_title" and language == languages.ENGLISH
            unit = (
                "letters"
                if by_letter
                else "characters"
                if language == languages.CHINESE
                else "words"
            )
            field.widget.attrs.update({"data-count": unit, "data-least": least, "data-most": most})


class NewCaseForm(forms.ModelForm):
    """What a case begins with; everything else is filled in afterwards."""

    class Meta:
        model = Case
        fields = ("source_language", "title_zh_hans", "title_en")
