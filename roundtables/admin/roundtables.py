"""What a dialogue adds to the form of its event."""

from django.db import models

from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pairs
from partnership.events.admin import programme_rows
from partnership.events.choices import Kind
from roundtables.models import Roundtable


class RoundtableRow(TranslatedStackedRows):
    """One for each event."""

    model = Roundtable
    can_delete = False
    extra = 1
    autocomplete_fields = ("partners",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *pairs("questions", "zero_waste"),
                    "zero_waste_url",
                    "partners",
                    *pairs("outcome"),
                )
            },
        ),
    )


programme_rows.register(Kind.DIALOGUE, RoundtableRow)
