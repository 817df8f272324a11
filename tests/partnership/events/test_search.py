"""Events are found by the portal's search as far as they are public."""

import pytest

from partnership.events import actions
from partnership.events.search_entries import EventSource
from tests.factories.events import EventFactory, SessionFactory, clerk
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_what_is_announced_is_found_in_both_languages() -> None:
    theme = ThemeFactory()
    event = EventFactory(published=True, place=CityFactory(), is_demo=True)
    event.themes.add(theme)
    EventFactory()

    assert list(EventSource().public_keys()) == [event.pk]
    (found,) = EventSource().found([event.pk])
    assert found.text("en").title == event.title_en
    assert found.text("zh-hans").body == "介绍。"
    assert (found.year, found.is_demo, found.themes) == (event.starts_at.year, True, (theme.code,))
    assert event.place.name_en in found.labels
    assert found.addresses["en"] == f"/en/events/{event.slug}/"


def test_a_text_that_is_not_public_is_not_searched() -> None:
    event = actions.publish_event(EventFactory(place=None, format="online"), "en", by=clerk())

    (found,) = EventSource().found([event.pk])

    assert (found.languages, found.countries) == (("en",), ())
    assert found.text("zh-hans").title == event.title_zh_hans
    assert found.text("zh-hans").body == ""


def test_an_event_is_found_by_its_agenda_where_it_is_announced() -> None:
    event = actions.publish_event(EventFactory(), "en", by=clerk())
    SessionFactory(event=event, title_en="Ghost nets", title_zh_hans="幽灵渔网")

    (found,) = EventSource().found([event.pk])

    assert found.text("en").body.endswith("Ghost nets")
    assert found.text("zh-hans").body == ""
