"""The secretariat's way into nominations."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.admin.refusals import RefusableForm
from partnership.core.admin.theme import (
    ChoiceWidget,
    ManyChoicesWidget,
    TextareaWidget,
    TextWidget,
)
from partnership.core.admin.versions import VersionedForm
from partnership.events.models import Event
from partnership.network.choices import Standing
from partnership.network.models import Organisation
from partnership.nominations import actions
from partnership.nominations.models import NominationQuota
from partnership.nominations.nominee import Nominee


def _seats() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Seats for each"), min_value=0, max_value=999, initial=1, widget=TextWidget()
    )


class QuotaForm(VersionedForm):
    """More or fewer places, more or less time; the second of two is shown what the first saved."""

    seats = _seats()

    class Meta:
        model = NominationQuota
        fields = ("reserve_seats", "deadline")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seats"].label = _("Seats")
        self.initial["seats"] = self.instance.seats

    def lock(self, version: int) -> NominationQuota:
        return actions.lock_quota(self.instance, by=self.acting, version=version)


class AskForm(RefusableForm):
    """Several organisations asked at once."""

    event: Any = forms.ModelChoiceField(
        Event.objects.none(), label=_("Event"), widget=ChoiceWidget()
    )
    organisations: Any = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("Organisations to ask"), widget=ManyChoicesWidget()
    )
    seats = _seats()

    class Meta:
        model = NominationQuota
        fields = ("reserve_seats", "deadline")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["event"].queryset = Event.objects.to_come().order_by("starts_at", "pk")
        partners = Organisation.objects.filter(standing=Standing.PARTNER)
        fields["organisations"].queryset = partners.ordered_for()


class ToldForm(forms.Form):
    """A reason that the organisation reads."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The organisation reads it, in these words."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=2000,
    )


class MaybeToldForm(ToldForm):
    """A reason that may be given."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = False


class InsteadForm(forms.Form):
    """Whom the secretariat puts on somebody's seat."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"), max_length=120, widget=TextWidget()
    )
    latin_name = forms.CharField(
        label=_("Name in Latin letters"), max_length=120, required=False, widget=TextWidget()
    )
    email = forms.EmailField(label=_("E-mail"), widget=TextWidget())
    position = forms.CharField(
        label=pgettext_lazy("person", "Position"),
        max_length=120,
        required=False,
        widget=TextWidget(),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=ChoiceWidget()
    )

    def nominee(self) -> Nominee:
        return Nominee(**self.cleaned_data)
