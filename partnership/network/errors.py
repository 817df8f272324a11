"""Refusals of the network, each with a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class ChangedMeanwhile(DomainError):
    """Somebody else saved the organisation after this person had opened it."""

    code = "changed-meanwhile"
    message = _(
        "Somebody else has changed this organisation since you opened it. Open it again and "
        "repeat your change; nothing of theirs was lost."
    )


class NameTaken(DomainError):
    code = "name-taken"
    message = _(
        "There is already an organisation called “%(name)s”. Open that one instead; what you "
        "typed is still in the form."
    )


class ReasonMissing(DomainError):
    code = "reason-missing"
    message = _("Say why. The reason is kept in the history.")


class SourceMissing(DomainError):
    code = "source-missing"
    message = _(
        "An organisation that is no partner is shown with facts from a public source only. "
        "Add the source first."
    )


class SummaryMissing(DomainError):
    code = "summary-missing"
    message = _("The directory needs a summary in Chinese and in English. Write both first.")


class AlreadyListed(DomainError):
    code = "already-listed"
    message = _("The organisation is already in the directory.")


class NotListed(DomainError):
    code = "not-listed"
    message = _("The organisation is not in the directory.")


class AlreadyDecided(DomainError):
    """Two colleagues decided about the same thing; the first one's decision stands."""

    code = "already-decided"
    message = _("%(who)s has already decided about this: %(state)s. Nothing was changed.")


class AlreadyMember(DomainError):
    code = "already-member"
    message = _(
        "This person is already a member of the organisation. Change the role there, or refuse "
        "this request."
    )


class OrganisationMissing(DomainError):
    code = "organisation-missing"
    message = _(
        "The request names an organisation we do not have: “%(name)s”. Choose one from the list, "
        "or make a new one from the request first."
    )


class OrganisationNotPartner(DomainError):
    code = "organisation-not-partner"
    message = _(
        "People can act only for a partner, and “%(name)s” is none yet. Check the organisation "
        "first, note that it is a partner, then approve."
    )


class PersonDeactivated(DomainError):
    code = "person-deactivated"
    message = _(
        "The account with this address is deactivated. Reactivate it first, or refuse the request."
    )


class NotOneself(DomainError):
    code = "not-oneself"
    message = _("Nobody approves their own membership. Ask a colleague.")


class AlreadyWithdrawn(DomainError):
    code = "already-withdrawn"
    message = _("This membership has already ended.")


class SameRole(DomainError):
    code = "same-role"
    message = _("The person has this role already.")


class ChangeWaits(DomainError):
    code = "change-waits"
    message = _("A change of name or type already waits for the secretariat. Wait for its answer.")


class NothingToChange(DomainError):
    code = "nothing-to-change"
    message = _("Name and type are as they were. Change one of them, or leave the page.")


class NobodyToAnswer(DomainError):
    code = "nobody-to-answer"
    message = _("Nobody left an address here. Close the message with a reason instead.")


class AnswerMissing(DomainError):
    code = "answer-missing"
    message = _("Write the answer first.")
