"""The pages behind the buttons of an organisation."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.theme import ChoiceWidget, TextWidget
from partnership.core.verdicts import Verdict
from partnership.network import actions, policies
from partnership.network.choices import LISTABLE, TRANSITIONS, Standing
from partnership.network.models import Organisation
from partnership.network.roles import MemberRole


class InvitationForm(forms.Form):
    """Whom the secretariat lets act for an organisation."""

    name = forms.CharField(
        label=pgettext_lazy("person", "name"), max_length=120, widget=TextWidget()
    )
    email = forms.EmailField(label=_("e-mail"), widget=TextWidget())
    language = forms.ChoiceField(
        label=_("language"),
        choices=settings.LANGUAGES,
        help_text=_("In which the portal writes to this person."),
        widget=ChoiceWidget(),
    )
    role = forms.ChoiceField(label=_("role"), choices=MemberRole.choices, widget=ChoiceWidget())


class ChangeStanding(ConfirmPage):
    """Says after a check what an organisation is to the partnership."""

    form_class = ReasonForm

    def __init__(
        self, standing: Standing, slug: str, label: Any, question: Any, *, is_danger: bool = False
    ) -> None:
        self.standing, self.slug, self.label = standing, slug, label
        self.question, self.is_danger = question, is_danger
        self.done = _("The standing is noted.")

    def verdict(self, user: Any, obj: Organisation) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: Organisation) -> bool:
        return self.standing in TRANSITIONS[Standing(obj.standing)]

    def perform(self, obj: Organisation, *, by: Any, **typed: Any) -> None:
        actions.change_standing(obj, self.standing, by=by, reason=typed["reason"])


class AddToDirectory(ConfirmPage):
    slug = "add-to-directory"
    label = _("Add to the directory")
    question = _(
        "Everyone can then see name, type, place, summary and profile; never its people. Has the "
        "organisation agreed, or is everything taken from public sources?"
    )
    done = _("The organisation is in the directory.")
    form_class = forms.Form

    def verdict(self, user: Any, obj: Organisation) -> Verdict:
        return policies.may_list(user, obj)

    def is_offered(self, obj: Organisation) -> bool:
        return not obj.is_listed and obj.standing in LISTABLE

    def perform(self, obj: Organisation, *, by: Any, **typed: Any) -> None:
        actions.add_to_directory(obj, by=by)


class TakeFromDirectory(ConfirmPage):
    slug = "take-from-directory"
    label = _("Take out of the directory")
    question = _("Nobody outside can then see the organisation's page; its data stay.")
    done = _("The organisation is no longer in the directory.")
    is_danger = True

    def verdict(self, user: Any, obj: Organisation) -> Verdict:
        return policies.may_list(user, obj)

    def is_offered(self, obj: Organisation) -> bool:
        return obj.is_listed

    def perform(self, obj: Organisation, *, by: Any, **typed: Any) -> None:
        actions.take_from_directory(obj, by=by)


class Invite(ConfirmPage):
    """Lets somebody act for the organisation who has not asked."""

    slug = "invite"
    label = _("Invite a person")
    question = _(
        "The person can then act for the organisation; without an account yet, they get a link by "
        "mail to set a password."
    )
    done = _("The person can act for the organisation.")
    form_class = InvitationForm

    def verdict(self, user: Any, obj: Organisation) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: Organisation) -> bool:
        return obj.standing == Standing.PARTNER

    def perform(self, obj: Organisation, *, by: Any, **typed: Any) -> None:
        actions.invite_member(obj, MemberRole(typed.pop("role")), by=by, **typed)


CONFIRM_PAGES = (
    ChangeStanding(
        Standing.PARTNER,
        "partner",
        _("Confirm as partner"),
        _("You have checked who it is, and it takes part in the partnership."),
    ),
    ChangeStanding(
        Standing.PUBLIC_INFORMATION,
        "public-information",
        _("Public information only"),
        _("It is described from public sources and shown as no partner."),
    ),
    Invite(),
    AddToDirectory(),
    TakeFromDirectory(),
    ChangeStanding(
        Standing.CLOSED,
        "close",
        _("End participation"),
        _("It leaves the directory; its people can no longer act for it."),
        is_danger=True,
    ),
)
