"""The texts of a case and its rows whose translations are watched."""

from typing import Final

from cases import actions
from cases.models import (
    BuildingBlock,
    Case,
    CasePartner,
    CasePicture,
    CasePlace,
    IndicatorRow,
    MoneyRow,
)
from partnership.core.models.publication import publication_field
from partnership.translations.declared import Part, Translated, register

# The short name in the address is no translation: each language has its own.
TEXTS: Final = (
    "title",
    "short_title",
    "summary",
    "lead_organisation",
    "background",
    "results",
    "success_factors",
    "difficulties",
    "did_not_work",
    "replication_conditions",
    "replications_known",
)
ROWS: Final = (
    (BuildingBlock, ("title", "done", "who", "cost_share", "enabling_factors", "lessons")),
    (IndicatorRow, ("name", "unit", "period", "definition", "baseline_note", "method")),
    (MoneyRow, ("note",)),
    (CasePartner, ("name",)),
    (CasePlace, ("site",)),
    (CasePicture, ("caption",)),
)

register(
    Translated(
        kind="case",
        plural=Case._meta.verbose_name_plural or "",
        parts=(
            Part(Case, TEXTS),
            *(Part(model, texts, "case_id", ("case", "order")) for model, texts in ROWS),
        ),
        title="title",
        source_language=lambda case: case.source_language,
        is_public=lambda case, language: case.published_at(language) is not None,
        lock=actions.lock_for_edit,
        settle=actions.settle_edit,
        rank=10,
        described_by=(
            "source_language",
            publication_field("zh-hans"),
            publication_field("en"),
        ),
    )
)
