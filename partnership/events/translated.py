"""The texts of an event and its programme whose translations are watched."""

from typing import Final

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.events import actions
from partnership.events.models import Event, Material, Session, Speaker
from partnership.reference.models import Place
from partnership.translations.declared import Part, Translated, register

HOME: Final = "CN"
TEXTS: Final = ("title", "summary", "description", "practical_notes", "venue")


def source_language(event: Event) -> str:
    """What takes place in China, or online, is written in Chinese first; all else in English."""
    places = Place.objects.filter(pk=event.place_id or 0)
    country = places.values_list("country__code", flat=True).first()
    return languages.CHINESE if country in (HOME, None) else languages.ENGLISH


def lock(event: Event, *, by: User, version: int | None = None) -> Event:
    return actions.lock_for_edit(event, by=by, version=version)


register(
    Translated(
        kind="event",
        plural=Event._meta.verbose_name_plural or "",
        parts=(
            Part(Event, TEXTS),
            Part(
                Session, ("title", "description", "room"), "event_id", ("event", "starts_at", "pk")
            ),
            Part(Speaker, ("name", "role", "organisation"), "event_id", ("event", "order", "pk")),
            Part(Material, ("title",), "event_id", ("event", "order", "pk")),
        ),
        title="title",
        source_language=source_language,
        is_public=lambda event, language: event.published_at(language) is not None,
        lock=lock,
        settle=actions.settle_edit,
        rank=30,
        described_by=(
            "place",
            "place_id",
            publication_field("zh-hans"),
            publication_field("en"),
        ),
    )
)
