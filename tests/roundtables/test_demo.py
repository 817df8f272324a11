"""Outcome documents and projects that come with the portal."""

import pytest
from django.test import Client
from django.utils import timezone

from partnership.core.content_files import Report
from partnership.events.choices import Kind, MaterialKind
from partnership.events.models import Event
from partnership.network import demo as network
from partnership.network.models import Commitment
from roundtables import demo
from roundtables.choices import PROJECT_THEMES, Stage
from roundtables.models import Outcome, OutcomePicture, Project
from tests.factories.files import PictureFactory
from tests.shared_rows import SharedRows

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(shared_rows: SharedRows, reference_data: None) -> list[Report]:
    with shared_rows:
        demo.load()
        return [demo.load_outcomes(), demo.load_projects()]


def test_it_brings_documents_and_projects_in_every_stage(loaded: list[Report]) -> None:
    assert [report.faults for report in loaded] == [[], []]
    assert [len(report.created) for report in loaded] == [5, 8]
    assert set(Project.objects.values_list("stage", flat=True)) == set(Stage)
    assert set(Project.objects.values_list("theme__code", flat=True)) == set(PROJECT_THEMES)
    for written in (*Outcome.objects.all(), *Project.objects.all()):
        assert (written.is_demo, len(written.published_languages)) == (True, 2)
    assert not Project.objects.filter(event__isnull=True).exists()
    assert [len(again.unchanged) for again in (demo.load_outcomes(), demo.load_projects())] == [
        5,
        8,
    ]


def test_every_dialogue_that_is_over_has_its_document_in_both_languages(
    loaded: list[Report],
) -> None:
    over = Event.objects.past(timezone.now()).of_kind(Kind.DIALOGUE)

    assert over.count() == Outcome.objects.count() == 5
    for event in over:
        assert event.outcome_document.sections.count() >= 3, event.slug
        assert event.materials.get().kind == MaterialKind.MINUTES
    assert not Outcome.objects.exclude(event__in=over).exists()


def test_every_page_of_it_opens(loaded: list[Report], client: Client) -> None:
    for language in ("en", "zh-hans"):
        for slug in Project.objects.values_list("slug", flat=True):
            assert client.get(f"/{language}/roundtables/projects/{slug}/").status_code == 200
        for slug in Outcome.objects.values_list("event__slug", flat=True):
            assert client.get(f"/{language}/roundtables/outcomes/{slug}/").status_code == 200


def test_every_commitment_was_made_at_one_dialogue_and_agreed_after_it(
    loaded: list[Report],
) -> None:
    made = network.commit()

    assert (demo.tie_commitments(), demo.tie_commitments()) == (made, 0)
    for commitment in Commitment.objects.prefetch_related("outcomes__event", "reports"):
        [outcome] = commitment.outcomes.all()
        assert commitment.agreed_on is None or commitment.agreed_on > outcome.day
        for report in commitment.reports.all():
            assert commitment.agreed_on < report.given_on
    assert min(outcome.commitments.count() for outcome in Outcome.objects.all()) == 3


def test_a_document_shows_the_picture_that_was_drawn_for_it(loaded: list[Report]) -> None:
    Outcome.objects.all().delete()
    picture = PictureFactory(file__label="demo-ningbo-ocean-partner-cabin.jpg", file__owner=None)

    demo.load_outcomes()

    assert OutcomePicture.objects.get().picture == picture
