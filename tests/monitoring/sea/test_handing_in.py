"""Surveys at sea from the form to the public page, through the one review workflow."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from monitoring.choices import SeaMethod
from monitoring.demo import sea as demo
from monitoring.demo import surveys
from monitoring.errors import AlreadySurveyed
from monitoring.models import SeaCount, SeaSubmission, SeaSurvey, SurveySite
from monitoring.search_entries import SiteSource
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network.roles import MemberRole
from partnership.reference.models import LitterItem, Place
from partnership.review import actions, policies, subjects
from partnership.review.errors import NotComplete
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.monitoring import (
    EFFORT_AT_SEA,
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    sea_answers,
    sea_handed_in,
)
from tests.factories.network import MembershipFactory
from tests.factories.reference import (
    CityFactory,
    CountryFactory,
    ItemListFactory,
    LitterItemFactory,
)
from tests.factories.submissions import as_posted, city_government, speaking

pytestmark = pytest.mark.django_db
# By hand: 5 items on 2000 m x 40 m, x 0.61 m and x 12.5 m; 0.05 kg and 4 kg.
DENSITIES = {
    "floating-visual": ("62.5", ""),
    "floating-trawl": ("4,098", "41.0"),
    "seabed": ("200", "160"),
}


@pytest.fixture(autouse=True)
def _list() -> None:
    form_list()


def page(client: Client, name: str, *arguments: object, **query: str) -> str:
    with override("en"):
        address = reverse(f"monitoring:{name}", args=arguments)
        return client.get(address, query).content.decode()


@pytest.mark.parametrize("method", SeaMethod)
def test_an_accepted_survey_is_public_with_its_density_until_it_is_withdrawn(
    client: Client, nguyen: User, lin: User, method: SeaMethod
) -> None:
    handed_in = actions.take(sea_handed_in(nguyen, method, remarks="Rough sea"), by=lin)
    kind = handed_in.kind
    assert kind.public_url(handed_in) == ""
    assert not SeaSurvey.objects.exists()

    done = Submission.objects.get(pk=actions.accept(handed_in, by=lin).pk)

    survey = SeaSurvey.objects.approved().get()
    assert (survey.method, survey.length_m) == (method, Decimal(2_000))
    assert survey.width_m == Decimal(EFFORT_AT_SEA[method]["width_m"])
    assert (survey.people, survey.protocol_version, survey.is_demo) == (4, "2023", False)
    counts = dict(survey.counts.values_list("item__code", "count"))
    assert counts == {"J7": 5, "J27": 0}  # cans were not recorded, which is no zero
    items, weight = DENSITIES[method]
    shown = client.get(kind.public_url(done)).content.decode()
    site, listed = page(client, "site", survey.site.code), page(client, "sea-surveys")
    for each in (shown, site, listed):
        assert f">{items}<" in each
        assert f">{weight}<" in each or not weight
        assert "Rough sea" not in each
        assert "A. Person" not in each
    assert str(survey.site) in [value for _label, value in kind.facts(done)]

    actions.withdraw(done, by=lin, reason="The wrong track.")
    assert not SeaSurvey.objects.approved().exists()
    assert "Nobody has surveyed the sea" in page(client, "site", survey.site.code)


def test_it_is_written_anew_when_it_is_accepted_again(nguyen: User, lin: User) -> None:
    done = actions.accept(actions.take(sea_handed_in(nguyen, "seabed"), by=lin), by=lin)
    done.answers = sea_answers("seabed", weight_kg="7")
    done.answers["counts-plastic-fc"]["J7"] = "9"

    subjects.get("seabed").accept(done, by=lin)

    survey = SeaSurvey.objects.get()
    assert survey.weight_kg == 7
    assert dict(survey.counts.values_list("item__code", "count")) == {"J7": 9, "J27": 0}
    made = AuditEvent.objects.filter(target_type="monitoring.seasurvey")
    assert sorted(made.values_list("verb", flat=True)) == ["changed", "created"]
    assert "A. Person" not in str([event.changes for event in made])


def test_a_second_track_of_the_day_needs_a_number_of_its_own(nguyen: User, lin: User) -> None:
    handed_in = actions.take(sea_handed_in(nguyen, "floating-visual"), by=lin)
    site = handed_in.of_sea.site
    other = SeaSurveyFactory(site=site, surveyed_on=date(2026, 5, 3))

    with pytest.raises(AlreadySurveyed):
        actions.accept(handed_in, by=lin)
    kind = subjects.get("floating-visual")
    [problem] = kind.problems(handed_in, handed_in.answers)
    assert (problem.path, problem.code) == ("effort.replicate_no", "M051")
    assert kind.problems(handed_in, sea_answers("floating-visual", replicate_no="2")) == []
    other.delete()
    actions.accept(handed_in, by=lin)
    assert kind.problems(handed_in, handed_in.answers) == []  # it is no other than itself
    assert kind.problems(handed_in, sea_answers("floating-visual", length_m=""))


def test_what_is_out_of_the_ordinary_asks_for_a_reason(nguyen: User) -> None:
    handed_in = sea_handed_in(nguyen, "floating-visual")
    kind, site = handed_in.kind, handed_in.of_sea.site
    Place.objects.filter(pk=site.place_id).update(latitude="24.480", longitude="118.090")

    def codes(**effort: str) -> list[str]:
        fresh = Submission.objects.get(pk=handed_in.pk)
        found = kind.problems(fresh, sea_answers("floating-visual", **effort))
        return [problem.code for problem in found]

    far = {"start_latitude": "10.34", "start_longitude": "107.08"}
    inland = {"start_latitude": "30.6", "start_longitude": "104.1"}
    assert codes() == []
    assert codes(**far)[0] == "M080"
    assert "M081" in codes(**inland)
    assert codes(**far, reason="On the way to a port.") == []
    bottle = LitterItem.objects.get(code="J7")
    for number, count in enumerate((800, 900, 1000, 1100, 1200, 1200, 1300, 1400)):
        day = date(2025, 1, 1) + timedelta(days=number)
        SeaSurveyFactory(site=site, surveyed_on=day, nothing_found=False, counts={bottle: count})
    assert codes() == ["M070"]
    assert codes(survey_type="research") == []


def test_surveys_are_handed_in_for_own_sites_and_judged_by_others(nguyen: User, wang: User) -> None:
    handed_in = sea_handed_in(nguyen, "floating-trawl")
    organisation = handed_in.of_sea.site.organisation
    desk = person("Colleague", "en", Role.SECRETARIAT)
    neighbour = city_government(place=organisation.place)
    MembershipFactory(user=desk, organisation=neighbour, role=MemberRole.DRAFTER)
    drafter = person("Binh", "en", Role.MEMBER)
    MembershipFactory(user=drafter, organisation=organisation, role=MemberRole.DRAFTER)
    kind = subjects.get("floating-trawl")

    assert not policies.may_judge(desk, handed_in)
    assert not Submission.objects.visible_to(wang).filter(pk=handed_in.pk).exists()
    assert kind.may_write(drafter, handed_in)
    assert not kind.may_submit(drafter, handed_in)
    assert list(kind.people_to_tell(handed_in)) == [nguyen]
    assert not kind.may_begin(wang)
    with pytest.raises(NotAllowed):
        actions.begin(kind, "en", by=nguyen, site=SurveySiteFactory())
    assert str(SeaSubmission.objects.get()) == handed_in.title
    draft = actions.begin(kind, "en", by=nguyen, site=handed_in.of_sea.site)
    with pytest.raises(NotComplete):
        actions.submit(draft, by=nguyen, revision=draft.revision)


@pytest.mark.parametrize("method", SeaMethod)
def test_the_form_is_begun_saved_and_shown_by_the_browser(
    client: Client, nguyen: User, method: SeaMethod
) -> None:
    site = SurveySiteFactory(organisation=speaking(nguyen).organisation)
    client.force_login(nguyen)
    with override("en"):
        address = reverse("review:begin", args=[method])
        assert str(site) in client.get(address).content.decode()
        begun = client.post(address, {"language": "en", "site": site.pk})
        shown = client.get(begun["Location"]).content.decode()
        sent = as_posted(sea_answers(method), revision="0", window="w", then="save")
        client.post(begun["Location"], sent)

    assert "J7 Drink bottle" in shown
    assert ("Mesh size (μm)" in shown) == (method == SeaMethod.TRAWL)
    draft = Submission.objects.get()
    assert draft.answers["effort"]["width_m"] == EFFORT_AT_SEA[method]["width_m"]
    assert draft.answers["counts-plastic-sm"]["J27"] == "0"


def test_the_list_is_narrowed_by_method_and_site(client: Client) -> None:
    assert "No survey at sea has been approved yet" in page(client, "sea-surveys")
    seen = SeaSurveyFactory(surveyed_on=date(2024, 5, 1))
    swept = SeaSurveyFactory(
        method=SeaMethod.SEABED,
        size_class="",
        gear="beam",
        depth_m=9,
        surveyed_on=date(2023, 6, 2),
        replicate_no=2,
    )

    assert "2 surveys" in page(client, "sea-surveys")
    assert "1 survey" in page(client, "sea-surveys", method="seabed")
    assert seen.site.name_en in page(client, "sea-surveys", site=seen.site.code)
    assert "Nothing matches" in page(client, "sea-surveys", method="seabed", site=seen.site.code)
    assert "left out: “boat”" in page(client, "sea-surveys", method="boat")
    shown = page(client, "sea-survey", swept.pk)
    assert "beam trawl" in shown
    assert "9 m" in shown
    assert "there was none" in shown


def test_a_survey_shows_where_its_track_began_and_its_share_of_plastic(client: Client) -> None:
    can, bottle = LitterItem.objects.get(code="J175"), LitterItem.objects.get(code="J7")
    survey = SeaSurveyFactory(
        nothing_found=False,
        counts={can: 1, bottle: 3},
        start_latitude=Decimal("24.41000"),
        start_longitude=Decimal("118.10000"),
        is_demo=True,
    )

    shown = page(client, "sea-survey", survey.pk)

    assert "24.410, 118.100" in shown
    assert ">75<" in shown
    assert ">400<" in shown  # 4 items on 1000 m x 10 m
    assert "Demo data" in shown


def test_a_site_is_surveyed_whether_on_its_beach_or_off_it() -> None:
    both = SurveyFactory(surveyed_on=date(2024, 1, 1)).unit.site
    SeaSurveyFactory.create_batch(2, site=both)
    SeaSurveyFactory(site=both, surveyed_on=date(2025, 2, 3))
    off = SeaSurveyFactory(surveyed_on=date(2023, 1, 1)).site
    bare = SurveySiteFactory()

    [entry] = SiteSource().found([both.pk])
    assert entry.year == 2025
    assert "2024" in str(entry.texts["en"])
    facts = {
        site.pk: (site.survey_count, site.last_survey)
        for site in SurveySite.objects.with_facts().in_order()
    }

    assert facts == {
        both.pk: (4, date(2025, 2, 3)),
        off.pk: (1, date(2023, 1, 1)),
        bare.pk: (0, None),
    }


def test_lists_ask_the_same_however_many_rows_there_are(client: Client, lin: User) -> None:
    site, joint = SurveySiteFactory(), ItemListFactory()
    client.force_login(lin)
    counts: dict[str, set[int]] = {
        reverse("monitoring:sea-surveys"): set(),
        reverse("monitoring:site", args=[site.code]): set(),
        reverse("admin:monitoring_seasurvey_changelist"): set(),
        reverse("api:surveys-at-sea"): set(),
    }
    for more in (1, 2, 47):
        SeaSurveyFactory.create_batch(more, site=site, item_list=joint)
        for address, found in counts.items():
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1, 1, 1]


def test_demo_surveys_are_loaded_once_and_marked() -> None:
    countries = {code: CountryFactory(code=code) for code in ("CN", "ID", "VN")}
    for code in surveys.CITIES:
        CityFactory(code=code, parent=countries[code[:2].upper()])
    joint = LitterItem.objects.get(code="J7").item_list
    known = set(LitterItem.objects.values_list("code", flat=True))
    for code in set(surveys.AVERAGES).union(*demo.AVERAGES.values()) - known:
        LitterItemFactory(item_list=joint, code=code)
    surveys.load()

    assert demo.load() == 150
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert SeaSurvey.objects.filter(is_demo=True).count() == 150
    assert set(SeaSurvey.objects.values_list("method", flat=True)) == set(SeaMethod)
    assert SeaCount.objects.filter(count__gt=0).exists()
    assert demo.load() == 0


def test_a_survey_is_called_by_its_site_method_and_day() -> None:
    survey = SeaSurveyFactory.build(
        site=SurveySiteFactory.build(code="CN_DEM_001", place=None, organisation=None),
        item_list=None,
        surveyed_on=date(2026, 5, 3),
    )
    assert str(survey) == "CN_DEM_001 floating-visual 2026-05-03"
