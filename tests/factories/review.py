"""A subject made for tests, and submissions of it that went through the real actions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.review import actions, subjects
from partnership.review.models import Submission
from partnership.review.sheets import Part, Problem, Sheet, SheetForm

KEY = "test-report"


class Story(SheetForm):
    title = forms.CharField(label="Title", max_length=50)
    text = forms.CharField(label="Text", widget=forms.Textarea)
    kind = forms.ChoiceField(label="Kind", choices=[("", "–"), ("b", "Beach"), ("r", "River")])
    tags = forms.MultipleChoiceField(
        label="Tags", choices=[("x", "Ex"), ("y", "Why")], required=False
    )
    agreed = forms.BooleanField(label="Agreed", required=False)

    lengths = {"text": {"zh-hans": ("characters", 1, 9), "en": ("words", 1, 9)}}


class Figure(SheetForm):
    name = forms.CharField(label="Name")
    value = forms.DecimalField(label="Value")
    how = forms.CharField(label="How", required=False, initial="exact")


def distinct(cleaned: dict[str, Any]) -> Iterable[Problem]:
    names = [row["name"] for row in cleaned["figures"]]
    if len(names) > len(set(names)):
        yield Problem("figures.0.name", "Name", "Twice the same name.")


class Report(subjects.Subject):
    """A report that members write, with everything a subject can ask for."""

    key = KEY
    name = "Report"
    expert_reviews = 2
    notice_days = 7
    endorsing: tuple[int, ...] = ()

    def __init__(self) -> None:
        self.conflicts: dict[int, str] = {}
        self.accepted: list[int] = []

    def sheet(self, language: str) -> Sheet:
        parts = (
            Part("story", "Story", Story),
            Part("figures", "Figures", Figure, row_name="Figure", most=3),
        )
        return Sheet(language, parts, distinct)

    def title(self, answers: dict) -> str:
        return answers.get("story", {}).get("title", "")

    def may_begin(self, user: User) -> Verdict:
        return ALLOWED if user.has_role(Role.MEMBER) else Verdict("Members only.")

    def needs_endorsement(self, submission: Submission) -> bool:
        return bool(self.endorsing)

    def may_endorse(self, user: User, submission: Submission) -> Verdict:
        return ALLOWED if user.pk in self.endorsing else Verdict("Not yours to endorse.")

    def endorsed_by(self, user: User) -> Q:
        return ~Q(pk=None) if user.pk in self.endorsing else Q(pk__in=[])

    def endorsers(self, submission: Submission) -> Iterable[User]:
        return User.objects.filter(pk__in=self.endorsing)

    def conflict_of_interest(self, user: User, submission: Submission) -> Verdict:
        return Verdict(self.conflicts.get(user.pk))

    def accept(self, submission: Submission, *, by: User) -> None:
        self.accepted.append(submission.pk)


def answers(**story: Any) -> dict:
    """Return complete answers."""
    told = {"title": "Clean bay", "text": "We cleaned.", "kind": "b", "tags": ["x"], "agreed": True}
    figures = [{"name": "Litter", "value": "12.5", "how": "exact"}]
    return {"story": {**told, **story}, "figures": figures}


def draft(by: User, **story: Any) -> Submission:
    """Return a complete draft."""
    begun = actions.begin(subjects.get(KEY), "en", by=by)
    return actions.save_answers(begun, answers(**story), by=by, revision=0)


def submitted(by: User, **story: Any) -> Submission:
    saved = draft(by, **story)
    return actions.submit(saved, by=by, revision=saved.revision)


def in_review(by: User, desk: User) -> Submission:
    return actions.take(submitted(by), by=desk)
