"""City reports that come with the portal as demo data: published, returned, and one that is owed.

The people on the cities' seats are written as rows; the reports go through the portal's own deeds.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from partnership.accounts import demo as people
from partnership.accounts.models import User
from partnership.core.content_files import ContentFile, read
from partnership.events.demo.registrations import send_people
from partnership.events.models import Event
from partnership.network.models import Organisation
from partnership.reports import actions
from partnership.reports.models import EventReport
from partnership.review import actions as of_review
from partnership.review import subjects
from partnership.review.models import Submission

FOLDER: Final = Path(__file__).parent / "data" / "demo"
# What is done to a report until it has reached its stage.
STAGES: Final[dict[str, tuple[str, ...]]] = {
    "owed": (),
    "returned": ("begin", "submit", "take", "give_back"),
    "published": ("begin", "submit", "take", "accept", "publish"),
}


def load(folder: Path = FOLDER) -> int:
    """Write the reports that are not there yet; return how many that were."""
    return sum(_write(item.data) for item in read(folder) if isinstance(item, ContentFile))


@transaction.atomic
def _write(data: dict[str, Any]) -> bool:
    event = Event.objects.filter(slug=data["event"], is_demo=True).first()
    organisation = Organisation.objects.filter(slug=data["organisation"]).first()
    if event is None or organisation is None:
        return False
    report, is_new = EventReport.objects.get_or_create(
        event=event,
        organisation=organisation,
        defaults={"due_on": event.ends_at.date() + timedelta(days=settings.CITY_REPORT_DAYS)},
    )
    if is_new:
        send_people(event, organisation, data["people"], data["language"])
        with override(data["language"]):
            for step in STAGES[data["stage"]]:
                report.refresh_from_db()
                STEPS[step](report, data)
    return is_new


def _submission(report: EventReport) -> Submission:
    found: Submission = Submission.objects.get(city_report=report)
    return found


def _demo(key: str) -> User:
    [person] = [person for person in people.PEOPLE if person.key == key]
    return User.objects.get(email=person.email)


def _begin(report: EventReport, data: dict[str, Any]) -> None:
    author = User.objects.get(email=data["author"])
    actions.begin(report, subjects.get("city-report"), data["language"], by=author)
    begun = _submission(report)
    of_review.save_answers(begun, data["answers"], by=author, revision=begun.revision)


def _submit(report: EventReport, data: dict[str, Any]) -> None:
    draft = _submission(report)
    of_review.submit(draft, by=draft.author, revision=draft.revision)


def _take(report: EventReport, data: dict[str, Any]) -> None:
    of_review.take(_submission(report), by=_demo("secretariat"))


def _give_back(report: EventReport, data: dict[str, Any]) -> None:
    of_review.return_for_changes(
        _submission(report), by=_demo("secretariat"), message=data["message"]
    )


def _accept(report: EventReport, data: dict[str, Any]) -> None:
    of_review.accept(_submission(report), by=_demo("secretariat"))


def _publish(report: EventReport, data: dict[str, Any]) -> None:
    actions.publish(report, by=_demo("publisher"))


STEPS: Final[dict[str, Callable[[EventReport, dict[str, Any]], None]]] = {
    "begin": _begin,
    "submit": _submit,
    "take": _take,
    "give_back": _give_back,
    "accept": _accept,
    "publish": _publish,
}
