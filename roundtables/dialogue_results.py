"""What this app knows to have come from a dialogue: commitments, by its document, and projects."""

from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.choices import label_of
from partnership.network.addresses import commitment_url
from partnership.network.models import Commitment
from roundtables.addresses import project_url
from roundtables.choices import Stage
from roundtables.models import Project
from roundtables.results import COMMITMENT, Result, Source, register


def _projects(event_id: int, language: str) -> list[Result]:
    rows = Project.objects.published().filter(event=event_id).moved_last_first()
    columns = ("slug", languages.column("title", language), "stage", "is_demo")
    return [
        Result(title, project_url(slug), label_of(Stage, stage), is_demo)
        for slug, title, stage, is_demo in rows.values_list(*columns)
    ]


def _commitments(event_id: int, language: str) -> list[Result]:
    """Those that were agreed, the next due first; each shows the document in turn."""
    rows = Commitment.objects.public().filter(
        outcomes__event=event_id, outcomes__public_since__isnull=False
    )
    title, owner = languages.column("title", language), languages.column("name", language)
    columns = ("pk", title, f"organisation__{owner}", "is_demo")
    return [
        Result(called, commitment_url(number, language), organisation, is_demo)
        for number, called, organisation, is_demo in rows.order_by("due_on", "pk").values_list(
            *columns
        )
    ]


register(Source(COMMITMENT, _("Commitments"), _commitments, rank=10))
register(Source("project", _("Projects"), _projects, rank=20))
