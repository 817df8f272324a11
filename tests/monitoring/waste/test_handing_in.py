"""A city's waste profile from the draft to the public page: written by the city, judged by others."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.errors import ProfileUnderWay
from monitoring.models import WasteProfile, WasteSubmission, WasteValue
from monitoring.waste.sheet import sheet
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network.choices import OrganisationType
from partnership.network.roles import MemberRole
from partnership.review import actions, policies, subjects
from partnership.review.errors import NotComplete
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.submissions import city_government, speaking
from tests.factories.waste import (
    WasteProfileFactory,
    value_row,
    waste_answers,
    waste_draft,
    waste_handed_in,
)

pytestmark = pytest.mark.django_db
KIND = "waste-profile"


def problems(*rows: dict[str, str], **about: str) -> dict[str, str]:
    with override("en"):
        found = sheet("en").problems(waste_answers(*rows, **about))
    return {problem.path: problem.message for problem in found}


def accepted(by: User, desk: User, *rows: dict[str, str]) -> Submission:
    handed_in = actions.take(waste_handed_in(by, waste_answers(*rows)), by=desk)
    return actions.accept(handed_in, by=desk)


def test_a_complete_form_has_no_faults() -> None:
    assert problems() == {}


def test_a_row_without_a_value_asks_for_nothing_else() -> None:
    blank = value_row("recycled", "", unit="", scope="", definition="", source="", grade="")

    assert problems(value_row("generated", "1000"), blank) == {}
    assert "at least one" in problems(blank)["values.0.value"]


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"unit": ""}, "unit"),
        ({"scope": ""}, "scope"),
        ({"definition": ""}, "definition"),
        ({"source": ""}, "source"),
        ({"first_day": ""}, "first_day"),
        ({"last_day": "2023-12-31"}, "last_day"),
        ({"last_day": "2999-12-31"}, "last_day"),
        ({"unit": "persons"}, "unit"),
        ({"unit": "%"}, "unit"),  # waste generated is no share
        ({"indicator": "recycled", "unit": "%", "value": "101"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "many"}, "value"),
        ({"indicator": "dreams"}, "indicator"),
        ({"indicator": ""}, "indicator"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
    ],
)
def test_it_says_what_a_value_lacks(values: dict[str, str], path: str) -> None:
    row = value_row("generated", "1000")

    assert list(problems({**row, **values})) == [f"values.0.{path}"]


def test_people_are_counted_without_saying_which_waste() -> None:
    assert problems(value_row("population", "500000", scope="")) == {}


def test_an_indicator_stands_once() -> None:
    twice = [value_row("generated", "1000"), value_row("generated", "2000")]

    assert list(problems(*twice)) == ["values.1.indicator"]


def test_more_than_is_generated_asks_for_a_reason() -> None:
    generated = value_row("generated", "1000")
    collected = value_row("collected", "0.2", unit="10kt")
    burnt = value_row("energy", "2", unit="t/d")  # 732 t in the leap year
    buried = value_row("landfilled", "300")

    assert "collected" in problems(generated, collected)["values.1.value"]
    assert "treated" in problems(generated, burnt, buried)["values.1.value"]
    assert problems(generated, burnt, buried, reason="Waste of other cities, too.") == {}
    assert problems(generated, {**collected, "scope": "all"}) == {}  # other waste
    assert problems(generated, value_row("recycled", "40", unit="%")) == {}
    assert problems(collected) == {}


def test_a_period_ends_in_the_year_of_the_profile(nguyen: User) -> None:
    early = value_row("generated", "1000", first_day="2022-07-01", last_day="2023-06-30")
    fiscal = value_row("generated", "1000", first_day="2023-07-01", last_day="2024-06-30")

    draft = waste_draft(nguyen, waste_answers(early))
    with pytest.raises(NotComplete) as refused:
        actions.submit(draft, by=nguyen, revision=draft.revision)

    assert [problem.path for problem in refused.value.problems] == ["values.0.last_day"]
    assert draft.kind.problems(draft, waste_answers(fiscal)) == []
    assert draft.kind.problems(draft, waste_answers(value_row("generated", "x"))) != []


def test_an_accepted_profile_is_public_until_it_is_withdrawn(
    client: Client, nguyen: User, lin: User
) -> None:
    rows = value_row("generated", "1000"), value_row("recycled", ""), value_row("leakage", "0")
    done = accepted(nguyen, lin, *rows, value_row("population", "9"))

    profile = WasteProfile.objects.approved().get()
    told = dict(profile.values.values_list("indicator", "value"))
    assert told.pop("population") == 9
    assert told == {"generated": Decimal(1000), "leakage": Decimal(0)}  # blank is not zero
    assert profile.values.get(indicator="population").scope == ""
    assert (profile.year, profile.language, profile.is_demo) == (2024, "en", False)
    assert profile.place == done.of_waste.organisation.place
    with override("en"):
        address = done.kind.public_url(Submission.objects.get(pk=done.pk))
    assert "All of it, weighed." in client.get(address).content.decode()

    actions.withdraw(Submission.objects.get(pk=done.pk), by=lin, reason="Wrong year.")
    assert client.get(address).status_code == 404
    assert done.kind.public_url(done) == ""
    assert not WasteValue.objects.approved().exists()


def test_a_later_profile_takes_the_place_of_the_earlier(nguyen: User, lin: User) -> None:
    first = accepted(nguyen, lin, value_row("generated", "1000"))
    handed_in = waste_handed_in(nguyen, waste_answers(value_row("generated", "900")))
    facts = dict(handed_in.kind.facts(handed_in))
    assert str(WasteProfile.objects.get()) in [str(value) for value in facts.values()]

    second = actions.accept(actions.take(handed_in, by=lin), by=lin)

    profile = WasteProfile.objects.get()
    assert profile.handed_in.submission == second
    assert profile.values.get().value == 900
    assert first.kind.public_url(Submission.objects.get(pk=first.pk)) == ""
    target = AuditEvent.objects.filter(target_type="monitoring.wasteprofile")
    assert sorted(target.values_list("verb", flat=True)) == ["changed", "created"]
    assert str(WasteSubmission.objects.latest("pk")) == "City 2024"


def test_a_real_profile_takes_the_place_of_a_demo_one(nguyen: User, lin: User) -> None:
    place = speaking(nguyen).organisation.place
    WasteProfileFactory(place=place, told={"recycled": 5})

    accepted(nguyen, lin)

    assert not WasteProfile.objects.get(place=place).is_demo


def test_colleagues_do_not_begin_the_same_year_twice(nguyen: User) -> None:
    waste_draft(nguyen)

    with pytest.raises(ProfileUnderWay):
        waste_draft(nguyen)
    assert waste_draft(nguyen, year=2023).pk


def test_the_next_year_begins_with_what_the_last_one_told(nguyen: User, lin: User) -> None:
    accepted(nguyen, lin, value_row("generated", "1000"), value_row("biological", "5"))
    own = nguyen.memberships.get().organisation

    begun = actions.begin(subjects.get(KIND), "en", by=nguyen, organisation=own, year=2025)

    rows = {row["indicator"]: row for row in begun.answers["values"]}
    assert rows["generated"]["definition"] == "All of it, weighed."
    assert (rows["generated"]["value"], rows["generated"]["source"]) == ("", "")
    assert rows["generated"]["first_day"] == "2025-01-01"
    assert rows["biological"]["unit"] == "t"  # not asked at first, but told last year
    assert rows["recycled"]["unit"] == ""
    assert begun.answers["about"]["area"] == "urban"
    assert begun.title == f"{own.place.name_en} 2025"


def test_profiles_are_entered_by_city_governments_and_judged_by_others(
    nguyen: User, wang: User
) -> None:
    handed_in = waste_handed_in(nguyen)
    organisation = handed_in.of_waste.organisation
    kind = subjects.get(KIND)
    desk = person("Colleague", "en", Role.SECRETARIAT)
    neighbour = city_government(place=organisation.place)
    MembershipFactory(user=desk, organisation=neighbour, role=MemberRole.DRAFTER)
    drafter = person("Binh", "en", Role.MEMBER)
    MembershipFactory(user=drafter, organisation=organisation, role=MemberRole.DRAFTER)

    assert not policies.may_judge(desk, handed_in)
    assert not Submission.objects.visible_to(wang).filter(pk=handed_in.pk).exists()
    assert kind.may_write(drafter, handed_in)
    assert not kind.may_submit(drafter, handed_in)
    assert list(kind.people_to_tell(handed_in)) == [nguyen]
    assert not kind.may_begin(wang)
    speaking(wang, organisation=OrganisationFactory(type=OrganisationType.NGO))
    assert not kind.may_begin(wang)
    with pytest.raises(NotAllowed):
        actions.begin(kind, "en", by=nguyen, organisation=city_government(), year=2024)


def test_the_form_is_begun_and_kept_in_the_browser(client: Client, nguyen: User) -> None:
    own = speaking(nguyen).organisation
    client.force_login(nguyen)
    with override("en"):
        address = reverse("review:begin", args=[KIND])
        sent = {"language": "zh-hans", "organisation": own.pk, "year": "2024"}
        page = client.get(client.post(address, sent)["Location"]).content.decode()
        again = client.post(address, sent)

    assert "Blank where it is not known; 0 only where there was none." in page
    assert f"{own.place.name_zh_hans} 2024" in page
    assert again.status_code == 409
    assert "has been begun already" in again.content.decode()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"unit": "persons"}, "unit_fits"),
        ({"value": -1}, "amount"),
        ({"scope": ""}, "waste_said"),
        ({"definition": ""}, "told"),
        ({"first_day": "2025-01-01"}, "days_in_order"),
    ],
)
def test_the_database_refuses_a_value_that_says_nothing(
    facts: dict[str, Any], constraint: str
) -> None:
    facts = {f"told__{name}": value for name, value in facts.items()}
    with pytest.raises(IntegrityError, match=f"monitoring_wastevalue_{constraint}"):
        WasteProfileFactory(told={"generated": 5}, **facts)


def test_a_profile_is_reviewed_or_marked_as_demo() -> None:
    with pytest.raises(IntegrityError, match="monitoring_wasteprofile_reviewed_or_demo"):
        WasteProfileFactory(is_demo=False)
