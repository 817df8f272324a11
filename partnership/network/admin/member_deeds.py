"""The pages behind the buttons of memberships and of requests for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.theme import ChoiceWidget, TextWidget
from partnership.core.verdicts import Verdict
from partnership.network import actions, policies
from partnership.network.choices import RequestState, Standing
from partnership.network.forms import NewOrganisationForm
from partnership.network.models import Membership, MembershipRequest, NameChange, Organisation
from partnership.network.roles import MemberRole


class ApprovalForm(forms.Form):
    """For whom the person will speak, and as what."""

    organisation: Any = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("organisation"), widget=ChoiceWidget()
    )
    role = forms.ChoiceField(label=_("role"), choices=MemberRole.choices, widget=ChoiceWidget())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = Organisation.objects.filter(standing=Standing.PARTNER).ordered_for()
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]


class RequestDeed(ConfirmPage):
    """Something the secretariat decides about a request."""

    def verdict(self, user: Any, obj: MembershipRequest) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: MembershipRequest) -> bool:
        return obj.state == RequestState.OPEN


class Approve(RequestDeed):
    slug = "approve"
    label = _("Approve")
    question = _(
        "You have checked who this is. The person can then act for the organisation; without an "
        "account yet, they get a link by mail to set a password."
    )
    done = _("The person can act for the organisation.")

    def findings(self, obj: MembershipRequest) -> list[object]:
        if obj.organisation is None:
            return [_("The organisation was typed in: “%s”.") % obj.organisation_name]
        if obj.organisation.standing != Standing.PARTNER:
            return [_("“%s” is no partner yet: check it first.") % obj.organisation]
        return []

    def form(self, obj: MembershipRequest, data: Any) -> forms.Form:
        return ApprovalForm(data, initial={"organisation": obj.organisation_id, "role": obj.role})

    def perform(self, obj: MembershipRequest, *, by: Any, **typed: Any) -> None:
        role = MemberRole(typed["role"])
        actions.approve_request(obj, by=by, organisation=typed["organisation"], role=role)


class Refuse(RequestDeed):
    slug = "refuse"
    label = _("Refuse")
    question = _("The person gets no account. The reason you give is told to them.")
    done = _("The request is refused.")
    form_class = ReasonForm
    is_danger = True

    def perform(self, obj: MembershipRequest, *, by: Any, **typed: Any) -> None:
        actions.refuse_request(obj, by=by, reason=typed["reason"])


class MakeOrganisation(RequestDeed):
    slug = "make-organisation"
    label = _("Make the organisation")
    question = _("Look first whether we have it under another name. It still has to be checked.")
    done = _("The organisation is there. Check it, note that it is a partner, then approve.")

    def is_offered(self, obj: MembershipRequest) -> bool:
        return super().is_offered(obj) and obj.organisation is None

    def form(self, obj: MembershipRequest, data: Any) -> forms.Form:
        name, is_ascii = obj.organisation_name, obj.organisation_name.isascii()
        initial = {
            "name_en": name if is_ascii else "",
            "name_zh_hans": "" if is_ascii else name,
            "type": obj.organisation_type,
        }
        form = NewOrganisationForm(data, initial=initial)
        for field in ("name_zh_hans", "name_en"):
            form.fields[field].widget = TextWidget()
        return form  # type: ignore[return-value]  # a model form serves the page as well

    def perform(self, obj: MembershipRequest, *, by: Any, **typed: Any) -> None:
        actions.make_organisation(obj, by=by, **typed)


class EndMembership(ConfirmPage):
    slug = "end"
    label = _("End the membership")
    question = _("It counts from the next page the person opens. What they did stays.")
    done = _("The membership has ended.")
    form_class = ReasonForm
    is_danger = True

    def verdict(self, user: Any, obj: Membership) -> Verdict:
        return policies.may_withdraw(user, obj)

    def is_offered(self, obj: Membership) -> bool:
        return obj.is_live

    def perform(self, obj: Membership, *, by: Any, **typed: Any) -> None:
        actions.withdraw_membership(obj, by=by, reason=typed["reason"])


class ChangeRole(ConfirmPage):
    slug = "role"
    label = _("Change the role")
    question = _("It counts from the next page the person opens.")
    done = _("The new role counts from now on.")

    def verdict(self, user: Any, obj: Membership) -> Verdict:
        return policies.may_change_role(user, obj, MemberRole(obj.role))

    def is_offered(self, obj: Membership) -> bool:
        return obj.is_live

    def form(self, obj: Membership, data: Any) -> forms.Form:
        form = forms.Form(data, initial={"role": obj.role})
        form.fields["role"] = forms.ChoiceField(
            label=_("role"), choices=MemberRole.choices, widget=ChoiceWidget()
        )
        return form

    def perform(self, obj: Membership, *, by: Any, **typed: Any) -> None:
        actions.change_member_role(obj, MemberRole(typed["role"]), by=by)


class ApproveName(ConfirmPage):
    slug = "approve"
    label = _("Approve")
    question = _("The organisation bears the new name and type at once, wherever it is shown.")
    done = _("The organisation bears the new name.")

    def verdict(self, user: Any, obj: NameChange) -> Verdict:
        return policies.may_manage(user)

    def is_offered(self, obj: NameChange) -> bool:
        return obj.state == RequestState.OPEN

    def perform(self, obj: NameChange, *, by: Any, **typed: Any) -> None:
        actions.approve_name(obj, by=by)


class RefuseName(ApproveName):
    slug = "refuse"
    label = _("Refuse")
    question = _("Name and type stay. The reason you give is told to whoever asked.")
    done = _("The request is refused.")
    form_class = ReasonForm
    is_danger = True

    def perform(self, obj: NameChange, *, by: Any, **typed: Any) -> None:
        actions.refuse_name(obj, by=by, reason=typed["reason"])


NAME_DEEDS = (ApproveName(), RefuseName())
REQUEST_DEEDS = (Approve(), MakeOrganisation(), Refuse())
MEMBERSHIP_DEEDS = (ChangeRole(), EndMembership())
