"""Travel, hotel and diet of somebody who comes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.nominations.models import Travel

MOMENT = "%Y-%m-%dT%H:%M"


class TravelForm(forms.ModelForm):
    """Times are by the clock of Beijing; nothing has to be given."""

    class Meta:
        model = Travel
        fields = (
            "passport_name",
            "arrives_at",
            "arrival_by",
            "departs_at",
            "departure_by",
            "hotel_from",
            "hotel_until",
            "diet",
            "notes",
        )
        labels = {
            "passport_name": _("Name in the passport"),
            "arrives_at": _("Arrival (Beijing time)"),
            "arrival_by": _("Flight or train of the arrival"),
            "departs_at": _("Departure (Beijing time)"),
            "departure_by": _("Flight or train of the departure"),
            "hotel_from": _("Hotel from"),
            "hotel_until": _("Hotel until"),
            "diet": _("Diet"),
            "notes": _("Anything else"),
        }
        widgets = {
            "arrives_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            "departs_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            "hotel_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "hotel_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "notes": forms.Textarea(attrs={"rows": 3}),
        }
