"""Who sees which lists."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from partnership.accounts.models import User
from partnership.network.roles import MemberRole
from partnership.nominations import policies
from partnership.nominations.models import Nomination, NominationQuota
from tests.factories.network import MembershipFactory
from tests.factories.nominations import NominationFactory, QuotaFactory, body_above, over

pytestmark = pytest.mark.django_db


def test_a_list_is_seen_by_its_people_the_body_above_and_staff(
    quota: NominationQuota, wu: User, wang: User, lin: User, guo: User
) -> None:
    above = body_above(quota.organisation)
    draft, handed_in = NominationFactory(quota=quota), NominationFactory(quota=QuotaFactory())
    handed_in.quota = quota
    Nomination.objects.filter(pk=handed_in.pk).update(quota=quota, status="submitted")

    def seen(user: object) -> set[int]:
        return set(Nomination.objects.visible_to(user).values_list("pk", flat=True))

    both = {draft.pk, handed_in.pk}
    assert seen(wu) == seen(lin) == seen(guo) == both
    assert seen(above) == {handed_in.pk}, "a draft is the organisation's own"
    assert seen(wang) == seen(AnonymousUser()) == set()
    assert quota in NominationQuota.objects.visible_to(above)
    assert quota not in NominationQuota.objects.visible_to(wang)
    assert not NominationQuota.objects.visible_to(AnonymousUser()).exists()
    assert not NominationQuota.objects.of(AnonymousUser()).exists()
    assert not NominationQuota.objects.to_fill(AnonymousUser(), timezone.now()).exists()
    assert not Nomination.objects.to_endorse(AnonymousUser()).exists()


def test_only_the_body_above_endorses(quota: NominationQuota, wu: User, wang: User) -> None:
    row = Nomination(quota=quota)
    above = body_above(quota.organisation)

    assert policies.may_endorse(above, row)
    assert not policies.may_endorse(wu, row)
    assert not policies.may_endorse(AnonymousUser(), row)
    elsewhere = body_above(QuotaFactory().organisation)
    assert not policies.may_endorse(elsewhere, row)


def test_looking_back_is_for_insiders_and_staff(
    quota: NominationQuota, wu: User, wang: User, guo: User
) -> None:
    drafter = MembershipFactory(organisation=quota.organisation, role=MemberRole.DRAFTER).user

    for person in (wu, drafter, guo):
        assert policies.may_look_back(person, quota.organisation)
    for stranger in (wang, AnonymousUser()):
        assert not policies.may_look_back(stranger, quota.organisation)


def test_what_is_to_be_filled_waits_until_it_is_handed_in(quota: NominationQuota, wu: User) -> None:
    def to_fill() -> list[NominationQuota]:
        return list(NominationQuota.objects.to_fill(wu, timezone.now()))

    assert to_fill() == [quota]
    NominationFactory.create_batch(2, quota=quota)
    assert to_fill() == [quota], "written is not handed in"
    Nomination.objects.update(status="submitted")
    assert to_fill() == []
    Nomination.objects.update(status="withdrawn")
    assert to_fill() == [quota]
    assert not NominationQuota.objects.to_fill(wu, timezone.now() + timedelta(days=8)).exists()
    over(quota)
    assert to_fill() == []
