"""What programmes add to an event is found by the search, and its translations are watched."""

from typing import Any

import pytest

from partnership.core.languages import column, other
from partnership.events.models import Event
from partnership.events.search_entries import EventSource
from partnership.translations import auditing
from partnership.translations.choices import State
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.events import EventFactory
from tests.factories.programmes import (
    CleanupFactory,
    RoundtableFactory,
    TrainerFactory,
    TrainingFactory,
)
from tests.partnership.translations.conftest import unit_of

pytestmark = pytest.mark.django_db

DESCRIBED = [
    (RoundtableFactory, "questions", "Who pays?"),
    (RoundtableFactory, "zero_waste", "sorts its waste"),
    (TrainingFactory, "topics", "Beach litter"),
    (TrainingFactory, "prerequisites", "Bring a computer."),
    (TrainerFactory, "name", "Demo Trainer"),
    (CleanupFactory, "equipment", "Gloves"),
]


def entry(event: Event) -> Any:
    (found,) = EventSource().found([event.pk])
    return found


@pytest.mark.parametrize(("factory", "field", "words"), DESCRIBED)
def test_an_event_is_found_by_what_its_programme_says(factory: Any, field: str, words: str) -> None:
    described = factory(**{f"{field}_en": words})

    assert words in entry(described.event).text("en").body
    assert words not in entry(described.event).text("zh-hans").body


def test_an_outcome_is_no_word_of_the_search_before_the_dialogue() -> None:
    described = RoundtableFactory(outcome_en="A secret until then")

    assert "secret" not in entry(described.event).text("en").body


def test_many_events_cost_as_many_questions_as_one(django_assert_max_num_queries: Any) -> None:
    keys = [RoundtableFactory().event_id for _number in range(5)]

    with django_assert_max_num_queries(8):
        assert len(list(EventSource().found(keys))) == 5


@pytest.mark.parametrize(("factory", "field", "_words"), DESCRIBED)
def test_a_changed_source_makes_the_translation_stale(
    factory: Any, field: str, _words: str
) -> None:
    described = factory(event=EventFactory(published=True))
    TranslatedObject.objects.all().delete()
    auditing.check_everything()
    known = unit_of(described, field)
    assert known.state == State.APPROVED

    setattr(described, column(field, other(known.language)), "Something else.")
    described.save()

    assert unit_of(described, field).state == State.STALE
    assert known.translated.object_id == described.event_id


def test_what_is_taken_away_leaves_no_state() -> None:
    described = TrainerFactory()
    assert TranslationUnit.objects.filter(field="about").exists()

    described.delete()

    assert not TranslationUnit.objects.filter(field="about").exists()
