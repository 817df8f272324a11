"""How a site is cleaned, shaped, reached and used: entered by the secretariat, shown, and in the open data."""

import json
from typing import Any, Final

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import (
    Access,
    Back,
    Cleaner,
    Cleaning,
    Curvature,
    Development,
    Season,
    Use,
)
from monitoring.models import SiteUse, SurveySite
from monitoring.open_data import exchange, questions
from monitoring.sites.facts import season_of
from partnership.accounts.models import User
from tests.factories.monitoring import SurveySiteFactory

pytestmark = pytest.mark.django_db
SITES: Final = "/api/v1/survey-sites/"
WINTER: Final = {
    "cleaning": Cleaning.WEEKLY, "cleaned_by": Cleaner.VOLUNTEERS, "cleaning_season": Season.MONTHS,
    "cleaning_first_month": 11, "cleaning_last_month": 2,
}  # fmt: skip
NEVER: Final = {"cleaning": Cleaning.NEVER, "cleaning_season": "", "cleaned_by": ""}
SHAPE: Final = {
    "slope_pct": "6.5", "curvature": Curvature.BAY, "access": Access.FOOT, "orientation_deg": 90,
    "back": Back.WALL, "development": Development.PORT,
    "wind_from_deg": 45, "current_to_deg": 180,
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"cleaning_season": ""}, "cleaned_when_and_by_whom"),
        ({"cleaned_by": ""}, "cleaned_when_and_by_whom"),
        ({"cleaning": Cleaning.NEVER}, "cleaned_when_and_by_whom"),
        ({"cleaning_season": Season.MONTHS}, "cleaning_months"),
        ({**WINTER, "cleaning_last_month": None}, "cleaning_months"),
        ({**WINTER, "cleaning_last_month": 13}, "cleaning_months"),
        ({**WINTER, "cleaning_season": Season.ALL_YEAR}, "cleaning_months"),
        ({"cleaning_season": "monsoon"}, "cleaning_season_known"),
        ({"cleaned_by": "robots"}, "cleaned_by_known"),
        ({"curvature": "round"}, "curvature_known"),
        ({"access": "air"}, "access_known"),
        ({"back": "sky"}, "back_known"),
        ({"development": "moon"}, "development_known"),
        ({"slope_pct": 101}, "slope"),
        ({"wind_from_deg": 360}, "orientation"),
        ({"current_to_deg": 360}, "orientation"),
    ],
)
def test_the_database_refuses_what_contradicts_itself(
    values: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=f"monitoring_surveysite_{constraint}"):
        SurveySiteFactory(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"use": "mining"}, "use_known"),
        ({"season": "monsoon"}, "season_known"),
        ({"season": Season.MONTHS, "first_month": 5}, "months"),
        ({"first_month": 5, "last_month": 6}, "months"),
    ],
)
def test_a_use_has_the_months_of_its_season(values: dict[str, Any], constraint: str) -> None:
    use = {"use": Use.FISHING, "season": Season.ALL_YEAR, **values}
    with pytest.raises(IntegrityError, match=f"monitoring_siteuse_{constraint}"):
        SiteUse.objects.create(site=SurveySiteFactory(), **use)


def test_how_a_beach_is_cleaned_is_asked_for_and_unknown_is_an_answer() -> None:
    """No answer is made up: a form begins with none chosen."""
    fields = {name: SurveySite._meta.get_field(name) for name in NEVER}
    assert not any(field.has_default() for field in fields.values())
    with override("en"):
        with pytest.raises(ValidationError, match="Say in which season and by whom"):
            SurveySiteFactory.build(
                place=None, organisation=None, cleaned_by=""
            ).validate_constraints()
        SurveySiteFactory.build(place=None, organisation=None, **NEVER).validate_constraints(
            exclude={"code"}
        )


