"""What the answers look like, for the schema only: answers are built without serializers."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.serializers import CharField, ChoiceField, ListField

from cases import choices
from cases.facets import FACETS
from partnership.core import languages
from partnership.core.api.texts import TextsField
from partnership.reference.choices import Grade

NUMBER = _("Number of the case, such as CN-AS-2026-001.")


def partial_date() -> CharField:
    return CharField(help_text=_("YYYY, YYYY-MM or YYYY-MM-DD."), allow_null=True)


def key_of_source() -> CharField:
    return CharField(help_text=_("Key of a source of this case."), allow_null=True)


FACET_PARAMETERS = [
    OpenApiParameter(
        name,
        many=True,
        description=facet.label,
    )
    for name, facet in FACETS.items()
]


class Named(serializers.Serializer):
    code = CharField()
    name = TextsField()


class CasePlace(Named):
    kind = CharField(help_text=_("country, province or city"))
    country = CharField(help_text=_("ISO 3166-1 code."))
    province = CharField(allow_null=True)
    site = TextsField()
    latitude = serializers.FloatField(allow_null=True, help_text=_("WGS 84; null: see the place."))
    longitude = serializers.FloatField(allow_null=True)


class CaseRow(serializers.Serializer):
    number = CharField(help_text=_("CN-AS, year, running number."))
    version = serializers.IntegerField(
        help_text=_(
            "Counts published versions: 1 with the first publication, then one more with every change."
        )
    )
    is_demo = serializers.BooleanField(help_text=_("Not yet confirmed by the secretariat."))
    title = TextsField()
    short_title = TextsField()
    summary = TextsField()
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))
    languages = ListField(
        child=ChoiceField(languages.LANGUAGES), help_text=_("Languages of the full text.")
    )
    places = CasePlace(many=True, help_text=_("The main one first."))
    themes = Named(many=True)
    hierarchy_step = ChoiceField(choices.HierarchyStep.choices)
    waste_streams = ListField(child=ChoiceField(choices.WasteStream.choices))
    instruments = ListField(child=ChoiceField(choices.Instrument.choices))
    business_model = ChoiceField(choices.BusinessModel.choices)
    scale = ChoiceField(choices.Scale.choices)
    phase = ChoiceField(choices.Phase.choices)
    sdg_targets = ListField(child=CharField())
    started = partial_date()
    ended = partial_date()
    results_from = partial_date()
    results_to = partial_date()
    evidence_grade = CharField(help_text=_("The grade at least half of the figures reach."))
    public_since = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class Partner(serializers.Serializer):
    name = TextsField()
    role = ChoiceField(choices.PartnerRole.choices)


class Block(serializers.Serializer):
    title = TextsField()
    done = TextsField()
    who = TextsField()
    cost_share = TextsField()
    enabling_factors = TextsField()
    lessons = TextsField()


class Indicator(serializers.Serializer):
    name = TextsField()
    qualifier = ChoiceField(choices.Qualifier.choices)
    value = serializers.FloatField()
    unit = TextsField()
    as_of = partial_date()
    period = TextsField()
    definition = TextsField()
    baseline_value = serializers.FloatField(allow_null=True)
    baseline_note = TextsField()
    method = TextsField()
    series = CharField(allow_null=True, help_text=_("Rows of a series and unit belong together."))
    source = key_of_source()  # type: ignore[assignment]  # a field may bear this name
    grade = CharField(allow_null=True)
    is_verified = serializers.BooleanField()


class Sum(serializers.Serializer):
    kind = ChoiceField(choices.MoneyKind.choices)
    amount = serializers.FloatField()
    currency = CharField(help_text=_("ISO 4217 code."))
    year = serializers.IntegerField(allow_null=True)
    funding = ChoiceField(choices.Funding.choices)
    note = TextsField()
    source = key_of_source()  # type: ignore[assignment]  # a field may bear this name


class Source(serializers.Serializer):
    key = CharField()
    type = ChoiceField(choices.SourceType.choices)
    author = CharField(allow_null=True)
    title = CharField(help_text=_("In the language of the source."))
    title_translation = CharField(allow_null=True)
    container = CharField(allow_null=True)
    publisher = CharField(allow_null=True)
    issued = partial_date()
    url = serializers.URLField(allow_null=True)
    language = CharField()
    grade = ChoiceField(Grade.choices)


class Picture(serializers.Serializer):
    url = serializers.URLField(help_text=_("JPEG, at most 1200 pixels wide."))
    alt_text = TextsField()
    caption = TextsField()
    author = CharField(allow_null=True)
    credit = TextsField()
    licence = CharField()
    licence_url = serializers.URLField(allow_null=True)


class CaseInFull(CaseRow):
    source_language = ChoiceField(languages.LANGUAGES)
    coast_length_km = serializers.FloatField(allow_null=True)
    area_km2 = serializers.FloatField(allow_null=True)
    lead_organisation = TextsField()
    background = TextsField()
    blocks = Block(many=True)
    results = TextsField()
    indicators = Indicator(many=True)
    money = Sum(many=True)
    success_factors = TextsField()
    difficulties = TextsField()
    did_not_work = TextsField()
    replication_conditions = TextsField()
    replications_known = TextsField()
    partners = Partner(many=True)
    sources = Source(many=True)
    pictures = Picture(many=True, help_text=_("Only those that may be shown."))
    last_fact_checked_on = serializers.DateField(allow_null=True)
