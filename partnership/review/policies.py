"""Who may do what with a submission, and the reason when they may not.

Conflicts of interest are the subject's to name; that nobody judges what they wrote themselves
holds for every subject.
"""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.review.choices import (
    DESK,
    NEVER_SUBMITTED,
    PUBLISHERS,
    EnclosureRole,
    State,
    leads_to,
)
from partnership.review.models import FieldComment, ReviewAssignment, Submission
from partnership.review.subjects import Subject

NOT_WITH_AUTHOR = _(
    "The text is with the secretariat and cannot be changed at the moment. "
    "You can work on it again when it is returned."
)
NOT_NOW = _("This step is not possible in the present state. Reload the page and look again.")
DESK_ONLY = _("Only the secretariat decides on submissions.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")
OWN_WORK = _("You have worked on this text yourself. A colleague has to judge it.")
NO_REVIEWER = _("This person does not hold the role “Reviewer”.")
NOT_REVIEWING = _("You are not reviewing this submission at the moment.")
NOT_ASKED_FOR = _("Files of this kind do not belong to this submission.")
FOUR_EYES = _(
    "You have accepted this submission yourself. Two people are needed for publication: ask another "
    "publisher."
)


def may_begin(user: User, subject: Subject) -> Verdict:
    return subject.may_begin(user)


def may_write(user: User, submission: Submission) -> Verdict:
    """Change the text, upload to it, answer comments."""
    speaks = submission.kind.may_write(user, submission)
    if not speaks:
        return speaks
    return ALLOWED if submission.is_with_author else Verdict(NOT_WITH_AUTHOR)


def may_enclose(user: User, submission: Submission, role: EnclosureRole) -> Verdict:
    """Add and take out files of a kind the subject asks for."""
    if role not in submission.kind.enclosures:
        return Verdict(NOT_ASKED_FOR)
    return may_write(user, submission)


def may_submit(user: User, submission: Submission) -> Verdict:
    speaks = submission.kind.may_submit(user, submission)
    if not speaks:
        return speaks
    return ALLOWED if submission.is_with_author else Verdict(NOT_WITH_AUTHOR)


def may_discard(user: User, submission: Submission) -> Verdict:
    """Throw away what was never submitted."""
    if submission.state not in NEVER_SUBMITTED:
        return Verdict(NOT_NOW)
    return submission.kind.may_submit(user, submission)


def may_endorse(user: User, submission: Submission) -> Verdict:
    if submission.state != State.FOR_ENDORSEMENT:
        return Verdict(NOT_NOW)
    own = _not_own_work(user, submission)
    return submission.kind.may_endorse(user, submission) if own else own


def may_withdraw(user: User, submission: Submission) -> Verdict:
    """The author's side until it is accepted, the secretariat at any time after submitting."""
    if not leads_to(submission.state, State.WITHDRAWN):
        return Verdict(NOT_NOW)
    if user.has_role(*DESK) and submission.submitted_at:
        return ALLOWED
    if submission.accepted_at:
        return Verdict(_("It is accepted. Ask the secretariat to withdraw it."))
    return submission.kind.may_submit(user, submission)


def may_take(user: User, submission: Submission) -> Verdict:
    """Begin the review of a submission, or take it over from a colleague."""
    judges = may_judge(user, submission)
    if not judges:
        return judges
    is_there = submission.state == State.SUBMITTED or submission.is_with_desk
    return ALLOWED if is_there else Verdict(NOT_NOW)


def may_judge(user: User, submission: Submission) -> Verdict:
    """Work on a submission for the secretariat, in whatever state it is."""
    if not user.has_role(*DESK):
        return Verdict(DESK_ONLY)
    return _free_of_conflict(user, submission)


def may_decide(user: User, submission: Submission, target: State) -> Verdict:
    """Lead a submission to `target` for the secretariat."""
    judges = may_judge(user, submission)
    if not judges:
        return judges
    return ALLOWED if leads_to(submission.state, target) else Verdict(NOT_NOW)


def may_assign(user: User, submission: Submission, reviewer: User) -> Verdict:
    """Ask `reviewer`; refused with the reason that concerns them."""
    judges = may_judge(user, submission)
    if not judges:
        return judges
    if submission.state != State.IN_REVIEW:
        return Verdict(NOT_NOW)
    if not (reviewer.is_active and reviewer.has_role(Role.REVIEWER)):
        return Verdict(NO_REVIEWER)
    return _free_of_conflict(reviewer, submission)


def may_review(user: User, assignment: ReviewAssignment) -> Verdict:
    """Comment and recommend; a conflict that came up since is asked about again."""
    is_theirs = assignment.reviewer_id == user.pk and user.has_role(Role.REVIEWER)
    if not (is_theirs and assignment.is_open):
        return Verdict(NOT_REVIEWING)
    if assignment.submission.state != State.IN_REVIEW:
        return Verdict(NOT_REVIEWING)
    return _free_of_conflict(user, assignment.submission)


def may_step_back(user: User, assignment: ReviewAssignment) -> Verdict:
    """A reviewer may always step back from a review that is still open."""
    is_theirs = assignment.reviewer_id == user.pk and assignment.is_open
    return ALLOWED if is_theirs else Verdict(NOT_REVIEWING)


def may_comment(user: User, submission: Submission) -> Verdict:
    if user.has_role(*DESK):
        judges = may_judge(user, submission)
        is_now = submission.state in (State.SUBMITTED, State.IN_REVIEW)
        return judges if is_now or not judges else Verdict(NOT_NOW)
    assignment = submission.assignments.open().of(user).first()
    return may_review(user, assignment) if assignment else Verdict(NOT_REVIEWING)


def may_answer(user: User, comment: FieldComment) -> Verdict:
    if comment.shared_at is None:
        return Verdict(NOT_NOW)
    return may_write(user, comment.submission)


def may_publish(user: User, submission: Submission) -> Verdict:
    """Two people, where the setting asks for them: whoever accepted does not publish."""
    if not user.has_role(*PUBLISHERS):
        return Verdict(PUBLISHERS_ONLY)
    if settings.TWO_PERSON_PUBLICATION and submission.accepted_by_id == user.pk:
        return Verdict(FOUR_EYES)
    return _free_of_conflict(user, submission)


def _free_of_conflict(user: User, submission: Submission) -> Verdict:
    own = _not_own_work(user, submission)
    return submission.kind.conflict_of_interest(user, submission) if own else own


def _not_own_work(user: User, submission: Submission) -> Verdict:
    wrote = user.pk in (submission.author_id, submission.saved_by_id)
    if wrote or submission.versions.filter(submitted_by=user).exists():
        return Verdict(OWN_WORK)
    return ALLOWED
