"""Making drafts of the surveys in a file: all of them or none, and each only once."""

from dataclasses import dataclass, field, replace
from typing import Final, Self
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from monitoring.models import SamplingUnit
from monitoring.surveying.transects import named
from monitoring.workbook.answers import is_same
from monitoring.workbook.checking import Checked
from monitoring.workbook.columns import TRANSECT
from monitoring.workbook.known import Key, key_of, submissions_of
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.errors import DomainError
from partnership.review import actions, subjects
from partnership.review.clashes import Clash, clashes
from partnership.review.models import Submission
from partnership.review.sheets import Answers

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
def take(checked: Checked, *, by: User, replaces: bool = False) -> list[Taken]:
    """Make a draft of every survey, as the form would; what is there already stays as it is.

    Where a draft differs nothing at all is written, unless it is to be replaced.
    """
    if not checked.surveys or checked.known is None:
        raise NothingInIt
    units = {survey.unit.pk: survey.unit for survey, _answers in checked.surveys if survey.unit}
    list(SamplingUnit.objects.select_for_update().filter(pk__in=units).order_by("pk"))
    earlier = submissions_of(units.values(), checked.known.days)
    pairs = [
        (survey.unit, answers, _first(earlier, key_of(survey.unit.pk, answers)))
        for survey, answers in checked.surveys
        if survey.unit
    ]
    found = [_compared(answers, draft) for _unit, answers, draft in pairs]
    if any(each and each.what == DIFFERS for each in found) and not replaces:
        return [each for each in found if each and each.what == DIFFERS]
    new = iter(_begun([pair[:2] for pair in pairs if pair[2] is None], by=by))
    return [
        next(new) if draft is None else _kept(each, answers, draft, by=by)
        for each, (_unit, answers, draft) in zip(found, pairs, strict=True)
    ]


def _first(earlier: dict[Key, list[Submission]], key: Key) -> Submission | None:
    return next(iter(earlier.get(key, [])), None)


def _compared(answers: Answers, draft: Submission | None) -> Taken | None:
    """Return how the draft there is compares; None where there is none."""
    if draft is None:
        return None
    if is_same(answers, draft.answers):
        return Taken(draft.key, draft.title, SAME)
    return Taken(draft.key, draft.title, DIFFERS, _changes(answers, draft))


def _changes(answers: Answers, draft: Submission) -> dict[str, list[Clash]]:
    named, found = _with_transect(answers, draft), {}
    for language in languages.LANGUAGES:
        with override(language):
            found[language] = clashes(draft.kind.sheet(language), draft.answers, named)
    return found


def _begun(pairs: list[tuple[SamplingUnit, Answers]], *, by: User) -> list[Taken]:
    """Make the drafts that are not there yet, all at once."""
    if not pairs:
        return []
    language = languages.current()
    names = {unit.pk: named(unit, language) for unit, _answers in pairs}
    drafts = [(_called(answers, names[unit.pk]), {"unit": unit}) for unit, answers in pairs]
    begun = actions.begin_many(subjects.get("survey"), language, drafts, by=by)
    return [Taken(draft.key, draft.title, NEW) for draft in begun]


def _kept(found: Taken | None, answers: Answers, draft: Submission, *, by: User) -> Taken:
    """Leave a draft that says the same, replace one that differs."""
    if found is not None and found.what == SAME:
        return found
    given = _with_transect(answers, draft)
    saved = actions.save_answers(draft, given, by=by, revision=draft.revision)
    return Taken(saved.key, saved.title, CHANGED)


def _with_transect(answers: Answers, submission: Submission) -> Answers:
    """Return the answers with the name of the transect as the submission has it."""
    return _called(answers, submission.answers.get("effort", {}).get(TRANSECT, ""))


def _called(answers: Answers, name: str) -> Answers:
    return answers | {"effort": answers["effort"] | {TRANSECT: name}}
