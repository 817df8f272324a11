"""City reports for tests: who took part, what is owed, and reports brought on by the real deeds."""

from datetime import date
from typing import Any

from django.utils import timezone

from partnership.accounts.models import User
from partnership.events.models import Event, SeatHold
from partnership.network.models import Organisation
from partnership.network.roles import MemberRole
from partnership.reports import actions
from partnership.reports.models import EventReport
from partnership.review import actions as of_review
from partnership.review import subjects
from partnership.review.models import Submission
from tests.factories.network import MembershipFactory
from tests.factories.results import came_to, held_events
from tests.factories.submissions import city_government

KEY = "city-report"


def had_seat(organisation: Organisation, event: Event | None = None, **attendance: Any) -> Event:
    """Let one person of the city have a seat at an event that was held."""
    found = event or held_events(1)[0]
    hold = SeatHold.objects.create(event=found, organisation=organisation, seats=2)
    came_to([found], 1, organisation.slug, hold=hold, **attendance)
    return found


def owed(organisation: Organisation | None = None, **values: Any) -> EventReport:
    """A report that is asked for and that nobody has begun, due today."""
    city = organisation or city_government()
    event = had_seat(city, values.pop("event", None))
    due: date = values.pop("due_on", timezone.localdate())
    return EventReport.objects.create(event=event, organisation=city, due_on=due, **values)


def writer_of(report: EventReport, user: User, role: MemberRole = MemberRole.SUBMITTER) -> User:
    MembershipFactory(user=user, organisation=report.organisation, role=role)
    return user


def answers(**about: Any) -> dict[str, Any]:
    """A form filled completely."""
    return {
        "about": {"title": "What we took home", "participants": "3", **about},
        "learned": {"learned": "Nets are sorted by material.", "use": "We try it in one port."},
        "actions": [
            {"text": "One collection point", "by_when": "2027-03"},
            {"text": "Weigh what arrives", "by_when": ""},
        ],
        "leads": [{"title": "Paid crews", "story": "Crews are paid by weight."}],
        "support": {"support": "Ask for A. Person."},
    }


def begun(report: EventReport, by: User, language: str = "en", **about: Any) -> Submission:
    draft = actions.begin(report, subjects.get(KEY), language, by=by)
    fresh = Submission.objects.get(pk=draft.pk)
    return of_review.save_answers(fresh, answers(**about), by=by, revision=fresh.revision)


def accepted(report: EventReport, by: User, desk: User, language: str = "en") -> EventReport:
    draft = begun(report, by, language)
    handed_in = of_review.submit(draft, by=by, revision=draft.revision)
    of_review.accept(of_review.take(handed_in, by=desk), by=desk)
    return EventReport.objects.get(pk=report.pk)


def published(report: EventReport, by: User, desk: User, language: str = "en") -> EventReport:
    """Published by `desk`, who is a publisher, too."""
    return actions.publish(accepted(report, by, desk, language), by=desk)


def published_rows(number: int, **values: Any) -> list[EventReport]:
    """Many published reports as rows, each of a city and an event of its own."""
    events = held_events(number)
    now = timezone.now()
    author = MembershipFactory().user
    made = []
    for event in events:
        submission = Submission.objects.create(
            subject=KEY,
            language="en",
            author=author,
            state="published",
            submitted_at=now,
            accepted_at=now,
            accepted_by=author,
            published_at=now,
        )
        made.append(
            EventReport.objects.create(
                event=event,
                organisation=city_government(),
                due_on=now.date(),
                submission=submission,
                language="en",
                title="Told",
                participants=2,
                **values,
            )
        )
    return made
