"""A beach survey from the draft to the public page: written by the city, judged by others."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from monitoring.choices import ScopeKind
from monitoring.errors import AlreadySurveyed
from monitoring.models import SamplingUnit, Survey, SurveySubmission
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from monitoring.surveying.sheet import sheet
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network.models import Organisation
from partnership.network.roles import MemberRole
from partnership.review import actions, policies, subjects
from partnership.review.errors import NotComplete
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.monitoring import (
    SamplingUnitFactory,
    SurveyFactory,
    form_list,
    survey_answers,
    survey_draft,
    survey_handed_in,
)
from tests.factories.network import MembershipFactory
from tests.factories.submissions import as_posted, city_government, speaking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _list() -> None:
    form_list()


@pytest.fixture
def unit(nguyen: User) -> SamplingUnit:
    """A transect of the city Nguyen submits for."""
    return SamplingUnitFactory(site__organisation=speaking(nguyen).organisation)


def accepted(author: User, desk: User, unit: SamplingUnit, **effort: str) -> Submission:
    handed_in = actions.take(survey_handed_in(author, unit, **effort), by=desk)
    return actions.accept(handed_in, by=desk)


def paths(**effort: str) -> list[str]:
    with override("en"):
        return [problem.path for problem in sheet("en").problems(survey_answers(**effort))]


def said(**effort: str) -> str:
    with override("en"):
        return " ".join(map(str, sheet("en").problems(survey_answers(**effort))))


def test_the_form_asks_for_every_item_in_its_group() -> None:
    with override("en"):
        parts = {part.key: str(part.title) for part in sheet("en").parts}
        fields = [name for part in sheet("en").parts for name in part.form.base_fields]

    assert list(parts) == [
        "effort", "counts-plastic-fc", "counts-plastic-sm", "counts-metal", "weights", "animals",
        "team",
    ]  # fmt: skip
    assert parts["counts-plastic-fc"] == "Food packaging"
    assert parts["counts-plastic-sm"] == "plastic"
    assert parts["counts-metal"] == "metal"
    assert {"J7", "J27", "J175"} <= set(fields)


def test_a_complete_form_has_no_faults() -> None:
    assert paths() == []


@pytest.mark.parametrize(
    ("effort", "path"),
    [
        ({"surveyed_on": "2026-13-05"}, "effort.surveyed_on"),
        ({"surveyed_on": "2999-01-01"}, "effort.surveyed_on"),
        ({"length_m": "0"}, "effort.length_m"),
        ({"length_m": "30"}, "effort.reason"),
        ({"length_m": "10"}, "effort.reason"),
        ({"last_cleaned_on": "2026-04-30"}, "effort.reason"),
        ({"last_cleaned_on": ""}, "effort.last_cleaned_on"),
        ({"is_cleaning_unknown": "on"}, "effort.last_cleaned_on"),
        ({"last_cleaned_on": "2026-05-04"}, "effort.last_cleaned_on"),
        ({"last_storm_on": "2026-05-04"}, "effort.last_storm_on"),
        ({"nothing_found": "on", "weight_kg": ""}, "effort.nothing_found"),
        ({"counts": {"J7": ""}}, "effort.nothing_found"),
        ({"counts": {"J7": "0"}, "nothing_found": "on"}, "effort.weight_kg"),
        ({"counts": {"J7": "2.5"}}, "counts-plastic-fc.J7"),
        ({"counts": {"J7": "-1"}}, "counts-plastic-fc.J7"),
        ({"counts": {"J7": "100001"}}, "counts-plastic-fc.J7"),
    ],
)
def test_it_names_what_keeps_a_survey_from_being_handed_in(
    effort: dict[str, str], path: str
) -> None:
    assert paths(**effort) == [path]


def test_messages_are_those_of_the_protocol() -> None:
    assert "below 50 m" in said(length_m="30")
    assert "10 m or less" in said(length_m="10")
    assert "Only 3 days" in said(last_cleaned_on="2026-04-30")
    assert "“2.5” is not a whole number" in said(counts={"J7": "2.5"})
    assert "All counts are zero" in said(counts={"J7": ""})


def test_a_warning_is_accepted_with_a_reason() -> None:
    assert paths(length_m="30", reason="Rocks on both sides.") == []
    assert paths(last_cleaned_on="", is_cleaning_unknown="on") == []
    assert paths(counts={"J7": "１２"}) == []


def test_nothing_found_is_said() -> None:
    assert paths(counts={"J7": "0"}, nothing_found="on", weight_kg="") == []


def test_an_accepted_survey_keeps_raw_counts_and_effort(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    accepted(nguyen, lin, unit)

    survey = Survey.objects.approved().get()
    assert (survey.unit, survey.surveyed_on) == (unit, date(2026, 5, 3))
    assert (survey.length_m, survey.weight_kg) == (Decimal(100), Decimal("3.25"))
    assert (survey.people, survey.protocol_version) == (4, "2023")
    counts = dict(survey.counts.values_list("item__code", "count"))
    assert counts == {"J7": 12, "J27": 0}  # cans were not recorded, which is no zero
    assert not survey.is_demo


def test_a_survey_of_a_demo_site_is_demo_data_and_may_be_withdrawn(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    unit.site.is_demo = True
    unit.site.save()

    done = accepted(nguyen, lin, unit)

    assert Survey.objects.approved().get().is_demo
    result = compute(Scope(ScopeKind.CITY, unit.site.place.code))
    assert (result.is_demo, result.coverage.surveys) == (True, 1)
    actions.withdraw(done, by=lin, reason="The wrong beach.")
    assert not Survey.objects.approved().exists()


def test_the_trail_says_who_recorded_it_and_hides_the_team(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    accepted(nguyen, lin, unit)

    event = AuditEvent.objects.filter(verb="created", target_type="monitoring.survey").get()
    assert event.actor_id == str(lin.pk)
    assert "A. Person" not in str(event.changes)


def test_it_does_not_count_before_it_is_accepted_or_after_it_is_withdrawn(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    handed_in = actions.take(survey_handed_in(nguyen, unit), by=lin)
    assert not Survey.objects.exists()

    done = actions.accept(handed_in, by=lin)
    assert Survey.objects.approved().count() == 1

    actions.withdraw(done, by=lin, reason="The wrong beach.")
    assert Survey.objects.exists()
    assert not Survey.objects.approved().exists()


def test_a_second_survey_of_the_day_needs_a_replicate_number(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    handed_in = actions.take(survey_handed_in(nguyen, unit), by=lin)
    SurveyFactory(unit=unit, surveyed_on=date(2026, 5, 3))

    with pytest.raises(AlreadySurveyed):
        actions.accept(handed_in, by=lin)
    with pytest.raises(NotComplete) as refusal:
        survey_handed_in(nguyen, unit)
    assert [problem.path for problem in refusal.value.problems] == ["effort.replicate_no"]

    accepted(nguyen, lin, unit, replicate_no="2")


def test_it_is_written_anew_when_it_is_accepted_again(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    done = accepted(nguyen, lin, unit)
    survey = Survey.objects.get()
    done.answers = survey_answers(counts={"J7": "5"})

    subjects.get("survey").accept(done, by=lin)

    assert Survey.objects.get().pk == survey.pk
    assert dict(survey.counts.values_list("item__code", "count")) == {"J7": 5, "J27": 0}


def test_nobody_judges_surveys_of_the_own_city(nguyen: User, unit: SamplingUnit) -> None:
    desk = person("Colleague", "en", Role.SECRETARIAT)
    neighbour = city_government(place=unit.site.organisation.place)
    MembershipFactory(user=desk, organisation=neighbour, role=MemberRole.DRAFTER)
    handed_in = survey_handed_in(nguyen, unit)

    assert not policies.may_judge(desk, handed_in)
    with pytest.raises(NotAllowed):
        actions.take(handed_in, by=desk)


def test_an_incomplete_survey_is_not_handed_in(nguyen: User, unit: SamplingUnit) -> None:
    draft = survey_draft(nguyen, unit, length_m="")

    with pytest.raises(NotComplete):
        actions.submit(draft, by=nguyen, revision=draft.revision)


def test_surveys_of_another_city_are_not_begun(nguyen: User, unit: SamplingUnit) -> None:
    foreign = SamplingUnitFactory()

    with pytest.raises(NotAllowed):
        actions.begin(subjects.get("survey"), "en", by=nguyen, unit=foreign)


def test_who_surveys_no_site_is_told_what_to_do(client: Client, nguyen: User) -> None:
    speaking(nguyen)
    client.force_login(nguyen)

    with override("en"):
        response = client.get(reverse("review:begin", args=["survey"]))

    assert response.status_code == 403


def test_the_form_is_begun_saved_and_shown_by_the_browser(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    with override("en"):
        page = client.get(reverse("review:begin", args=["survey"])).content.decode()
        assert f"{unit.site.name_en} · {unit}" in page
        begun = client.post(
            reverse("review:begin", args=["survey"]), {"language": "en", "unit": unit.pk}
        )
        draft = Submission.objects.get()
        assert begun["Location"] == reverse("review:edit", args=[draft.key])
        assert draft.title == f"{unit} {unit.site.name_en}"
        shown = client.get(begun["Location"]).content.decode()
        assert "J7 Drink bottle" in shown
        assert str(unit) in shown
        sent = as_posted(survey_answers(), revision="0", window="w", then="save")
        client.post(begun["Location"], sent)

    draft.refresh_from_db()
    assert draft.answers["counts-plastic-sm"]["J27"] == "0"
    assert draft.title == "CN_DEM_001-A Beach · 2026-05-03"
    assert SurveySubmission.objects.get().unit == unit


def test_colleagues_work_on_it_and_strangers_do_not_see_it(
    nguyen: User, wang: User, unit: SamplingUnit
) -> None:
    draft = survey_draft(nguyen, unit)
    colleague = person("Binh", "en", Role.MEMBER)
    organisation: Organisation = unit.site.organisation
    MembershipFactory(user=colleague, organisation=organisation, role=MemberRole.DRAFTER)

    assert Submission.objects.visible_to(colleague).filter(pk=draft.pk).exists()
    assert not Submission.objects.visible_to(wang).filter(pk=draft.pk).exists()
    assert policies.may_write(colleague, draft)
    assert not policies.may_submit(colleague, draft)


def test_the_desk_reads_which_transect_it_is_and_where_it_became_public(
    nguyen: User, lin: User, unit: SamplingUnit
) -> None:
    handed_in = actions.take(survey_handed_in(nguyen, unit), by=lin)
    kind = handed_in.kind
    assert kind.public_url(handed_in) == ""
    assert str(unit) in [value for _label, value in kind.facts(handed_in)]

    done = Submission.objects.get(pk=actions.accept(handed_in, by=lin).pk)

    assert kind.public_url(done).endswith(f"/surveys/{Survey.objects.get().pk}/")
    assert list(kind.people_to_tell(done)) == [nguyen]


def test_days_ahead_are_refused_by_the_clock_of_the_portal() -> None:
    assert paths(surveyed_on=timezone.localdate().isoformat(), last_cleaned_on="2020-01-01") == []