@pytest.mark.parametrize(
    ("language", "season", "expected"),
    [
        ("en", (Season.MONTHS, 11, 2), "November to February"),
        ("zh-hans", (Season.MONTHS, 5, 10), "五月至十月"),
        ("en", (Season.MONTHS, 7, 7), "July"),
        ("en", (Season.UNKNOWN, None, None), "unknown"),
    ],
)
def test_a_season_is_told_by_its_months(
    language: str, season: tuple[str, int | None, int | None], expected: str
) -> None:
    with override(language):
        assert str(season_of(*season)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["weekly or more often", "November to February", "volunteers", "6.5 %", "north-east (45°)",
             "south (180°)", "as in a bay", "on foot alone", "a sea wall or dyke", "a port", "Fishing", "all year round",
             "to be confirmed against the official lists"],
        ),
        ("zh-hans", ["每周或更频繁", "十一月至二月", "志愿者", "6.5 %", "渔业", "全年", "待确认"]),
    ],
)  # fmt: skip
def test_the_page_of_a_site_tells_all_of_it(
    client: Client, language: str, expected: list[str]
) -> None:
    site = SurveySiteFactory(**WINTER, **SHAPE)
    SiteUse.objects.create(site=site, use=Use.FISHING, season=Season.ALL_YEAR)
    with override(language):
        page = client.get(reverse("monitoring:site", args=[site.code])).content.decode()

    for each in expected:
        assert each in page


def test_what_is_unknown_of_the_cleaning_is_said(client: Client) -> None:
    unknown, never = SurveySiteFactory(), SurveySiteFactory(**NEVER)
    pages = []
    with override("en"):
        for site in (unknown, never):
            address = reverse("monitoring:site", args=[site.code])
            pages.append(client.get(address).content.decode().partition('id="cleaning"')[2])

    assert pages[0].count("<dd>unknown</dd>") == 3
    assert "<dd>never</dd>" in pages[1]
    assert "By whom" not in pages[1]
    assert "Nothing has been entered about what people do" in pages[1]


def test_the_api_and_the_file_have_it_too(client: Client) -> None:
    site = SurveySiteFactory(**WINTER, **SHAPE)
    SiteUse.objects.create(site=site, use=Use.FISHING, season=Season.ALL_YEAR)

    [row] = client.get(SITES).json()["results"]
    with override("en"):
        file = reverse("monitoring:data-file", args=["survey-sites"])
    [feature] = json.loads(b"".join(client.get(file)))["features"]

    for told in (row, feature["properties"]):
        assert {name: told[name] for name in WINTER} == WINTER
        assert {name: told[name] for name in SHAPE} == {**SHAPE, "slope_pct": 6.5}
        assert told["uses"] == [
            {"use": "fishing", "season": "all-year", "first_month": None, "last_month": None}
        ]


def test_the_exchange_format_gets_no_words_that_were_not_seen_in_it() -> None:
    SurveySiteFactory(**WINTER, **SHAPE)
    SurveySiteFactory(access=Access.BOAT, back=Back.ROCKS)
    sites = SurveySite.objects.with_facts().order_by("pk")

    walked, sailed = map(exchange.beach, questions.built_sites(sites))

    assert (walked.access, walked.cleaned_by, walked.cleaning_frequency) == (
        "Pedestrian",
        "",
        "Weekly",
    )
    assert (walked.back, sailed.access, sailed.back) == ("", "", "Rocks")


def test_the_secretariat_enters_it_with_the_site(client: Client, lin: User) -> None:
    site: SurveySite = SurveySiteFactory()
    client.force_login(lin)
    address = reverse("admin:monitoring_surveysite_change", args=[site.pk])
    form = client.get(address).context["adminform"].form
    posted = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    posted |= {
        **WINTER, "units-TOTAL_FORMS": "0", "units-INITIAL_FORMS": "0",
        "surroundings-TOTAL_FORMS": "0", "surroundings-INITIAL_FORMS": "0",
        "uses-TOTAL_FORMS": "1", "uses-INITIAL_FORMS": "0", "uses-0-site": site.pk,
        "uses-0-use": "fishing", "uses-0-season": "all-year",
    }  # fmt: skip

    unsaid = client.post(address, posted | {"cleaned_by": ""})
    answer = client.post(address, posted)

    assert unsaid.status_code == 200
    assert answer.status_code == 302, answer.context["errors"]
    site.refresh_from_db()
    assert {name: getattr(site, name) for name in WINTER} == WINTER
    assert site.uses.get().use == "fishing"
