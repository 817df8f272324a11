"""Making drafts of the surveys in a file: all of them or none, and each only once."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from monitoring.models import SamplingUnit
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


class NothingInIt(DomainError):
    code = "workbook-empty"
    message = _("The file holds no survey. Fill in the sheet of surveys and upload it again.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one survey, and by language the fields in which a draft differs from it."""

    key: UUID
    title: str
    what: str
    changes_by_language: dict[str, list[Clash]] = field(default_factory=dict)

    @property
    def changes(self) -> list[Clash]:
        return self.changes_by_language.get(languages.current(), [])


@transaction.atomic
def take(checked: Checked, *, by: User, replace: bool = False) -> list[Taken]:
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
    if any(each and each.what == DIFFERS for each in found) and not replace:
        return [each for each in found if each and each.what == DIFFERS]
    return [
        each if each and each.what == SAME else _write(unit, answers, draft, by=by)
        for each, (unit, answers, draft) in zip(found, pairs, strict=True)
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


def _write(unit: SamplingUnit, answers: Answers, draft: Submission | None, *, by: User) -> Taken:
    what = CHANGED if draft else NEW
    survey = subjects.get("survey")
    begun = draft or actions.begin(survey, languages.current(), by=by, unit=unit)
    named = _with_transect(answers, begun)
    saved = actions.save_answers(begun, named, by=by, revision=begun.revision)
    return Taken(saved.key, saved.title, what)


def _with_transect(answers: Answers, submission: Submission) -> Answers:
    """Return the answers with the name of the transect as the submission has it."""
    name = submission.answers.get("effort", {}).get(TRANSECT, "")
    return answers | {"effort": answers["effort"] | {TRANSECT: name}}
