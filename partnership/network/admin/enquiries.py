"""What people wrote to the secretariat: read here, answered by its deeds."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import TextareaWidget
from partnership.core.verdicts import Verdict
from partnership.network import actions, messages, policies
from partnership.network.admin.filters import ChoiceFilter
from partnership.network.admin.mail import mail_facts
from partnership.network.choices import EDITORS, EnquiryKind, EnquiryState
from partnership.network.models import Enquiry


class KindFilter(ChoiceFilter):
    title = _("kind")
    parameter_name = "kind"
    offered = EnquiryKind.choices


class StateFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"
    offered = EnquiryState.choices


class AnswerForm(forms.Form):
    """The answer, as it is sent."""

    answer = forms.CharField(
        label=_("Answer"), max_length=8000, widget=TextareaWidget(attrs={"rows": 10})
    )


class Answer(ConfirmPage):
    slug = "answer"
    label = _("Answer")
    question = _("The answer leaves by mail at once. Greeting and signature are added.")
    done = _("The answer is on its way.")
    form_class = AnswerForm

    def verdict(self, user: Any, obj: Enquiry) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: Enquiry) -> bool:
        return obj.state == EnquiryState.OPEN and bool(obj.email)

    def findings(self, obj: Enquiry) -> list[object]:
        """Show what is answered, and in which language."""
        return [_("Answer in: %s") % obj.get_language_display(), obj.message]

    def perform(self, obj: Enquiry, *, by: Any, **typed: Any) -> None:
        actions.answer_enquiry(obj, by=by, answer=typed["answer"])


class Close(ConfirmPage):
    slug = "close"
    label = _("Close without an answer")
    question = _("The error is mended, or there is nothing to answer. Nobody is written to.")
    done = _("The message is closed.")
    form_class = ReasonForm

    def verdict(self, user: Any, obj: Enquiry) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: Enquiry) -> bool:
        return obj.state == EnquiryState.OPEN

    def perform(self, obj: Enquiry, *, by: Any, **typed: Any) -> None:
        actions.close_enquiry(obj, by=by, reason=typed["reason"])


@admin.register(Enquiry)
class EnquiryAdmin(StatusMixin, ReadOnlyAdmin):
    """The secretariat's list of messages."""

    view_roles = EDITORS
    icon = "mail"
    is_on_desk = True
    confirm_pages = (Answer(), Close())
    list_display = ("reference", "kind", "name", "page", "language", "state", "created_at")
    list_filter = (StateFilter, KindFilter)
    search_fields = ("reference", "name", "email", "page", "message")
    sortable_by = ("created_at",)
    ordering = ("-created_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "language"),
                    ("name", "email"),
                    ("page", "organisation"),
                    "message",
                )
            },
        ),
        (_("Answer"), {"fields": ("answer", ("decided_by", "decided_at"))}),
    )

    def facts(self, obj: Enquiry) -> list[Fact]:
        return [
            Fact(_("state"), obj.get_state_display()),
            Fact(_("reference"), obj.reference),
            *mail_facts(messages.key_of_answer(obj)),
        ]
