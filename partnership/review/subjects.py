"""What can be submitted. Review knows no subject: it asks.

An app declares its subjects in its `subjects.py` and registers one object for each; it is found
as Django's admin finds `admin.py`. What a subject keeps of a submission stands in a model of its
own with a one-to-one key to it.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import Q
from django.forms import Field
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.review.choices import EnclosureRole
from partnership.review.sheets import Answers, Line, Problem, Sheet

Submission = Any  # review.models.Submission, which stands above this file

AUTHOR_ONLY = _("Only its author works on this submission.")


class Subject:
    """One kind of submission. Subclasses say what the defaults leave open.

    `expert_reviews` is how many recommendations acceptance needs, `notice_days` how long the
    public notice after acceptance lasts; 0 means none. `enclosures` are the kinds of file that
    belong to it.
    """

    key: ClassVar[str]
    name: ClassVar[str | Promise]
    expert_reviews: int = 0
    notice_days: int = 0
    enclosures: tuple[EnclosureRole, ...] = ()

    def sheet(self, language: str) -> Sheet:
        """Return the fields, for answers written in `language`."""
        raise NotImplementedError

    def problems(self, submission: Submission, answers: Answers) -> list[Problem]:
        """Return what keeps `answers` from being handed in."""
        return self.sheet(submission.language).problems(answers)

    def title(self, answers: Answers) -> str:
        """Return what lists call the submission."""
        raise NotImplementedError

    def may_begin(self, user: User) -> Verdict:
        raise NotImplementedError

    def is_offered(self, user: User) -> bool:
        """Tell whether it stands among what `user` can begin now; a page of its own may lead there
        at other times."""
        return True

    def questions(self, user: User) -> dict[str, Field]:
        """Return what is asked beside the language before a submission begins; the answers reach
        `begin` under these names."""
        return {}

    def many_url(self) -> str:
        """Return where many submissions are begun at once by a file; empty when nowhere."""
        return ""

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        """Note what the subject keeps of a submission that has just begun."""

    def attach(
        self, submissions: Sequence[Submission], details: Sequence[dict[str, Any]], *, by: User
    ) -> None:
        """Note what each of many drafts, filled in already, is about."""

    def acted_for_by(self, user: User) -> Q:
        """Return the condition on submissions of this kind that `user` acts for."""
        return Q(author=user)

    def may_write(self, user: User, submission: Submission) -> Verdict:
        """Say whether `user` may work on the text; whose turn it is review itself judges."""
        return ALLOWED if submission.author_id == user.pk else Verdict(AUTHOR_ONLY)

    def may_submit(self, user: User, submission: Submission) -> Verdict:
        return self.may_write(user, submission)

    def needs_endorsement(self, submission: Submission) -> bool:
        """Tell whether a body above the author's has to agree before the secretariat sees it."""
        return False

    def may_endorse(self, user: User, submission: Submission) -> Verdict:
        return Verdict(_("This submission needs no endorsement."))

    def endorsed_by(self, user: User) -> Q:
        """Return the condition on submissions whose endorsement `user` may decide on."""
        return Q(pk__in=[])

    def endorsers(self, submission: Submission) -> Iterable[User]:
        """Return who is told that a submission waits for endorsement."""
        return ()

    def people_to_tell(self, submission: Submission) -> Iterable[User]:
        """Return who of the author's side is told what was decided."""
        return (submission.author,)

    def conflict_of_interest(self, user: User, submission: Submission) -> Verdict:
        """Say why `user` must not judge the submission, if so."""
        return ALLOWED

    def accept(self, submission: Submission, *, by: User) -> None:
        """Carry out what acceptance means, inside its transaction."""

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        """Return label and value of what the secretariat sees above a submission."""
        return []

    def notice_facts(self, submission: Submission) -> list[Line]:
        """Return what a public notice tells of the submission."""
        return []

    def take_off(self, submission: Submission, *, by: User) -> None:
        """Take what was published off the public pages, inside the transaction of the withdrawal."""

    def ways_to_publish(self, submission: Submission) -> list[tuple[str | Promise, str]]:
        """Return label and address of the admin's pages on which the result is published."""
        return []

    def public_url(self, submission: Submission) -> str:
        """Return where the published result stands; empty when there is none."""
        return ""


_subjects: dict[str, Subject] = {}


def register(*subjects: Subject) -> None:
    """Enter subjects; entering the same key twice replaces the entry."""
    for subject in subjects:
        _subjects[subject.key] = subject


def unregister(key: str) -> None:
    _subjects.pop(key, None)


def registered() -> tuple[Subject, ...]:
    return tuple(_subjects.values())


def get(key: str) -> Subject:
    """Return the subject of this key; a KeyError is a fault of ours."""
    return _subjects[key]


def find(key: str) -> Subject | None:
    return _subjects.get(key)
