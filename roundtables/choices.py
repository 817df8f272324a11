"""How far a project is, who does what in it, and what it brings."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role
from partnership.core.citations import Cited

EDITORS: Final = frozenset({Role.SECRETARIAT})
PUBLISHERS: Final = frozenset({Role.PUBLISHER})
READERS: Final = EDITORS | PUBLISHERS | {Role.AUDIT_ADMINISTRATOR}

# Codes of the themes of reference data on which research and projects are developed.
PROJECT_THEMES: Final = ("mangroves", "coastal-biodiversity", "climate-action", "ocean-finance")


class Stage(models.TextChoices):
    """How far a project is."""

    IDEA = "idea", pgettext_lazy("project", "Idea")
    CONCEPT = "concept", pgettext_lazy("project", "Concept")
    PROPOSAL = "proposal", pgettext_lazy("project", "Proposal")
    FUNDED = "funded", pgettext_lazy("project", "Funded")
    RUNNING = "running", pgettext_lazy("project", "Running")
    FINISHED = "finished", pgettext_lazy("project", "Finished")
    STOPPED = "stopped", pgettext_lazy("project", "Stopped")


STAGE_CHANGES: Final[dict[Stage, frozenset[Stage]]] = {
    Stage.IDEA: frozenset({Stage.CONCEPT, Stage.STOPPED}),
    Stage.CONCEPT: frozenset({Stage.PROPOSAL, Stage.STOPPED}),
    Stage.PROPOSAL: frozenset({Stage.FUNDED, Stage.STOPPED}),
    Stage.FUNDED: frozenset({Stage.RUNNING, Stage.STOPPED}),
    Stage.RUNNING: frozenset({Stage.FINISHED, Stage.STOPPED}),
    Stage.FINISHED: frozenset(),
    Stage.STOPPED: frozenset(),
}
# The way of a project that is not stopped.
WAY: Final = (
    Stage.IDEA,
    Stage.CONCEPT,
    Stage.PROPOSAL,
    Stage.FUNDED,
    Stage.RUNNING,
    Stage.FINISHED,
)
ENDED: Final = frozenset({Stage.FINISHED, Stage.STOPPED})


class PartnerRole(models.TextChoices):
    """What an organisation does in a project."""

    LEAD = "lead", pgettext_lazy("project", "lead")
    RESEARCH = "research", pgettext_lazy("project", "research")
    IMPLEMENTATION = "implementation", pgettext_lazy("project", "implementation")
    FUNDING = "funding", pgettext_lazy("project", "funding")
    SITE = "site", pgettext_lazy("project", "provides the site")


class BudgetBand(models.TextChoices):
    """How large a project is, in yuan; the sum itself is not public."""

    TO_HALF = "to-0.5", _("up to 0.5 million yuan")
    TO_TWO = "to-2", _("0.5 to 2 million yuan")
    TO_TEN = "to-10", _("2 to 10 million yuan")
    TO_FIFTY = "to-50", _("10 to 50 million yuan")
    ABOVE = "above-50", _("more than 50 million yuan")


class OutputKind(models.TextChoices):
    """What kind of thing a project has brought."""

    REPORT = "report", pgettext_lazy("output", "Report")
    ARTICLE = "article", pgettext_lazy("output", "Journal article")
    DATASET = "dataset", pgettext_lazy("output", "Data set")
    GUIDELINE = "guideline", pgettext_lazy("output", "Guideline")


CITED_AS: Final = {
    OutputKind.REPORT: Cited.REPORT,
    OutputKind.ARTICLE: Cited.ARTICLE,
    OutputKind.DATASET: Cited.DATASET,
    OutputKind.GUIDELINE: Cited.REPORT,
}
