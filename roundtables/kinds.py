"""The kinds of message about dialogues."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.events.models import Event
from partnership.notifications.registry import Context, Kind, register


def _of_outcome(_person: User) -> Context:
    return {"dialogue": Event(title_zh_hans="圆桌对话示例", title_en="Example of a dialogue")}


register(
    Kind(
        "roundtables.outcome",
        _("Outcome document of a dialogue you took part in"),
        _of_outcome,
        is_optional=True,
    )
)
