"""What programmes add to the form of an event in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from monitoring.models import Training
from outreach.models import Cleanup
from partnership.accounts.models import User
from partnership.events.choices import Kind
from partnership.events.models import Event
from roundtables.models import Roundtable
from tests.factories.events import EventFactory
from tests.factories.network import OrganisationFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_work(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)


def save(client: Client, event: Event, **typed: Any) -> Any:
    address = reverse("admin:events_event_change", args=[event.pk])
    return client.post(address, {**fields_of(client.get(address), "event_form"), **typed})


def test_a_dialogue_is_described_in_the_form_of_its_event(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.DIALOGUE)
    partner = OrganisationFactory()

    answer = save(
        client,
        event,
        **{
            "roundtable-TOTAL_FORMS": "1",
            "roundtable-0-questions_en": "Who pays?",
            "roundtable-0-partners": [partner.pk],
        },
    )

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    described = Roundtable.objects.get()
    assert (described.pk, described.questions_en) == (event.pk, "Who pays?")
    assert list(described.partners.all()) == [partner]
    changed = save(client, event, **{"roundtable-0-questions_en": "Who decides?"})
    assert changed.status_code == 302
    described.refresh_from_db()
    assert described.questions_en == "Who decides?"


def test_a_training_is_described_with_its_trainers(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.TRAINING)

    answer = save(
        client,
        event,
        **{
            "training-TOTAL_FORMS": "1",
            "training-0-topics_en": "Beach litter",
            "training-0-full_marks": "50",
            "trainers-TOTAL_FORMS": "2",
            "trainers-0-name_en": "Second",
            "trainers-0-order": "2",
            "trainers-1-name_en": "First",
            "trainers-1-order": "1",
        },
    )

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert Training.objects.get().full_marks == 50
    assert [trainer.name_en for trainer in event.trainers.all()] == ["First", "Second"]


def test_a_cleanup_is_described_in_the_form_of_its_event(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.CLEANUP)

    answer = save(
        client,
        event,
        **{"cleanup-TOTAL_FORMS": "1", "cleanup-0-beach_en": "Golden Beach"},
    )

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert Cleanup.objects.get().beach_en == "Golden Beach"


def test_a_share_above_a_hundred_is_refused(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.TRAINING)
    typed = {"training-TOTAL_FORMS": "1", "training-0-certificate_share": "101"}

    assert save(client, event, **typed).status_code == 200
    assert not Training.objects.exists()
