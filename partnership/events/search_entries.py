"""How events are found by the portal's search, their agenda and what programmes add included."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, cast

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core.languages import LANGUAGES, column
from partnership.events import programmes
from partnership.events.addresses import event_url
from partnership.events.models import Event, Session
from partnership.search.sources import Found, Source, Texts, register

BODY: Final = ("description", "practical_notes")
AGENDA: Final = programmes.texts_of(Session, "title", "description")


class EventSource(Source):
    """Announced events; title and summary are public in both languages, the rest where it is."""

    kind = "event"
    label = _("Event")
    plural = _("Events")
    model = Event

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Event.objects.published().filter(pk__in=keys)
        placed = rows.select_related("place__province", "place__country")
        events = list(placed.prefetch_related("themes"))
        questions = [AGENDA, *programmes.questions_for_texts()]
        answers = [texts([event.pk for event in events]) for texts in questions]
        for event in events:
            yield _found(event, [answer[event.pk] for answer in answers if event.pk in answer])

    def public_keys(self) -> Iterable[int]:
        return Event.objects.published().values_list("pk", flat=True)


def _found(event: Event, more: list[Mapping[str, list[str]]]) -> Found:
    country = event.place.country if event.place else None
    return Found(
        object_id=event.pk,
        texts={language: _texts(event, language, more) for language in LANGUAGES},
        addresses={language: event_url(event.slug, language) for language in LANGUAGES},
        languages=tuple(event.published_languages),
        public_since=cast("datetime", event.public_since),
        themes=tuple(sorted(theme.code for theme in event.themes.all())),
        countries=(country.code,) if country else (),
        year=event.starts_at.year,
        labels=tuple(dict.fromkeys(filter(None, _labels(event)))),
        is_demo=event.is_demo,
    )


def _texts(event: Event, language: str, more: list[Mapping[str, list[str]]]) -> Texts:
    long_texts: list[str] = []
    if event.published_at(language):
        long_texts = [getattr(event, column(name, language)) for name in BODY]
        long_texts += [text for texts in more for text in texts.get(language, ())]
    return Texts(
        getattr(event, column("title", language)),
        getattr(event, column("summary", language)),
        "\n\n".join(filter(None, long_texts)),
    )


def _labels(event: Event) -> Iterator[str]:
    place = event.place
    places = [place, place.province, place.country] if place else []
    for language in LANGUAGES:
        yield getattr(event, column("venue", language))
        with override(language):
            yield str(event.get_kind_display())
        for named in (*filter(None, places), *event.themes.all()):
            yield getattr(named, column("name", language))


register(EventSource())
