"""The pages behind the buttons of messages."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.verdicts import Verdict
from partnership.notifications import actions, policies
from partnership.notifications.choices import (
    GROUP_TRANSITIONS,
    REPEATABLE,
    STOPPABLE,
    GroupState,
)
from partnership.notifications.models import GroupMessage, OutgoingMessage


class OfMessages(ConfirmPage):
    """What the secretariat alone does."""

    def verdict(self, user: Any, obj: Any) -> Verdict:
        return policies.may_look_after_messages(user)


class SendAgain(OfMessages):
    slug = "send-again"
    label = _("Send again")
    question = _("The message leaves at once, with the same identity as before.")
    done = _("The message is on its way.")

    def is_offered(self, obj: OutgoingMessage) -> bool:
        return obj.state in REPEATABLE

    def findings(self, obj: OutgoingMessage) -> Sequence[object]:
        if not obj.uncertain:
            return ()
        return (gettext("It may have arrived already: the mail server once gave no answer."),)

    def perform(self, obj: OutgoingMessage, *, by: Any, **typed: Any) -> None:
        actions.send_again(obj, by=by)


class Stop(OfMessages):
    slug = "stop"
    label = _("Stop")
    question = _("The message does not leave any more.")
    done = _("The message is stopped.")
    is_danger = True

    def is_offered(self, obj: OutgoingMessage) -> bool:
        return obj.state in STOPPABLE

    def perform(self, obj: OutgoingMessage, *, by: Any, **typed: Any) -> None:
        actions.stop(obj, by=by)


class StartGroupMessage(OfMessages):
    slug = "send"
    label = _("Send to the group")
    question = _(
        "Everyone in the group finds it among their notifications, and gets a mail as they chose. "
        "Afterwards the text cannot be changed."
    )
    done = _("The message is being written to its readers. You may leave this page.")

    def is_offered(self, obj: GroupMessage) -> bool:
        return obj.state == GroupState.DRAFT

    def findings(self, obj: GroupMessage) -> Sequence[object]:
        """Say to how many people it goes, and in which languages."""
        rows = actions.readers(obj).order_by().values_list("language").annotate(Count("pk"))
        counts = dict(rows)
        told = gettext("%(group)s: %(count)d people now") % {
            "group": obj.group_title,
            "count": sum(counts.values()),
        }
        names = (
            f"{languages.NAMES[code]}: {counts[code]}"
            for code in languages.LANGUAGES
            if code in counts
        )
        return (told, *names)

    def perform(self, obj: GroupMessage, *, by: Any, **typed: Any) -> None:
        actions.start(obj, by=by)


class StopGroupMessage(OfMessages):
    slug = "stop"
    label = _("Stop")
    question = _(
        "Nobody further is written to, and mails that still wait do not leave. What has left "
        "cannot be called back."
    )
    done = _("The message to the group is stopped.")
    is_danger = True

    def is_offered(self, obj: GroupMessage) -> bool:
        return GroupState.STOPPED in GROUP_TRANSITIONS[GroupState(obj.state)]

    def perform(self, obj: GroupMessage, *, by: Any, **typed: Any) -> None:
        actions.stop_group_message(obj, by=by)


MESSAGE_PAGES = (SendAgain(), Stop())
GROUP_PAGES = (StartGroupMessage(), StopGroupMessage())
