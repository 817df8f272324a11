"""The pages behind the buttons of a person's account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.accounts import actions, policies
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.theme import ChoiceWidget, TextWidget
from partnership.core.verdicts import Verdict


class RoleForm(forms.Form):
    """One role."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=ChoiceWidget())


class AddressForm(forms.Form):
    """Another address to sign in by."""

    email = forms.EmailField(label=_("E-mail"), widget=TextWidget(attrs={"type": "email"}))


class OfRoles(ConfirmPage):
    """What may not be done to oneself."""

    form_class = RoleForm

    def verdict(self, user: Any, obj: User) -> Verdict:
        return policies.may_change_roles(user, obj)


class GrantRole(OfRoles):
    slug = "grant-role"
    label = _("Grant a role")
    question = _("The role counts from the person's next page on.")
    done = _("The role is granted.")

    def is_offered(self, obj: User) -> bool:
        return obj.is_active

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.grant_role(obj, Role(typed["role"]), by=by)


class WithdrawRole(OfRoles):
    slug = "withdraw-role"
    label = _("Withdraw a role")
    question = _("The person loses what the role allows from their next page on.")
    done = _("The role is withdrawn.")
    is_danger = True

    def is_offered(self, obj: User) -> bool:
        return bool(obj.roles)

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.withdraw_role(obj, Role(typed["role"]), by=by)


class ChangeAddress(ConfirmPage):
    slug = "change-address"
    label = _("Change the e-mail address")
    question = _(
        "The person signs in by the new address from now on. The old address is told, open "
        "sign-ins end."
    )
    done = _("The address is changed.")
    form_class = AddressForm

    def verdict(self, user: Any, obj: User) -> Verdict:
        return policies.may_manage_people(user)

    def is_offered(self, obj: User) -> bool:
        return obj.is_active

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.change_address(obj, typed["email"], by=by)


class SendInvitationAgain(ConfirmPage):
    slug = "send-invitation-again"
    label = _("Send the invitation again")
    question = _("The person gets a new link to set a password.")
    done = _("The invitation is sent.")

    def verdict(self, user: Any, obj: User) -> Verdict:
        return policies.may_manage_people(user)

    def is_offered(self, obj: User) -> bool:
        return obj.is_active and not obj.has_usable_password()

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.send_invitation_again(obj, by=by)


class OfStanding(ConfirmPage):
    """Whether an account may be used."""

    def verdict(self, user: Any, obj: User) -> Verdict:
        return policies.may_change_standing(user, obj)


class Deactivate(OfStanding):
    slug = "deactivate"
    label = _("Deactivate the account")
    question = _("The person can no longer sign in; open sign-ins end at once.")
    done = _("The account is deactivated.")
    form_class = ReasonForm
    is_danger = True

    def is_offered(self, obj: User) -> bool:
        return obj.is_active

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.deactivate(obj, by=by, reason=typed["reason"])


class Reactivate(OfStanding):
    slug = "reactivate"
    label = _("Open the account again")
    question = _("Roles and password are as they were.")
    done = _("The account is open again.")

    def is_offered(self, obj: User) -> bool:
        return not obj.is_active

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.reactivate(obj, by=by)


class RemoveSecondFactor(OfStanding):
    slug = "remove-second-factor"
    label = _("Remove the second factor")
    question = _(
        "For somebody who lost phone and recovery codes. Make sure by another way that they are "
        "who they say; they set up a new one at the next sign-in."
    )
    done = _("The second factor is removed.")
    form_class = ReasonForm
    is_danger = True

    def is_offered(self, obj: User) -> bool:
        return obj.is_active

    def perform(self, obj: User, *, by: Any, **typed: Any) -> None:
        actions.remove_second_factor(obj, by=by, reason=typed["reason"])


CONFIRM_PAGES = (
    GrantRole(),
    WithdrawRole(),
    ChangeAddress(),
    SendInvitationAgain(),
    RemoveSecondFactor(),
    Deactivate(),
    Reactivate(),
)
