"""What this app knows to have come from a dialogue: projects."""

from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.choices import label_of
from roundtables.addresses import project_url
from roundtables.choices import Stage
from roundtables.models import Project
from roundtables.results import Result, Source, register


def _projects(event_id: int, language: str) -> list[Result]:
    rows = Project.objects.published().filter(event=event_id).moved_last_first()
    columns = ("slug", languages.column("title", language), "stage", "is_demo")
    return [
        Result(title, project_url(slug), label_of(Stage, stage), is_demo)
        for slug, title, stage, is_demo in rows.values_list(*columns)
    ]


register(Source("project", _("Projects"), _projects, rank=20))
