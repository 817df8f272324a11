"""What lies near a site: entered by the secretariat, shown on its page, in the API and in the file."""

import json
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import Nearby
from monitoring.models import SiteSurrounding, SurveySite
from monitoring.sites.surroundings import direction_of
from partnership.accounts.models import User
from tests.factories.monitoring import SiteSurroundingFactory, SurveySiteFactory

pytestmark = pytest.mark.django_db
SITES = "/api/v1/survey-sites/"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "volcano"}, "kind_known"),
        ({"distance_km": "-0.1"}, "distance"),
        ({"bearing_deg": 360}, "bearing"),
        ({"population": 100}, "population_of_town"),
        ({"name_en": ""}, "named_in_both"),
        ({"name_zh_hans": ""}, "named_in_both"),
    ],
)
def test_the_database_refuses_what_says_nothing(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_sitesurrounding_{constraint}"):
        SiteSurroundingFactory(**values)


def test_a_site_has_the_nearest_of_each_kind_once() -> None:
    first = SiteSurroundingFactory()
    SiteSurroundingFactory()  # of another site
    SiteSurroundingFactory(site=first.site, kind=Nearby.OUTFALL, name_zh_hans="", name_en="")

    with pytest.raises(IntegrityError, match="nearest_only"):
        SiteSurroundingFactory(site=first.site)


@pytest.mark.parametrize(
    ("degrees", "said"),
    [(0, "north"), (22, "north"), (23, "north-east"), (90, "east"), (202, "south"), (338, "north")],
)
def test_degrees_are_told_as_the_nearest_of_eight_directions(degrees: int, said: str) -> None:
    with override("en"):
        assert str(direction_of(degrees)) == said


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["River mouth", "Mouth of the Jiulong", "3.25", "north-east (45°)", "1,200"]),
        ("zh-hans", ["河口", "九龙江口", "3.25", "东北 (45°)"]),
    ],
)
def test_the_page_of_a_site_tells_them_kind_by_kind(
    client: Client, language: str, expected: list[str]
) -> None:
    site = SiteSurroundingFactory().site
    SiteSurroundingFactory(
        site=site, kind=Nearby.TOWN, name_zh_hans="", name_en="", distance_km=0, bearing_deg=None,
        population=1_200,
    )  # fmt: skip
    with override(language):
        page = client.get(reverse("monitoring:site", args=[site.code])).content.decode()

    for each in expected:
        assert each in page
    town, river = Nearby.TOWN.label, Nearby.RIVER.label
    with override(language):
        assert page.index(f">{str(town).capitalize()}<") < page.index(
            f">{str(river).capitalize()}<"
        )


def test_a_site_of_which_nothing_is_known_says_that_this_is_not_nothing(client: Client) -> None:
    with override("en"):
        address = reverse("monitoring:site", args=[SurveySiteFactory().code])

    assert "That does not mean that there are none" in client.get(address).content.decode()


def test_the_api_and_the_file_have_them_too(client: Client) -> None:
    bare = SurveySiteFactory()
    site = SiteSurroundingFactory().site

    rows = {row["code"]: row for row in client.get(SITES).json()["results"]}
    with override("en"):
        file = reverse("monitoring:data-file", args=["survey-sites"])
    features = json.loads(b"".join(client.get(file)))["features"]

    assert rows[bare.code]["surroundings"] == []
    assert rows[site.code]["surroundings"] == [
        {
            "kind": "river-mouth",
            "name": {"zh-hans": "九龙江口", "en": "Mouth of the Jiulong"},
            "distance_km": 3.25,
            "bearing_deg": 45,
            "population": None,
        }
    ]
    [told] = [each["properties"] for each in features if each["id"] == site.code]
    assert told["surroundings"][0]["name_en"] == "Mouth of the Jiulong"
    assert told["surroundings"][0]["distance_km"] == 3.25


def test_the_api_asks_as_many_questions_for_fifty_sites_as_for_one(client: Client) -> None:
    asked = []
    for more in (1, 49):
        for _number in range(more):
            SiteSurroundingFactory()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(SITES).status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_the_secretariat_enters_them_with_the_site(client: Client, lin: User) -> None:
    site: SurveySite = SurveySiteFactory()
    client.force_login(lin)
    address = reverse("admin:monitoring_surveysite_change", args=[site.pk])
    form = client.get(address).context["adminform"].form
    posted = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    rows = "surroundings"
    posted |= {
        "units-TOTAL_FORMS": "0", "units-INITIAL_FORMS": "0",
        "uses-TOTAL_FORMS": "0", "uses-INITIAL_FORMS": "0",
        f"{rows}-TOTAL_FORMS": "1", f"{rows}-INITIAL_FORMS": "0", f"{rows}-0-site": site.pk,
        f"{rows}-0-kind": "harbour", f"{rows}-0-distance_km": "6.5", f"{rows}-0-bearing_deg": "180",
        f"{rows}-0-name_zh_hans": "东渡港", f"{rows}-0-name_en": "Dongdu harbour",
    }  # fmt: skip

    refused = client.post(address, posted | {f"{rows}-0-population": "5"})
    answer = client.post(address, posted)

    assert refused.status_code == 200
    assert answer.status_code == 302, answer.context["errors"]
    [kept] = SiteSurrounding.objects.all()
    assert (kept.kind, kept.name_en, kept.site) == ("harbour", "Dongdu harbour", site)
