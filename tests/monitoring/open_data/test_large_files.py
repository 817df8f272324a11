"""Large files of open data are made in the background: asked for once, watched, kept for a week."""

import io
from datetime import date, timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from monitoring import actions, tasks
from monitoring.actions import preparing
from monitoring.data_catalogue import offers
from monitoring.errors import TooManyFiles
from monitoring.models import PreparedFile, Survey
from monitoring.open_data.questions import Chosen
from partnership.core import retention
from partnership.core.choices import FileState
from partnership.core.models import AuditEvent
from tests.factories.monitoring import PreparedFileFactory, SurveyFactory

pytestmark = pytest.mark.django_db
PAGE = "/en/monitoring/data/surveys/"


@pytest.fixture
def surveys(monkeypatch: pytest.MonkeyPatch) -> list[Survey]:
    """Two surveys, which are many here."""
    monkeypatch.setattr(offers, "LARGE", 1)
    first = SurveyFactory(surveyed_on=date(2025, 5, 3))
    other = SurveyFactory(unit=first.unit, item_list=first.item_list, surveyed_on=date(2024, 5, 3))
    return [first, other]


def shown(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def asked_for(client: Client, query: str = "") -> str:
    answer = client.post(f"{PAGE}prepare/{query}")
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_a_large_file_is_asked_for_watched_and_fetched(
    client: Client, surveys: list[Survey]
) -> None:
    assert "Have it made" in shown(client, "/en/monitoring/data/")
    assert "2 surveys" in shown(client, PAGE), "its address leads to the page that says so"
    page = asked_for(client)
    assert "is being made" in shown(client, page)
    assert "is being made" in shown(client, f"{page}file"), "not there yet"

    tasks.prepare_files()

    ready = shown(client, page)
    assert f'href="{page}file" download' in ready
    answer = client.get(f"{page}file")
    assert 'filename="surveys-20' in answer["Content-Disposition"]
    names = ZipFile(io.BytesIO(answer.content)).namelist()
    assert names == [
        "surveys-long.csv", "surveys-wide.csv", "data-dictionary.csv", "LICENCE.txt",
    ]  # fmt: skip
    assert AuditEvent.objects.filter(verb="exported", note="surveys").count() == 1


def test_a_small_choice_is_sent_at_once(client: Client, surveys: list[Survey]) -> None:
    answer = client.get(f"{PAGE}prepare/?year=2025")

    assert answer["Location"] == f"{PAGE}?year=2025"
    assert client.get(answer["Location"])["Content-Type"] == "application/zip"
    assert client.get("/en/monitoring/data/nothing/prepare/").status_code == 404


def test_everybody_who_asks_for_the_same_data_gets_the_same_file(
    client: Client, surveys: list[Survey]
) -> None:
    city = surveys[0].unit.site.place.code
    first = asked_for(client)

    assert asked_for(Client()) == first
    assert asked_for(client, f"?city={city}") != first
    assert "all years" in shown(client, asked_for(client, f"?city={city}"))
    SurveyFactory(unit=surveys[0].unit, item_list=surveys[0].item_list)
    assert asked_for(client) != first, "the data have changed"


def test_so_many_at_once_are_refused_with_what_to_do(
    client: Client, surveys: list[Survey], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "MOST_UNDER_WAY", 0)

    with pytest.raises(TooManyFiles):
        actions.ask_for_file("surveys", Chosen(), language="en")
    refused = client.post(f"{PAGE}prepare/").content.decode()

    assert "Ask again in some minutes" in refused
    assert not PreparedFile.objects.exists()


def test_a_fault_is_said_and_the_file_may_be_asked_for_anew(
    client: Client, surveys: list[Survey], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = asked_for(client)
    with monkeypatch.context() as broken:
        broken.setattr(preparing, "DATA_SETS", {})
        with pytest.raises(KeyError):
            tasks.prepare_files()

    assert "A fault of the portal" in shown(client, page)
    assert asked_for(client) != page


def test_it_says_how_much_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "NOTED_EVERY", 1_500)
    pieces = [b"x" * 1_000] * 4
    data_set: Any = type("Set", (), {"write": staticmethod(lambda _chosen: iter(pieces))})
    monkeypatch.setattr(preparing, "DATA_SETS", {"surveys": data_set})
    told: list[int] = []

    preparing._written(PreparedFileFactory.build(), lambda done, _total: told.append(done))

    assert told == [2, 4, 4]


def test_what_a_dead_worker_left_is_made_by_another(surveys: list[Survey]) -> None:
    now = timezone.now()
    PreparedFileFactory(state=FileState.RUNNING, begun_at=now)
    assert not actions.prepare_next(), "somebody may be at it"
    PreparedFile.objects.update(begun_at=now - timedelta(minutes=11))

    assert actions.prepare_next()

    assert PreparedFile.objects.get().is_ready


def test_a_week_later_it_is_deleted(client: Client) -> None:
    file = PreparedFileFactory()

    retention.run(now=timezone.now() + timedelta(days=6))
    assert PreparedFile.objects.exists()
    retention.run(now=timezone.now() + timedelta(days=8))

    assert client.get(f"/en/monitoring/data/files/{file.key}/").status_code == 404


def test_the_database_keeps_one_file_for_the_same_data() -> None:
    file = PreparedFileFactory(state=FileState.FAILED)
    PreparedFileFactory(data_state=file.data_state)

    with pytest.raises(IntegrityError, match="once"), transaction.atomic():
        PreparedFileFactory(data_state=file.data_state)
    with pytest.raises(IntegrityError, match="has_content"), transaction.atomic():
        PreparedFileFactory(state=FileState.DONE)
