"""Who may do what with a case, and the reason when they may not."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.choices import DRAFT_READERS, EDITORS, PUBLISHERS
from cases.models import Case, CaseSubmission
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.review import policies as review

Person = User | AnonymousUser

NOT_PUBLIC = _("This case is not public.")
FOUR_EYES = _(
    "You made the last change to this case yourself. Two people are needed for publication: ask "
    "another publisher."
)
EDITORS_ONLY = _("Only the secretariat edits cases.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")


def may_see(user: Person, case: Case) -> Verdict:
    """Everyone sees what is public; staff see drafts too. `visible_to` asks the same of lists."""
    return ALLOWED if case.is_public else _holding(user, DRAFT_READERS, NOT_PUBLIC)


def may_edit(user: Person, case: Case | None = None) -> Verdict:
    """The secretariat edits, drafts and public cases alike; None asks about new cases."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_publish(user: Person, case: Case) -> Verdict:
    """Also asked before a case is withdrawn or confirmed: one person answers for all three."""
    return _holding(user, PUBLISHERS, PUBLISHERS_ONLY)


def may_make_public(user: Person, case: Case) -> Verdict:
    """Two people, where the setting asks for them; and what review says of a case handed in."""
    publishes = may_publish(user, case)
    if not (publishes and isinstance(user, User)):
        return publishes
    if settings.TWO_PERSON_PUBLICATION and _changed_last(case) == str(user.pk):
        return Verdict(FOUR_EYES)
    handed_in = CaseSubmission.objects.filter(case=case).select_related("submission").first()
    return review.may_publish(user, handed_in.submission) if handed_in else ALLOWED


def may_check_facts(user: Person, case: Case) -> Verdict:
    return _holding(user, EDITORS, EDITORS_ONLY)


def _changed_last(case: Case) -> str:
    """Return who made the last change to the text, as the history has it."""
    changes = AuditEvent.objects.about(case).filter(verb__in=(Verb.CREATED, Verb.CHANGED))
    last = changes.order_by("-occurred_at").values_list("actor_id", flat=True).first()
    return last or ""


def _holding(user: Person, roles: frozenset[str], refusal: Promise) -> Verdict:
    return ALLOWED if user.is_authenticated and user.has_role(*roles) else Verdict(refusal)
