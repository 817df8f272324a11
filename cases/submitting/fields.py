"""Form fields taken over from the case's models, so that labels and limits stand in one place."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models

from cases.models import Case
from partnership.reference import names
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place, Theme

Choices = list[tuple[str, Any]]


def taken(name: str, model: type[models.Model] = Case, **options: Any) -> forms.Field:
    """Return the form field of a model's field; `options` say what is different here."""
    field: Any = model._meta.get_field(name)
    made = field.formfield(**options)
    made.initial = options.get("initial", "" if made.initial is None else made.initial)
    return made


def long_text(name: str, model: type[models.Model] = Case, **options: Any) -> forms.Field:
    """Return a text of several paragraphs."""
    widget = forms.Textarea(attrs={"rows": options.pop("rows", 5)})
    return taken(name, model, widget=widget, max_length=20_000, **options)


class PlaceField(forms.ChoiceField):
    """A place of the curated list; one that was entered a moment ago is looked for at once."""

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or Place.objects.filter(code=value).exists()


class ThemesField(forms.MultipleChoiceField):
    """Themes of the curated list, likewise."""

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or Theme.objects.filter(code=value).exists()


def several(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    """Return a field of ticks."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **options
    )


def themes() -> Iterator[tuple[str, str]]:
    """Yield the themes, in the reader's language and order."""
    yield from names.names().get(names.THEME, {}).items()


def places() -> Iterator[tuple[str, str | Choices]]:
    """Yield the curated places by country: the country itself, its provinces, its cities."""
    labels = names.names()
    countries = labels.get(PlaceKind.COUNTRY, {})
    within: dict[str, Choices] = {code: [(code, name)] for code, name in countries.items()}
    belongs = dict(Place.objects.values_list("code", "country__code"))
    for kind in (PlaceKind.PROVINCE, PlaceKind.CITY):
        for code, name in labels.get(kind, {}).items():
            within.setdefault(belongs.get(code, ""), []).append((code, name))
    yield ("", "–")
    for code, name in countries.items():
        yield (name, within[code])
