"""The kinds of message about dialogues."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.events.models import Event
from partnership.network.models import Organisation
from partnership.notifications.registry import Context, Kind, register
from roundtables.choices import Stage
from roundtables.models import Outcome, Project


def _of_outcome(_person: User) -> Context:
    last = Outcome.objects.select_related("event").order_by("-pk").first()
    example = Event(title_zh_hans="圆桌对话示例", title_en="Example of a dialogue")
    return {"dialogue": last.event if last else example}


def _of_project(_person: User) -> Context:
    organisation = Organisation(name_zh_hans="组织示例", name_en="Example of an organisation")
    example = Project(
        title_zh_hans="项目示例", title_en="Example of a project", stage=Stage.RUNNING
    )
    project = Project.objects.order_by("-pk").first() or example
    return {"project": project, "organisation": organisation}


register(
    Kind(
        "roundtables.outcome",
        _("Outcome document of a dialogue you had a seat at"),
        _of_outcome,
        is_optional=True,
    ),
    Kind(
        "roundtables.project",
        _("A project your organisation takes part in has moved on"),
        _of_project,
        is_optional=True,
    ),
)
