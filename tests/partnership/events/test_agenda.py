"""The programme of an event: before it, while it goes on, and after."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import languages
from partnership.events import actions, announcements, pieces, readiness, translated
from partnership.events.choices import MaterialKind
from partnership.events.models import Event, Material, Registration, Session
from partnership.events.pieces import Piece, pieces_of
from partnership.translations.models import TranslationUnit
from tests.factories.events import (
    EventFactory,
    MaterialFactory,
    RegistrationFactory,
    SessionFactory,
    SpeakerFactory,
    clerk,
    held,
)
from tests.factories.files import pdf, stored
from tests.factories.reference import CityFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def page(client: Client, event: Event, language: str = "en") -> str:
    return text(client, f"/{language}/events/{event.slug}/")


def going_on(event: Event) -> Event:
    """Move the event so that it began an hour ago."""
    starts = timezone.now() - timedelta(hours=1)
    Event.objects.filter(pk=event.pk).update(starts_at=starts, ends_at=starts + timedelta(hours=8))
    event.refresh_from_db()
    return event


def test_before_the_event_everybody_reads_the_programme(client: Client, event: Event) -> None:
    session = SessionFactory(event=event, title_en="Opening", room_en="Hall 1", room_zh_hans="一厅")
    SpeakerFactory(event=event, session=session, name_en="Lin Hai", role_en="chair")
    SpeakerFactory(event=event, name_en="A host", organisation_en="The city")
    SessionFactory(
        event=event,
        title_en="Site visit",
        description_en="By *bus*.",
        starts_at=session.starts_at + timedelta(days=1),
    )

    seen, chinese = page(client, event), page(client, event, "zh-hans")

    assert seen.index("Opening") < seen.index("Site visit")
    for words in ("Hall 1", "Lin Hai", "chair", "A host", "The city", "<em>bus</em>"):
        assert words in seen, words
    assert "On now" not in seen
    assert "一厅" in chinese
    assert "Opening" not in chinese


def test_while_it_goes_on_the_page_says_what_is_on(client: Client, event: Event) -> None:
    going_on(event)
    now = timezone.now()
    half = timedelta(minutes=30)
    SessionFactory(event=event, title_en="Over", starts_at=now - 2 * half, ends_at=now - half)
    SessionFactory(event=event, title_en="Present", starts_at=now - half, ends_at=now + half)

    panel = page(client, event).partition("On now")[2].partition("</section>")[0]

    assert "Present" in panel
    assert "Over" not in panel


def test_an_open_page_asks_every_minute_what_is_on_until_the_event_is_over(
    client: Client, event: Event
) -> None:
    SessionFactory(event=event, starts_at=event.starts_at)
    assert "hx-get" not in page(client, event)

    going_on(event)
    seen = page(client, event)  # between two sessions, so that the next one appears

    assert "On now" not in seen
    assert f'<div id="on-now" hx-get="/en/events/{event.slug}/" hx-trigger="every 60s"' in seen
    assert "htmx-2.min.js" in seen
    assert "hx-get" not in page(client, held(event))


def test_afterwards_materials_come_first_and_minutes_are_there(
    client: Client, event: Event
) -> None:
    session = SessionFactory(event=event)
    MaterialFactory(event=event, session=session, title_en="Slides of a talk")
    MaterialFactory(event=event, title_en="Reader")
    MaterialFactory(event=event, title_en="Minutes", kind=MaterialKind.MINUTES, order=9)
    assert "Minutes" not in page(client, event)

    seen = page(client, held(event))

    places = [seen.index(words) for words in (">Minutes<", ">Reader<", "Slides of a talk")]
    assert places == sorted(places)


def test_a_file_is_handed_out_with_its_public_event_alone(client: Client, event: Event) -> None:
    file = stored(pdf(), "slides.pdf")
    row = MaterialFactory(event=event, file=file)
    minutes = MaterialFactory(event=event, file=file, kind=MaterialKind.MINUTES)
    link = MaterialFactory(event=event)
    hidden = MaterialFactory(event=EventFactory(), file=file)

    def status(material: Material) -> int:
        args = [material.event.slug, material.pk]
        response = client.get(reverse("events:material", args=args))
        assert response.status_code != 200 or b"".join(response.streaming_content)
        return response.status_code

    assert status(row) == 200
    assert [status(minutes), status(link), status(hidden)] == [404] * 3
    type(file).objects.update(state="refused", reason="virus")
    assert status(row) == 404


def test_a_material_is_a_file_or_a_link(event: Event) -> None:
    file = stored(pdf(), "slides.pdf")
    for values in ({"file": None, "url": ""}, {"file": file, "url": "https://example.org/"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            MaterialFactory(event=event, **values)


def test_a_programme_is_whole_in_a_language_before_the_event_is_announced_in_it() -> None:
    event = EventFactory()
    SessionFactory(event=event, title_zh_hans="开幕", title_en="")
    SpeakerFactory(event=event, name_zh_hans="", name_en="Lin Hai")

    assert "开幕" in str(readiness.missing(event, languages.ENGLISH))
    assert "Lin Hai" in str(readiness.missing(event, languages.CHINESE))
    assert "Lin Hai" not in str(readiness.missing(event, languages.ENGLISH))


def test_the_programme_moves_with_a_new_date(event: Event) -> None:
    session = SessionFactory(event=event)
    later = timedelta(days=30)
    by = clerk()
    put_off = actions.postpone(event, by=by, reason_zh="台风。", reason_en="A typhoon.")

    actions.announce_again(
        put_off, by=by, starts_at=event.starts_at + later, ends_at=event.ends_at + later
    )

    assert Session.objects.get().starts_at == session.starts_at + later


def test_the_translation_of_a_venue_is_no_move(event: Event) -> None:
    event.announced["venue_en"] = ""
    assert not announcements.has_moved(event), "the Chinese one was told"
    event.announced["venue_zh_hans"] = ""
    assert announcements.has_moved(event), "there was none"


def test_the_page_asks_the_same_for_one_and_for_fifty_sessions(
    client: Client, event: Event, django_assert_max_num_queries: Any
) -> None:
    def more(count: int) -> None:
        for session in SessionFactory.create_batch(count, event=event):
            SpeakerFactory(event=event, session=session)
            MaterialFactory(event=event, session=session)

    def queries() -> int:
        with django_assert_max_num_queries(20) as found:
            page(client, event)
        return len(found)

    more(1)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


def test_texts_of_the_programme_have_translation_states(event: Event) -> None:
    session = SessionFactory(event=event)

    fields = set(
        TranslationUnit.objects.filter(object_id=session.pk).values_list("field", flat=True)
    )

    assert "title" in fields


def test_an_event_is_written_in_the_language_of_its_country(event: Event, zhao: User) -> None:
    assert translated.source_language(Event(place=None)) == languages.CHINESE
    assert translated.source_language(Event(place=CityFactory())) == languages.ENGLISH
    with transaction.atomic():
        assert translated.lock(event, by=zhao, version=event.version) == event


@pytest.fixture
def _at_work(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)


@pytest.mark.usefixtures("_at_work")
def test_the_secretariat_writes_the_programme_with_the_event(client: Client, event: Event) -> None:
    address = reverse("admin:events_event_change", args=[event.pk])
    typed = fields_of(client.get(address), "event_form")
    typed |= {
        "sessions-TOTAL_FORMS": "1",
        "sessions-0-title_zh_hans": "开幕",
        "sessions-0-title_en": "Opening",
        "sessions-0-starts_at_0": "2026-01-01",
        "sessions-0-starts_at_1": "09:00",
        "sessions-0-ends_at_0": "2026-01-01",
        "sessions-0-ends_at_1": "10:00",
        "materials-TOTAL_FORMS": "1",
        "materials-0-title_zh_hans": "读本",
        "materials-0-title_en": "Reader",
        "materials-0-kind": "document",
    }

    without = client.post(address, typed)
    assert without.status_code == 200
    assert "二者选一" in without.content.decode()
    with_file = {**typed, "materials-0-upload": _upload()}
    answer = client.post(address, with_file)

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    material = event.materials.get()
    assert material.file.label == "reader.pdf"
    shown = client.get(address)
    assert "reader.pdf" in shown.content.decode()
    assert "超出活动时间" in shown.content.decode()

    typed = fields_of(shown, "event_form")
    kept = client.post(address, {**typed, "venue_en": "Hall"})
    assert kept.status_code == 302
    assert event.materials.get().file == material.file
    linked = client.post(address, {**typed, "materials-0-url": "https://example.org/reader"})
    assert linked.status_code in (200, 302)
    if linked.status_code == 200:  # the version went up with the save before
        typed = fields_of(client.get(address), "event_form")
        client.post(address, {**typed, "materials-0-url": "https://example.org/reader"})
    material.refresh_from_db()
    assert (material.file, material.url) == (None, "https://example.org/reader")


def _upload() -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("reader.pdf", pdf())


def test_apps_above_show_pieces_with_a_registration(
    client: Client, mei: User, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_pieces", [])
    row = RegistrationFactory(event=event, person=mei)
    kept = Piece("partials/notice.html", lambda shown: {"text": f"code of {shown.address}"})
    hidden = Piece("partials/notice.html", lambda _shown: None)
    pieces.register(kept, hidden)
    pieces.register(kept)

    assert len(pieces_of(row, "/here/")) == 1
    client.force_login(mei)
    address = reverse("events:own", args=[row.uid])
    assert f"code of {address}" in text(client, address)
    assert Registration.objects.count() == 1
