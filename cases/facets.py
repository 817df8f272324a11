"""By what the case collection can be narrowed, and which cases each choice leads to."""

from collections.abc import Iterable

from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from cases import choices
from cases.querysets import CaseQuerySet
from partnership.reference.choices import Grade
from partnership.search.collections.facets import (
    Groupings,
    ListFacet,
    per,
    per_element,
    per_language,
)
from partnership.search.facets import languages_of_texts, names_of, words_of, years


def _per_place(column: str) -> Groupings:
    return per(f"places__place__{column}")


def _targets(values: Iterable[str], _language: str) -> dict[str, str]:
    wanted = set(values)
    return {target: target for target in choices.SDG_TARGETS if target in wanted}


ASK = CaseQuerySet
FACETS = {
    facet.name: facet
    for facet in (
        ListFacet(
            "country", _("Country"), names_of("country"), ASK.in_place, _per_place("country__code")
        ),
        ListFacet(
            "province",
            _("Province or state"),
            names_of("province"),
            ASK.in_place,
            _per_place("province__code"),
        ),
        ListFacet("city", _("City"), names_of("city"), ASK.in_place, _per_place("code")),
        ListFacet("theme", _("Theme"), names_of("theme"), ASK.with_theme, per("themes__code")),
        ListFacet(
            "step",
            _("Step of the waste hierarchy"),
            words_of(choices.HierarchyStep),
            ASK.in_hierarchy_step,
            per("hierarchy_step"),
        ),
        ListFacet(
            "stream",
            _("Waste stream"),
            words_of(choices.WasteStream),
            ASK.with_waste_stream,
            per_element("waste_streams"),
        ),
        ListFacet(
            "instrument",
            _("Instrument"),
            words_of(choices.Instrument),
            ASK.with_instrument,
            per_element("instruments"),
        ),
        ListFacet(
            "business",
            _("Business model"),
            words_of(choices.BusinessModel),
            ASK.with_business_model,
            per("business_model"),
        ),
        ListFacet("scale", _("Scale"), words_of(choices.Scale), ASK.at_scale, per("scale")),
        ListFacet("phase", _("Phase"), words_of(choices.Phase), ASK.in_phase, per("phase")),
        ListFacet("year", _("Year of start"), years, ASK.started_in, per(Substr("started", 1, 4))),
        ListFacet(
            "grade",
            _("Evidence grade"),
            words_of(Grade),
            ASK.with_evidence_grade,
            per("evidence_grade"),
        ),
        ListFacet("sdg", _("SDG target"), _targets, ASK.for_sdg_target, per_element("sdg_targets")),
        ListFacet("language", _("Full text in"), languages_of_texts, ASK.in_language, per_language),
    )
}
