"""Who took part so far, in numbers and as files: for the secretariat, and for an organisation."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.spreadsheets import BOM
from partnership.events.choices import Kind
from partnership.events.models import Event, Registration
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.participation import participation
from tests.factories.events import EventFactory
from tests.factories.network import OrganisationFactory
from tests.factories.nominations import NominationFactory, QuotaFactory
from tests.factories.reference import CityFactory

pytestmark = pytest.mark.django_db

NUMBERS = "/en/nominations/participation/"


def came(quota: NominationQuota, **values: Any) -> Nomination:
    """Somebody who was named, accepted, confirmed and was there."""
    row = NominationFactory(quota=quota, accepted=True, **values)
    Registration.objects.filter(pk=row.registration_id).update(
        status="confirmed", offer_expires_at=None, attendance="attended"
    )
    return row


def rows(client: Client, query: str = "") -> list[tuple[object, ...]]:
    found = client.get(f"{NUMBERS}{query}").context["participation"].rows
    return [(row.name, *row.numbers) for row in found]


def table(answer: Any) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode().removeprefix(BOM)
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture
def desk(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def quotas(db: None) -> list[NominationQuota]:
    """Da Nang for a dialogue and a training of 2027, Xiamen for the dialogue."""
    one = CityFactory(name_en="Da Nang")
    two = CityFactory(name_en="Xiamen")
    da_nang = OrganisationFactory(name_en="Da Nang bureau", place=one)
    xiamen = OrganisationFactory(name_en="Xiamen bureau", place=two)
    dialogue, training = (
        EventFactory(published=True, kind=kind, starts_at=timezone.now() + timedelta(days=14))
        for kind in (Kind.DIALOGUE, Kind.TRAINING)
    )
    made = [
        QuotaFactory(event=dialogue, organisation=da_nang, seats=3),
        QuotaFactory(event=training, organisation=da_nang, seats=3),
        QuotaFactory(event=dialogue, organisation=xiamen, seats=3),
    ]
    came(made[0])
    NominationFactory(quota=made[0], declined=True)
    NominationFactory(quota=made[1], accepted=True)
    NominationFactory(quota=made[1])  # not handed in
    came(made[2])
    Event.objects.filter(pk=dialogue.pk).update(starts_at=datetime(2026, 5, 1, tzinfo=UTC))
    Event.objects.filter(pk=training.pk).update(
        starts_at=datetime(2099, 1, 1, tzinfo=UTC), ends_at=datetime(2099, 1, 2, tzinfo=UTC)
    )
    return made


def test_each_organisation_has_its_events_and_what_came_of_its_people(
    desk: Client, quotas: list[NominationQuota]
) -> None:
    # events, named, accepted, confirmed, came
    assert rows(desk) == [
        ("Da Nang bureau", 2, 3, 2, 1, 1),
        ("Xiamen bureau", 1, 1, 1, 1, 1),
    ]


def test_the_same_people_are_counted_by_place_country_and_year(
    desk: Client, quotas: list[NominationQuota]
) -> None:
    # events, organisations, named, accepted, confirmed, came
    assert rows(desk, "?by=place")[0] == ("Da Nang", 2, 1, 3, 2, 1, 1)
    countries = rows(desk, "?by=country")
    assert sum(int(str(row[3])) for row in countries) == 4
    assert rows(desk, "?by=year") == [("2099", 1, 1, 1, 1, 0, 0), ("2026", 1, 2, 3, 2, 2, 2)]


def test_they_are_narrowed_by_year_kind_and_country(
    desk: Client, quotas: list[NominationQuota]
) -> None:
    code = quotas[2].organisation.place.country.code

    assert rows(desk, "?year=2099") == [("Da Nang bureau", 1, 1, 1, 0, 0)]
    assert rows(desk, "?kind=training") == [("Da Nang bureau", 1, 1, 1, 0, 0)]
    assert ("Xiamen bureau", 1, 1, 1, 1, 1) in rows(desk, f"?country={code}")
    answer = desk.get(f"{NUMBERS}?year=1066&kind=party")
    assert len(answer.context["left_out"]) == 2
    assert "Nobody was nominated there" in desk.get(f"{NUMBERS}?kind=cleanup").content.decode()


def test_made_up_events_are_never_added_to_real_ones(
    desk: Client, quotas: list[NominationQuota]
) -> None:
    made_up = QuotaFactory(event__is_demo=True, organisation=quotas[2].organisation)
    came(made_up)

    page = desk.get(NUMBERS)

    found = [(row.name, row.is_demo, row.named) for row in page.context["participation"].rows]
    assert found == [
        ("Da Nang bureau", False, 3),
        ("Xiamen bureau", False, 1),
        ("Xiamen bureau", True, 1),
    ]
    assert page.content.decode().count("badge--demo") == 1
    history = desk.get(f"/en/organisations/{made_up.organisation.slug}/participation/")
    assert history.content.decode().count("badge--demo") == 1


def test_numbers_stay_when_people_are_forgotten(quotas: list[NominationQuota]) -> None:
    before = participation(QueryDict()).rows
    retention.run(now=timezone.now() + timedelta(days=40_000))

    assert Nomination.objects.filter(anonymised_at__isnull=False).exists()
    assert participation(QueryDict()).rows == before


def test_the_file_has_all_rows_in_the_readers_language(
    desk: Client, quotas: list[NominationQuota]
) -> None:
    english = table(desk.get("/en/nominations/participation.csv?by=year"))
    chinese = table(desk.get("/zh-hans/nominations/participation.csv"))

    assert english[0] == [
        "Year",
        "Events",
        "Organisations",
        "Named",
        "Accepted",
        "Confirmed",
        "Came",
        "Demo data",
    ]
    assert [row[0] for row in english[1:]] == ["2099", "2026"]
    assert chinese[0][0] == "组织"


def test_only_the_secretariat_compares(client: Client, wu: User) -> None:
    client.force_login(wu)

    assert client.get(NUMBERS).status_code == 404
    assert client.get("/en/nominations/participation.csv").status_code == 404


def test_nobody_was_nominated_yet(desk: Client) -> None:
    assert "Nobody has been nominated yet" in desk.get(NUMBERS).content.decode()


def test_an_organisation_fetches_its_own_people_and_that_is_written_down(
    client: Client, quota: NominationQuota, wu: User
) -> None:
    came(quota, name="=Mei", latin_name="Mei")
    client.force_login(wu)
    path = f"/en/organisations/{quota.organisation.slug}/participation"
    assert f'{path}.csv"' in client.get(f"{path}/").content.decode()

    head, row = table(client.get(f"{path}.csv"))

    assert dict(zip(head, row, strict=True))["Name"] == "'=Mei", "no cell becomes a formula"
    assert row[0] == quota.event.title_en
    assert row[-1] == "attended"
    (trace,) = AuditEvent.objects.filter(verb=Verb.EXPORTED)
    assert (trace.actor_id, trace.note) == (str(wu.pk), "participation.csv: 1")
    foreign = QuotaFactory().organisation.slug
    assert client.get(f"/en/organisations/{foreign}/participation.csv").status_code == 404


def test_numbers_cost_as_many_queries_for_many_organisations_as_for_one(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    event = EventFactory(published=True, starts_at=timezone.now() + timedelta(days=14))
    city = CityFactory()

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            assert desk.get(NUMBERS).status_code == 200
        return len(found)

    def more(number: int) -> None:
        for _ in range(number):
            NominationFactory(
                quota=QuotaFactory(event=event, organisation__place=city), submitted=True
            )

    more(1)
    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
