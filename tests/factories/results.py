"""Many facts at once, for the numbers of the programme: rows as the deeds would leave them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from partnership.core import languages
from partnership.events.choices import Attendance, Kind, RegistrationStatus, Status
from partnership.events.models import Event, Registration

NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)


def held_events(number: int, **values: Any) -> list[Event]:
    """Public events that took place on a day of June 2026, unless `values` say otherwise."""
    first = Event.objects.count()
    starts = values.pop("starts_at", NOON)
    facts = {
        "kind": Kind.DIALOGUE,
        "status": Status.HELD,
        "public_since": starts,
        "published_zh_hans_at": starts,
        "published_en_at": starts,
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "summary_zh_hans": "摘要。",
        "summary_en": "Summary.",
    } | values
    return Event.objects.bulk_create(
        Event(
            slug=f"held-{count}",
            title_zh_hans=f"已举办活动{count}",
            title_en=f"Held event {count}",
            **facts,
        )
        for count in range(first, first + number)
    )


def came_to(
    events: Iterable[Event], number: int = 1, who: str = "came", **values: Any
) -> list[Registration]:
    """`number` registrations of each event whose people attended; `values` may make groups."""
    groups = ("other_adults", "young_people", "children")
    facts = {
        "status": RegistrationStatus.CONFIRMED,
        "attendance": Attendance.ATTENDED,
        "language": languages.ENGLISH,
        "seats": 1 + sum(values.get(name, 0) for name in groups),
        "guardians_agreed_at": NOON,
    } | values
    return Registration.objects.bulk_create(
        Registration(event=event, email=f"{who}{count}-{event.pk}@example.org", **facts)
        for event in events
        for count in range(number)
    )
