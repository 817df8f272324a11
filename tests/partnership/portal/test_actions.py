"""Publishing pages and news."""

import pytest
from django.contrib.auth.models import AnonymousUser

from partnership.accounts.models import User
from partnership.core.errors import (
    AlreadyPublished,
    ChangedMeanwhile,
    DomainError,
    NotAllowed,
    NotPublished,
    ReasonMissing,
)
from partnership.core.models import AuditEvent
from partnership.portal import actions, errors, policies
from partnership.portal.models import News, Page
from tests.factories.portal import NewsFactory, PageFactory, TextFactory, public

FACTORIES = pytest.mark.parametrize("make", [PageFactory, NewsFactory])


@FACTORIES
def test_it_publishes_one_language_and_leaves_a_trace(zhao: User, make: type[TextFactory]) -> None:
    text = actions.publish(make(), "zh-hans", by=zhao)

    event = AuditEvent.objects.about(text).get()
    assert text.published_languages == ["zh-hans"]
    assert (event.verb, event.actor_label) == ("published", "Zhao")
    assert "published_zh_hans_at" in event.changes
    assert text.version == 2


@pytest.mark.parametrize(
    ("lacking", "refusal"),
    [
        ({"title_en": ""}, errors.TitleMissing),
        ({"title_zh_hans": "  "}, errors.TitleMissing),
        ({"body_zh_hans": ""}, errors.BodyMissing),
    ],
)
def test_it_refuses_to_publish_what_is_incomplete(
    zhao: User, lacking: dict[str, str], refusal: type[DomainError]
) -> None:
    news = NewsFactory(**lacking)

    with pytest.raises(refusal):
        actions.publish(news, "zh-hans", by=zhao)

    assert not News.objects.published().exists()


def test_it_refuses_to_publish_twice(zhao: User) -> None:
    page = public(PageFactory(), "en")

    with pytest.raises(AlreadyPublished):
        actions.publish(page, "en", by=zhao)


def test_it_withdraws_with_a_reason_only(zhao: User) -> None:
    page = public(PageFactory())

    with pytest.raises(ReasonMissing):
        actions.withdraw(page, "en", by=zhao, reason=" ")
    page = actions.withdraw(page, "en", by=zhao, reason="Outdated")

    assert page.published_languages == ["zh-hans"]
    assert AuditEvent.objects.about(page).first().note == "Outdated"


def test_a_text_withdrawn_in_its_last_language_is_no_longer_public(zhao: User) -> None:
    page = actions.withdraw(public(PageFactory(), "en"), "en", by=zhao, reason="Wrong")

    assert not page.is_public
    assert not Page.objects.published().exists()
    with pytest.raises(NotPublished):
        actions.withdraw(page, "en", by=zhao, reason="Again")


def test_it_takes_the_demo_mark_off_with_a_reason_only(zhao: User) -> None:
    news = NewsFactory(is_demo=True)

    with pytest.raises(ReasonMissing):
        actions.mark_as_real(news, by=zhao, reason="")

    assert actions.mark_as_real(news, by=zhao, reason="Confirmed").is_demo is False


@pytest.mark.parametrize("person", ["lin", "chen", "wang", "guo"])
def test_only_a_publisher_decides_what_is_public(
    person: str, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(person)
    draft, live = PageFactory(), public(PageFactory())

    with pytest.raises(NotAllowed):
        actions.publish(draft, "en", by=user)
    with pytest.raises(NotAllowed):
        actions.withdraw(live, "en", by=user, reason="No")
    with pytest.raises(NotAllowed):
        actions.mark_as_real(live, by=user, reason="Yes")


def test_it_refuses_to_overwrite_what_somebody_else_saved(lin: User) -> None:
    news = NewsFactory()
    opened_with = news.version
    actions.settle_edit(news)

    with pytest.raises(ChangedMeanwhile):
        actions.lock_for_edit(news, by=lin, version=opened_with)


def test_only_the_secretariat_edits(wang: User, lin: User) -> None:
    news = NewsFactory()

    with pytest.raises(NotAllowed):
        actions.lock_for_edit(news, by=wang)
    assert policies.may_edit(lin)


def test_it_refuses_an_edit_that_empties_what_is_public(db: None) -> None:
    news = public(NewsFactory())
    News.objects.filter(pk=news.pk).update(body_zh_hans=" ")

    with pytest.raises(errors.BodyMissing):
        actions.settle_edit(news)


@pytest.mark.parametrize(
    ("person", "sees_drafts"),
    [("lin", True), ("zhao", True), ("guo", True), ("chen", False), ("wang", False)],
)
def test_drafts_are_for_staff(
    person: str, sees_drafts: bool, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(person)
    draft = PageFactory()

    assert bool(policies.may_see(user, draft)) is sees_drafts
    assert Page.objects.visible_to(user).exists() is sees_drafts


def test_a_stranger_sees_what_is_public_and_nothing_else(db: None) -> None:
    PageFactory()
    live = public(PageFactory(), "en")

    assert list(Page.objects.visible_to(AnonymousUser())) == [live]
    assert policies.may_see(AnonymousUser(), live)
