"""Making drafts of the surveys in a file: all of them or none, and each only once."""

from dataclasses import dataclass, field, replace
from typing import Any, Final, Self
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from monitoring.workbook.answers import is_same
from monitoring.workbook.checking import Checked, Told, nobody
from monitoring.workbook.known import Key, key_of, submissions_of
from monitoring.workbook.layouts import Layout
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.errors import DomainError
from partnership.review import actions
from partnership.review.clashes import Clash, clashes
from partnership.review.models import Submission
from partnership.review.sheets import Answers

AT_ONCE: Final = 500  # drafts that are begun before it is told how many there are
NEW: Final = "new"
CHANGED: Final = "changed"
SAME: Final = "same"
DIFFERS: Final = "differs"
SUBMITTED: Final = "submitted"
GONE: Final = "gone"  # the draft was thrown away since


class NothingInIt(DomainError):
    code = "workbook-empty"
    message = _("The file holds no survey. Fill in the sheet of surveys and upload it again.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one survey, and by language the fields in which a draft differs from it, or why
    it could not be submitted."""

    key: UUID
    title: str
    what: str
    changes_by_language: dict[str, list[Clash]] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> list[Clash]:
        return self.changes_by_language.get(languages.current(), [])

    @property
    def refusal(self) -> str:
        """Why it could not be submitted."""
        return self.refusals.get(languages.current(), "")

    def became(self, what: str) -> Self:
        return replace(self, what=what, refusals={})

    def saying(self, refusals: dict[str, str]) -> Self:
        return replace(self, refusals=refusals)


@transaction.atomic
def take(checked: Checked, *, by: User, replaces: bool = False, told: Told = nobody) -> list[Taken]:
    """Make a draft of every survey, as the form would; what is there already stays as it is.

    Where a draft differs nothing at all is written, unless it is to be replaced. `told` hears how many are
    stored.
    """
    if not checked.surveys or checked.known is None:
        raise NothingInIt
    layout = checked.known.layout
    places = {survey.place.pk: survey.place for survey, _answers in checked.surveys}
    layout.lock(places)
    earlier = submissions_of(layout, places.values(), checked.known.days)
    pairs = [
        (survey.place, answers, _first(earlier, key_of(survey.place.pk, answers)))
        for survey, answers in checked.surveys
    ]
    found = [_compared(answers, draft, layout) for _place, answers, draft in pairs]
    if any(each and each.what == DIFFERS for each in found) and not replaces:
        return [each for each in found if each and each.what == DIFFERS]
    new = _begun(layout, [pair[:2] for pair in pairs if pair[2] is None], by=by, told=told)
    begun, stored = iter(new), len(new)
    taken = []
    for each, (_place, answers, draft) in zip(found, pairs, strict=True):
        if draft is None:
            taken.append(next(begun))
            continue
        taken.append(_kept(each, answers, draft, layout, by=by))
        stored += 1
        told(stored)
    return taken


def _first(earlier: dict[Key, list[Submission]], key: Key) -> Submission | None:
    return next(iter(earlier.get(key, [])), None)


def _compared(answers: Answers, draft: Submission | None, layout: Layout) -> Taken | None:
    """Return how the draft there is compares; None where there is none."""
    if draft is None:
        return None
    if is_same(answers, draft.answers, layout):
        return Taken(draft.key, draft.title, SAME)
    return Taken(draft.key, draft.title, DIFFERS, _changes(answers, draft, layout))


def _changes(answers: Answers, draft: Submission, layout: Layout) -> dict[str, list[Clash]]:
    placed, found = _with_place(answers, draft, layout), {}
    for language in languages.LANGUAGES:
        with override(language):
            found[language] = clashes(draft.kind.sheet(language), draft.answers, placed)
    return found


def _begun(
    layout: Layout, pairs: list[tuple[Any, Answers]], *, by: User, told: Told
) -> list[Taken]:
    """Make the drafts that are not there yet, many at once."""
    language = languages.current()
    names = {place.pk: layout.named(place, language) for place, _answers in pairs}
    drafts = [
        (_called(answers, names[place.pk], layout), {layout.detail: place})
        for place, answers in pairs
    ]
    begun: list[Submission] = []
    for start in range(0, len(drafts), AT_ONCE):
        part = drafts[start : start + AT_ONCE]
        begun += actions.begin_many(layout.subject, language, part, by=by)
        told(len(begun))
    return [Taken(draft.key, draft.title, NEW) for draft in begun]


def _kept(
    found: Taken | None, answers: Answers, draft: Submission, layout: Layout, *, by: User
) -> Taken:
    """Leave a draft that says the same, replace one that differs."""
    if found is not None and found.what == SAME:
        return found
    given = _with_place(answers, draft, layout)
    saved = actions.save_answers(draft, given, by=by, revision=draft.revision)
    return Taken(saved.key, saved.title, CHANGED)


def _with_place(answers: Answers, submission: Submission, layout: Layout) -> Answers:
    """Return the answers with the name of the place as the submission has it."""
    effort = submission.answers.get("effort", {})
    return _called(answers, effort.get(layout.place, ""), layout)


def _called(answers: Answers, name: str, layout: Layout) -> Answers:
    return answers | {"effort": answers["effort"] | {layout.place: name}}
