"""Submissions of the demo people, in every state before publication: what review is.

One YAML file each in `cases/data/submissions/`. They go through the portal's own deeds, so that
history, notifications and mails are there as in real work.
"""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from django.core.files.base import ContentFile as Content
from django.db import transaction
from django.utils.translation import override

from cases.demo.drawings import drawn
from cases.models import Case
from partnership.accounts import demo as people
from partnership.accounts.models import User
from partnership.core.content_files import ContentFile, Fault, read
from partnership.documents import actions as documents
from partnership.documents.choices import Licence, People
from partnership.network.models import Membership
from partnership.review import actions, subjects
from partnership.review.choices import KINDS_OF_FILE, EnclosureRole, Recommendation
from partnership.review.models import Submission

FOLDER: Final = Path(__file__).parents[1] / "data" / "submissions"
NAMESPACE: Final = uuid.UUID("5b0c3f7e-6c8f-4d7a-9a63-2f6d3c1b7a10")
DESK: Final = "secretariat"
REVIEWERS: Final = ("reviewer", "reviewer.en")
# What is done to a submission until it has reached its stage.
STAGES: Final = {
    "draft": (),
    "for-endorsement": ("submit",),  # of an author with a province above
    "submitted": ("submit",),
    "desk-check": ("submit", "take"),
    "returned": ("submit", "take", "give_back"),
    "declined": ("submit", "take", "decline"),
    "withdrawn": ("submit", "withdraw"),
    "expert-review": ("submit", "take", "assign"),
    "reviewed": ("submit", "take", "assign", "recommend"),
    "accepted": ("submit", "take", "assign", "recommend", "accept"),
    "on-notice": ("submit", "take", "assign", "recommend", "accept", "put_on_notice"),
}


def load(folder: Path = FOLDER) -> int:
    """Write what is not there yet and return how many that were; leave the others alone."""
    return sum(_write(item) for item in read(folder) if isinstance(item, ContentFile))


def faults(folder: Path = FOLDER) -> Iterator[Fault]:
    """Yield what has to be mended in the files; asks the places and themes of the database."""
    for item in read(folder):
        if isinstance(item, Fault):
            yield item
        elif item.data["stage"] not in STAGES:
            yield Fault(f"{item.name}.yaml", "stage", f"write one of {', '.join(STAGES)}")
        elif STAGES[item.data["stage"]]:
            sheet = subjects.get("case").sheet(item.data["language"])
            for problem in sheet.problems(item.data["answers"]):
                yield Fault(f"{item.name}.yaml", problem.path, str(problem.message))


@transaction.atomic
def _write(item: ContentFile) -> bool:
    key = uuid.uuid5(NAMESPACE, item.name)
    if Submission.objects.filter(key=key).exists():
        return False
    author = _person(item.data["author"])
    with override(item.data["language"]):
        submission = _begun(item.data, author)
        Submission.objects.filter(pk=submission.pk).update(key=key)
        for step in STAGES[item.data["stage"]]:
            fresh = Submission.objects.get(pk=submission.pk)
            STEPS[step](fresh, item.data, author)
    return True


def _person(key: str) -> User:
    [person] = [person for person in people.PEOPLE if person.key == key]
    return User.objects.get(email=person.email)


def _begun(data: dict[str, Any], author: User) -> Submission:
    membership = Membership.objects.live().of(author).select_related("organisation").get()
    begun = actions.begin(
        subjects.get("case"), data["language"], by=author, organisation=membership.organisation
    )
    saved = actions.save_answers(begun, data["answers"], by=author, revision=begun.revision)
    if "picture" in data:
        _enclose(saved, data["picture"], author)
    return saved


def _enclose(submission: Submission, picture: dict[str, str], author: User) -> None:
    name = f"demo-{picture['theme']}.jpg"
    content = Content(drawn(picture["theme"], name), name)
    file = documents.upload(content, by=author, kinds=KINDS_OF_FILE[EnclosureRole.PICTURE])
    actions.enclose(
        submission,
        file,
        EnclosureRole.PICTURE,
        by=author,
        caption=picture["caption"],
        alt_text=picture["alt_text"],
        photographer=author.name,
        licence=Licence.CC0,
        people=People.NOBODY,
    )


def _submit(submission: Submission, _data: dict[str, Any], author: User) -> None:
    actions.submit(submission, by=author, revision=submission.revision)


def _take(submission: Submission, _data: dict[str, Any], _author: User) -> None:
    actions.take(submission, by=_person(DESK))


def _give_back(submission: Submission, data: dict[str, Any], _author: User) -> None:
    for remark in data["comments"]:
        actions.comment(submission, remark["path"], remark["text"], by=_person(remark["by"]))
    actions.return_for_changes(submission, by=_person(DESK), message=data["message"])


def _assign(submission: Submission, _data: dict[str, Any], _author: User) -> None:
    for reviewer in REVIEWERS:
        actions.assign(submission, _person(reviewer), by=_person(DESK))


def _recommend(submission: Submission, data: dict[str, Any], _author: User) -> None:
    for given in data["recommendations"]:
        reviewer = _person(given["by"])
        assignment = submission.assignments.open().of(reviewer).get()
        recommendation = Recommendation(given["recommendation"])
        actions.recommend(assignment, recommendation, by=reviewer, remark=given["remark"])


def _decline(submission: Submission, data: dict[str, Any], _author: User) -> None:
    actions.decline(submission, by=_person(DESK), reason=data["reason"])


def _withdraw(submission: Submission, data: dict[str, Any], author: User) -> None:
    actions.withdraw(submission, by=author, reason=data["reason"])


def _accept(submission: Submission, _data: dict[str, Any], _author: User) -> None:
    accepted = actions.accept(submission, by=_person(DESK))
    Case.objects.filter(handed_in__submission=accepted).update(is_demo=True)


def _put_on_notice(submission: Submission, _data: dict[str, Any], _author: User) -> None:
    actions.put_on_notice(submission, by=_person(DESK))


STEPS: Final[dict[str, Callable[[Submission, dict[str, Any], User], None]]] = {
    "submit": _submit,
    "take": _take,
    "give_back": _give_back,
    "assign": _assign,
    "recommend": _recommend,
    "decline": _decline,
    "withdraw": _withdraw,
    "accept": _accept,
    "put_on_notice": _put_on_notice,
}
