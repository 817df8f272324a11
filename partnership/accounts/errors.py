"""What the rules about accounts refuse, each with a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class RoleAlreadyHeld(DomainError):
    code = "role-already-held"
    message = _("This person already holds this role.")


class RoleNotHeld(DomainError):
    code = "role-not-held"
    message = _("This person does not hold this role.")


class RoleStandsAlone(DomainError):
    code = "role-stands-alone"
    message = _(
        "An audit administrator holds no other role. Withdraw the other roles first, "
        "or choose another person."
    )


class LastOfTheSecretariat(DomainError):
    code = "last-of-the-secretariat"
    message = _(
        "This is the last active person of the secretariat. "
        "Give the role to somebody else first, or nobody could manage accounts."
    )


class AddressTaken(DomainError):
    code = "address-taken"
    message = _("There is already an account with this e-mail address.")


class AlreadyDeactivated(DomainError):
    code = "already-deactivated"
    message = _("This account is already deactivated.")


class NotDeactivated(DomainError):
    code = "not-deactivated"
    message = _("This account is active.")


class AlreadySignedIn(DomainError):
    code = "already-signed-in"
    message = _(
        "This person has already set a password. "
        "If it is forgotten, they ask for a new one on the sign-in page."
    )


class Anonymised(DomainError):
    code = "anonymised"
    message = _("The personal data of this account is deleted. Invite the person anew.")
