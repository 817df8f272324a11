"""Writing the demo events of a programme, all of them or none."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.events import actions
from partnership.events.demo import agenda
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event
from partnership.events.zones import BEIJING, zone
from partnership.reference.models import Place, Theme

TEXTS: Final = ("title", "summary", "description", "practical_notes", "venue")
PLAIN: Final = (
    *("format", "mode", "capacity", "waitlist_capacity", "offer_hours"),
    *("max_group_size", "minors_per_adult"),
)
KEYS: Final = frozenset({"place", "themes", "days", "at", "hours", "opens", "closes", "programme"})

Describe = Callable[[Event, dict[str, Any]], None]


def load(folder: Path, kind: str, describe: Describe, *, check_only: bool = False) -> Report:
    """Create the events of `folder` that are not there yet, named as their files are; `describe`
    adds what the programme knows of them, from the file's part `programme`.

    An event that is there is left alone: its days were counted when it was loaded. With a fault
    or with `check_only`, nothing is written.
    """
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for item in read(folder):
            report.faults += _take(item, kind, describe, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def moment_of(data: dict[str, Any], today: datetime, days: str = "days") -> datetime:
    """Return the time `at` on the day that is so many days from today, in Beijing."""
    hour, minute = map(int, data["at"].split(":"))
    day = today.date() + timedelta(days=data[days])
    return datetime.combine(day, time(hour, minute), tzinfo=zone(BEIJING))


def today_in_beijing() -> datetime:
    return timezone.now().astimezone(zone(BEIJING))


def _take(item: ContentFile | Fault, kind: str, describe: Describe, report: Report) -> list[Fault]:
    if isinstance(item, Fault):
        return [item]
    problems = list(_problems(item.data))
    if not problems:
        try:
            with transaction.atomic():
                _write(item, kind, describe, report)
        except ValidationError as refused:
            problems = [(key, " ".join(texts)) for key, texts in refused.message_dict.items()]
    return [Fault(f"{item.name}.yaml", key, cure) for key, cure in problems]


def _problems(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    missing = sorted(KEYS - data.keys())
    yield from ((key, "is missing; add it") for key in missing)
    if missing:
        return
    known = set(Theme.objects.values_list("code", flat=True))
    for code in sorted(set(data["themes"]) - known):
        yield "themes", f"{code} is no theme; see the reference data"
    if not Place.objects.filter(code=data["place"]).exists():
        yield "place", f"{data['place']} is no place; see the reference data"


def _write(item: ContentFile, kind: str, describe: Describe, report: Report) -> None:
    if Event.objects.filter(slug=item.name).exists():
        report.unchanged.append(item.name)
        return
    event = Event(slug=item.name, kind=kind, is_demo=True, **_values(item.data))
    event.full_clean()
    event.save()
    event.themes.set(Theme.objects.filter(code__in=item.data["themes"]))
    audit.record(Verb.IMPORTED, event, by=LOADER, note=f"{item.name}.yaml")
    agenda.write(event, item.data)
    describe(event, item.data["programme"])
    for language in languages.LANGUAGES:
        event = actions.publish_event(event, language, by=LOADER)
    if event.ends_at <= timezone.now():
        actions.mark_as_held(event, by=LOADER)
    report.created.append(item.name)


def _values(data: dict[str, Any]) -> dict[str, Any]:
    today = today_in_beijing()
    starts = moment_of(data, today)
    return {
        **texts_of(data, *TEXTS),
        **{name: data[name] for name in PLAIN if name in data},
        "place": Place.objects.get(code=data["place"]),
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=data["hours"]),
        "registration_opens_at": moment_of(data, today, "opens"),
        "registration_closes_at": moment_of(data, today, "closes"),
    }
