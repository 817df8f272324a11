"""For whom a case is handed in: colleagues work on it, the province endorses, neighbours do not judge."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from cases import actions as case_actions
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole
from partnership.network.superiors import above
from partnership.reference.models import Place
from partnership.review import actions, policies
from partnership.review.choices import State
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.factories.submissions import (
    as_posted,
    case_answers,
    case_draft,
    case_handed_in,
    city_government,
    speaking,
)


@pytest.fixture
def city(nguyen: User) -> Organisation:
    """A city government below a province, for which Nguyen submits."""
    province = ProvinceFactory()
    place = CityFactory(parent=province, country=province.country, province=province)
    return speaking(nguyen, place=place).organisation


@pytest.fixture
def province(city: Organisation) -> Organisation:
    """The province above it, without anybody who endorses yet."""
    assert city.place is not None
    return OrganisationFactory(type=OrganisationType.PROVINCE, place=city.place.province)


@pytest.fixture
def endorser(province: Organisation) -> User:
    endorsing = person("Ha", "en", Role.MEMBER)
    MembershipFactory(user=endorsing, organisation=province, role=MemberRole.ENDORSER)
    return endorsing


def sees(user: User, submission: Submission) -> bool:
    return Submission.objects.visible_to(user).filter(pk=submission.pk).exists()


def test_the_form_begins_with_the_organisation(client: Client, nguyen: User) -> None:
    client.force_login(nguyen)
    own, second = speaking(nguyen).organisation, speaking(nguyen).organisation
    foreign = city_government()
    address = reverse("review:begin", args=["case"])

    page = client.get(address).content.decode()
    refused = client.post(address, {"language": "en", "organisation": foreign.pk})
    client.post(address, {"language": "en", "organisation": second.pk})

    assert str(own) in page
    assert str(foreign) not in page
    assert refused.status_code == 200
    assert Submission.objects.get().of_case.organisation == second


def test_the_only_organisation_is_chosen_already(client: Client, nguyen: User) -> None:
    client.force_login(nguyen)
    own = speaking(nguyen).organisation

    form = client.get(reverse("review:begin", args=["case"])).context["form"]

    assert form["organisation"].value() == own.pk


def test_colleagues_work_on_one_draft_and_a_drafter_leaves_submitting_to_others(
    nguyen: User, city: Organisation
) -> None:
    draft = case_draft(nguyen)
    drafter, stranger = person("Dao", "en", Role.MEMBER), person("Mai", "en", Role.MEMBER)
    speaking(drafter, MemberRole.DRAFTER, organisation=city)
    speaking(stranger)

    assert sees(drafter, draft)
    assert policies.may_write(drafter, draft)
    assert not policies.may_submit(drafter, draft)
    assert not sees(stranger, draft)
    assert not policies.may_write(stranger, draft)


def test_who_left_the_organisation_is_shown_what_they_typed_and_nothing_else(
    client: Client, nguyen: User, city: Organisation
) -> None:
    client.force_login(nguyen)
    draft = case_draft(nguyen, title="Before")
    Membership.objects.filter(user=nguyen).update(
        withdrawn_at=draft.saved_at, withdrawn_by=person("Lam", "en")
    )
    Submission.objects.filter(pk=draft.pk).update(title="Written by a colleague since")
    edit = reverse("review:edit", args=[draft.key])
    typed = as_posted(case_answers(title="Typed too late"), revision=1)

    page = client.post(edit, typed)
    kept = client.post(reverse("review:keep", args=[draft.key]), typed)

    shown = page.content.decode()
    assert (page.status_code, kept.status_code) == (403, 409)
    assert "Typed too late" in shown
    assert "Written by a colleague since" not in shown
    assert client.get(edit).status_code == 404
    draft.refresh_from_db()
    assert draft.answers["about"]["title"] == "Before"


def test_the_province_endorses_before_the_secretariat_sees_it(
    nguyen: User, endorser: User, lin: User
) -> None:
    draft = case_draft(nguyen)
    assert not sees(endorser, draft)

    sent = actions.submit(draft, by=nguyen, revision=draft.revision)

    assert sent.state == State.FOR_ENDORSEMENT
    assert list(Submission.objects.to_endorse(endorser)) == [sent]
    assert actions.endorse(sent, by=endorser, version=1, remark="Agreed.").state == State.SUBMITTED


def test_an_endorser_of_another_province_sees_and_decides_nothing(
    nguyen: User, endorser: User
) -> None:
    other = person("Elsewhere", "en", Role.MEMBER)
    elsewhere = OrganisationFactory(type=OrganisationType.PROVINCE, place=ProvinceFactory())
    MembershipFactory(user=other, organisation=elsewhere, role=MemberRole.ENDORSER)
    sent = case_handed_in(nguyen)

    assert not sees(other, sent)
    with pytest.raises(NotAllowed):
        actions.endorse(sent, by=other, version=1)


def test_nobody_waits_for_a_province_without_an_endorser(
    nguyen: User, province: Organisation
) -> None:
    assert case_handed_in(nguyen).state == State.SUBMITTED


def test_a_province_and_a_body_without_a_place_have_nobody_above(endorser: User) -> None:
    own = Organisation.objects.get(memberships__user=endorser)

    assert not above(own)
    assert not above(OrganisationFactory())


@pytest.mark.parametrize("whose", ["own", "province", "neighbour"])
def test_a_reviewer_who_is_too_near_is_refused_with_the_reason(
    nguyen: User, endorser: User, lin: User, chen: User, city: Organisation, whose: str
) -> None:
    sent = actions.endorse(case_handed_in(nguyen), by=endorser, version=1)
    taken = actions.take(sent, by=lin)
    neighbour = OrganisationFactory(place=city.place)
    superior = Organisation.objects.get(memberships__user=endorser)
    near = {"own": city, "province": superior, "neighbour": neighbour}[whose]
    MembershipFactory(user=chen, organisation=near, role=MemberRole.DRAFTER)

    with pytest.raises(NotAllowed, match="利益冲突"):
        actions.assign(taken, chen, by=lin)


def test_a_reviewer_of_a_province_is_too_near_whether_it_endorses_or_not(
    nguyen: User, province: Organisation, lin: User, chen: User
) -> None:
    taken = actions.take(case_handed_in(nguyen), by=lin)
    MembershipFactory(user=chen, organisation=province, role=MemberRole.DRAFTER)

    with pytest.raises(NotAllowed, match="利益冲突"):
        actions.assign(taken, chen, by=lin)


def test_a_reviewer_of_a_city_the_case_is_about_is_too_near(
    nguyen: User, lin: User, chen: User
) -> None:
    taken = actions.take(case_handed_in(nguyen), by=lin)
    version = taken.latest_version
    assert version is not None
    about = Place.objects.get(code=version.answers["places"][0]["place"])
    MembershipFactory(user=chen, organisation=OrganisationFactory(place=about))

    with pytest.raises(NotAllowed, match="利益冲突"):
        actions.assign(taken, chen, by=lin)


def test_a_reviewer_of_another_city_may_judge(nguyen: User, lin: User, chen: User) -> None:
    speaking(chen)
    speaking(nguyen, MemberRole.SUBMITTER, place=None)
    taken = actions.take(case_handed_in(nguyen), by=lin)

    assert actions.assign(taken, chen, by=lin).reviewer == chen


def test_a_body_without_a_place_has_no_neighbours(nguyen: User, lin: User, chen: User) -> None:
    MembershipFactory(user=nguyen, organisation=OrganisationFactory(), role=MemberRole.SUBMITTER)
    MembershipFactory(user=chen, organisation=OrganisationFactory())
    taken = actions.take(case_handed_in(nguyen), by=lin)

    assert actions.assign(taken, chen, by=lin)


def test_a_closed_organisation_hands_in_nothing_more(nguyen: User, city: Organisation) -> None:
    draft = case_draft(nguyen)
    Organisation.objects.filter(pk=city.pk).update(standing=Standing.CLOSED)

    with pytest.raises(NotAllowed):
        actions.submit(draft, by=nguyen, revision=draft.revision)


def test_the_case_belongs_to_the_organisation_and_each_page_names_the_other(
    client: Client, nguyen: User, lin: User, zhao: User, city: Organisation, settings: object
) -> None:
    settings.CASE_EXPERT_REVIEWS = settings.CASE_NOTICE_DAYS = 0  # type: ignore[attr-defined]
    accepted = actions.accept(actions.take(case_handed_in(nguyen), by=lin), by=lin)
    case = accepted.of_case.case
    assert case.organisation == city
    case.short_title_zh_hans, case.slug_zh_hans, case.slug_en = "清洁海滩", "岘港", "da-nang"
    case.title_zh_hans, case.summary_zh_hans = "岘港清洁海滩", "摘要。"
    case.save()
    published = case_actions.publish_case(case_actions.settle_edit(case), "en", by=zhao)
    with override("en"):
        address = accepted.kind.public_url(Submission.objects.get(pk=accepted.pk))
        link = reverse("network:organisation", args=[city.slug])

    before = client.get(address).content.decode()
    Organisation.objects.filter(pk=city.pk).update(listed_since=published.public_since)
    after = client.get(address).content.decode()

    assert link not in before
    assert link in after
    assert "Clean beaches" in client.get(link).content.decode()


def test_when_author_and_submitter_have_left_who_submits_for_the_city_is_told(
    nguyen: User, lin: User, city: Organisation
) -> None:
    heir = person("Heir", "en", Role.MEMBER)
    speaking(heir, organisation=city)
    sent = case_handed_in(nguyen)
    assert list(sent.kind.people_to_tell(sent)) == [nguyen]

    Membership.objects.filter(user=nguyen).update(withdrawn_at=sent.saved_at, withdrawn_by=lin)

    assert list(sent.kind.people_to_tell(sent)) == [heir]


def test_those_who_judge_are_not_shown_the_contact_person(
    client: Client, nguyen: User, lin: User, chen: User
) -> None:
    taken = actions.take(case_handed_in(nguyen), by=lin)
    actions.assign(taken, chen, by=lin)
    pages = {"detail": (), "judge": (), "print": (), "compare": (1, 1)}

    def shows_contact(reader: User, name: str) -> bool:
        client.force_login(reader)
        page = client.get(reverse(f"review:{name}", args=[taken.key, *pages[name]]))
        assert page.status_code == 200
        return "a.person@example.org" in page.content.decode()

    assert [name for name in pages if shows_contact(chen, name)] == []
    assert shows_contact(nguyen, "detail")
    assert not shows_contact(nguyen, "print")  # it is signed and scanned for all who judge
    assert shows_contact(lin, "judge")
