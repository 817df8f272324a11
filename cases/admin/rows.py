"""The rows of a case on its form, each kind in a tab of its own."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from cases.admin.pictures import PictureRows
from cases.models import (
    BuildingBlock,
    CasePartner,
    CasePlace,
    CaseSource,
    IndicatorRow,
    MoneyRow,
)
from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.base import StackedRows
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.rows import OrderedRows


class SourcesOfTheCase(TranslatedStackedRows):
    """Offers the sources of the case at hand, read once for all rows."""

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name != "source":
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        of_case = CaseSource.objects.filter(case__pk=_case_key(request))
        kwargs["queryset"] = of_case
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.choices = [("", "–"), *((source.pk, str(source)) for source in of_case)]
        return field


class PlaceRows(TranslatedStackedRows):
    model = CasePlace
    formset = OrderedRows
    ordering_field = "order"
    autocomplete_fields = ("place",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("place", "order"),
                    pair("site"),
                    ("latitude", "longitude"),
                    "is_sensitive",
                )
            },
        ),
    )


class BlockRows(TranslatedStackedRows):
    model = BuildingBlock
    formset = OrderedRows
    ordering_field = "order"
    collapsible = True
    fieldsets = (
        (
            None,
            {
                "fields": (
                    pair("title"),
                    *pairs("done", "who", "cost_share", "enabling_factors", "lessons"),
                    "order",
                )
            },
        ),
    )


class IndicatorRows(SourcesOfTheCase):
    model = IndicatorRow
    formset = OrderedRows
    ordering_field = "order"
    collapsible = True
    fieldsets = (
        (
            None,
            {
                "fields": (
                    pair("name"),
                    ("qualifier", "value"),
                    pair("unit"),
                    pair("period"),
                    pair("definition"),
                    ("source", "grade"),
                    ("as_of", "baseline_value"),
                    pair("baseline_note"),
                    pair("method"),
                    ("series", "order"),
                )
            },
        ),
    )


class MoneyRows(SourcesOfTheCase):
    model = MoneyRow
    formset = OrderedRows
    ordering_field = "order"
    collapsible = True
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "funding"),
                    ("amount", "currency"),
                    ("year", "source"),
                    pair("note"),
                    "order",
                )
            },
        ),
    )


class PartnerRows(TranslatedStackedRows):
    model = CasePartner
    formset = OrderedRows
    ordering_field = "order"
    autocomplete_fields = ("organisation",)
    fieldsets = ((None, {"fields": (pair("name"), ("role", "organisation", "order"))}),)


class SourceRows(StackedRows):
    model = CaseSource
    formset = OrderedRows
    ordering_field = "order"
    collapsible = True
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("key", "type"),
                    ("title", "title_translation"),
                    ("author", "publisher"),
                    ("container", "issued"),
                    ("url", "language"),
                    ("grade", "order"),
                )
            },
        ),
    )


ALL_ROWS = (
    BlockRows,
    IndicatorRows,
    MoneyRows,
    PlaceRows,
    PartnerRows,
    SourceRows,
    PictureRows,
)


def _case_key(request: HttpRequest) -> str:
    """Return the primary key in the address of the form; 0 while a case is being added."""
    match = request.resolver_match
    return match.kwargs.get("object_id", "0") if match else "0"
