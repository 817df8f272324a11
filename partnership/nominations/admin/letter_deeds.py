"""The pages behind the buttons that issue letters."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnership.core.admin.confirm import ConfirmPage
from partnership.core.verdicts import Verdict
from partnership.events.choices import SEATED
from partnership.nominations import actions, policies
from partnership.nominations.choices import LetterKind
from partnership.nominations.forms.letters import KindForm
from partnership.nominations.models import Letter, Nomination, NominationQuota


class InviteOrganisation(ConfirmPage):
    """Issues the letter that asks an organisation to nominate."""

    slug = "letter"
    label = _("Issue a letter")
    question = _(
        "The letter to the organisation gets the next number. Those who hand in for it are told, and "
        "find it with their list."
    )
    done = _("The letter is issued.")

    def verdict(self, user: Any, obj: NominationQuota) -> Verdict:
        return policies.may_decide(user)

    def perform(self, obj: NominationQuota, *, by: Any, **typed: Any) -> None:
        actions.issue_to_organisation(obj, by=by)


class IssueAnew(ConfirmPage):
    """For a letter whose names or event have changed."""

    slug = "issue-anew"
    label = _("Issue anew")
    question = _(
        "A new letter gets the next number, with names and event as they are written now. This one "
        "stays, and says which has taken its place. Those it is written to are told."
    )
    done = _("The new letter is issued; this one names it.")

    def verdict(self, user: Any, obj: Letter) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Letter) -> bool:
        return obj.replaced_by_id is None and obj.anonymised_at is None

    def perform(self, obj: Letter, *, by: Any, **typed: Any) -> None:
        actions.issue_anew(obj, by=by)


class InvitePerson(ConfirmPage):
    """Issues a letter to somebody who is accepted."""

    slug = "letter"
    label = _("Issue a letter")
    question = _(
        "The letter gets the next number. The person is told, and finds it with the registration."
    )
    done = _("The letter is issued.")
    form_class = KindForm

    def verdict(self, user: Any, obj: Nomination) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Nomination) -> bool:
        return obj.registration is not None and obj.registration.status in SEATED

    def perform(self, obj: Nomination, *, by: Any, **typed: Any) -> None:
        registration: Any = obj.registration  # it is not offered without one
        actions.issue_to_person(registration, LetterKind(typed["kind"]), by=by)
