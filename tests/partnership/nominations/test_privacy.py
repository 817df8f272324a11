"""Who was nominated is forgotten in time; how many were is not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import retention
from partnership.documents.models import StoredFile
from partnership.nominations import actions
from partnership.nominations.choices import LetterKind
from partnership.nominations.models import Letter, Nomination, NominationQuota
from tests.factories.events import clerk
from tests.factories.nominations import NominationFactory

pytestmark = pytest.mark.django_db

RULE = "nominations-for-past-events"
PERSONAL = ("email", "name", "latin_name", "position", "note", "letter")


def found(days: int, rule: str = RULE) -> int:
    now = timezone.now() + timedelta(days=days)
    return next(each.count for each in retention.run(now=now) if each.rule.name == rule)


def test_whoever_was_nominated_is_forgotten_once(quota: NominationQuota, wu: User) -> None:
    accepted = NominationFactory(quota=quota, accepted=True, position="Head", note="Knows it.")
    declined = NominationFactory(quota=quota, declined=True)
    assert StoredFile.objects.exists()

    assert found(300) == 0
    assert found(400) == 2
    assert found(400) == 0

    for row in Nomination.objects.all():
        assert not any(getattr(row, name) for name in PERSONAL)
        assert row.anonymised_at
    assert [row.status for row in Nomination.objects.ranked()] == ["accepted", "declined"]
    declined.refresh_from_db()
    assert declined.reason == "–"
    assert not StoredFile.objects.exists(), "the scans go too"
    assert accepted.registration
    assert str(declined) == f"提名{declined.pk}"


def test_the_words_of_a_letter_are_forgotten_and_its_number_stays(quota: NominationQuota) -> None:
    row = NominationFactory(quota=quota, accepted=True)
    actions.issue_to_person(row.registration, LetterKind.VISA, by=clerk())
    actions.issue_to_organisation(quota, by=clerk())
    rule = "letters-for-past-events"

    assert found(300, rule) == 0
    assert found(400, rule) == 2
    assert found(400, rule) == 0

    letters = Letter.objects.order_by("number")
    assert [(letter.number, letter.recipient_name, letter.texts) for letter in letters] == [
        (1, "", {}),
        (2, "", {}),
    ]
