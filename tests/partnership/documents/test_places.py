"""Whoever is told that a file was refused is led to where it belongs."""

import pytest
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.documents import settled
from partnership.nominations.models import Nomination
from tests.factories.commitments import EvidenceFactory
from tests.factories.files import CSV, StoredFileFactory, stored
from tests.factories.nominations import NominationFactory


@pytest.mark.django_db
def test_it_is_found_for_whatever_an_organisation_hands_in() -> None:
    evidence, letter = EvidenceFactory(), StoredFileFactory()
    nomination = NominationFactory()
    Nomination.objects.filter(pk=nomination.pk).update(letter=letter)
    commitment, list_page = settled.place_of(evidence.file), settled.place_of(letter)

    assert commitment is not None
    assert list_page is not None
    with override("en"):
        slug = evidence.commitment.organisation.slug
        path = f"/en/my-organisations/{slug}/commitments/{evidence.commitment.pk}/"
        assert commitment() == path
        assert list_page() == f"/en/nominations/{nomination.quota_id}/"


@pytest.mark.django_db
def test_a_file_that_belongs_nowhere_yet_has_no_page(wang: User) -> None:
    assert settled.place_of(stored(CSV, "a.csv", by=wang)) is None
