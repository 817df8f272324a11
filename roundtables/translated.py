"""The texts of dialogues, outcome documents and projects whose translations are watched."""

from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.translations.declared import Part, Translated, add_rows, register
from roundtables.actions import OUTCOMES, PROJECTS
from roundtables.models import (
    Annex,
    Milestone,
    Outcome,
    OutcomePicture,
    OutcomeSection,
    Output,
    Project,
    Roundtable,
)

DESCRIBED_BY = ("source_language", *(publication_field(code) for code in languages.LANGUAGES))

register(
    Translated(
        kind="outcome",
        plural=Outcome._meta.verbose_name_plural or "",
        parts=(
            Part(Outcome, ("title", "summary")),
            Part(OutcomeSection, ("title", "text"), "outcome_id", ("outcome", "order", "pk")),
            Part(Annex, ("title",), "outcome_id", ("outcome", "order", "pk")),
            Part(OutcomePicture, ("caption",), "outcome_id", ("outcome", "order", "pk")),
        ),
        title="title",
        source_language=lambda outcome: outcome.source_language,
        is_public=lambda outcome, language: outcome.published_at(language) is not None,
        lock=OUTCOMES.lock_for_edit,
        settle=OUTCOMES.settle_edit,
        rank=32,
        described_by=DESCRIBED_BY,
    )
)
register(
    Translated(
        kind="project",
        plural=Project._meta.verbose_name_plural or "",
        parts=(
            Part(Project, ("title", "summary", "description")),
            Part(Milestone, ("title",), "project_id", ("project", "due_on", "pk")),
            Part(Output, ("title",), "project_id", ("project", "order", "pk")),
        ),
        title="title",
        source_language=lambda project: project.source_language,
        is_public=lambda project, language: project.published_at(language) is not None,
        lock=PROJECTS.lock_for_edit,
        settle=PROJECTS.settle_edit,
        rank=34,
        described_by=DESCRIBED_BY,
    )
)

add_rows("event", Part(Roundtable, ("questions", "zero_waste", "outcome"), "event_id"))
