"""A member's desk: beside the work, what they were told and who acts with them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.notifications.models import Notification
from partnership.portal.desk import NOTICES_SHOWN
from tests.factories.network import MembershipFactory


def page_of(client: Client, language: str = "en") -> str:
    with override(language):
        return client.get(reverse("portal:desk")).content.decode()


def tell(person: User, *numbers: int) -> None:
    Notification.objects.bulk_create(
        Notification(
            recipient=person,
            kind="network.approved",
            title_zh_hans=f"通知{number}",
            title_en=f"Notice {number}",
            path_zh_hans=f"/zh-hans/about/?{number}",
            path_en=f"/en/about/?{number}",
            event=str(number),
        )
        for number in numbers
    )


@pytest.mark.parametrize(
    ("language", "nothing", "told", "people"),
    [
        ("zh-hans", "您已读完全部通知", "通知7", "2人可代表该组织办理事务"),
        ("en", "You have read everything", "Notice 7", "2 people act for it"),
    ],
)
def test_it_shows_what_is_new_and_who_acts_with_one(
    client: Client, nguyen: User, language: str, nothing: str, told: str, people: str
) -> None:
    client.force_login(nguyen)
    own = MembershipFactory(user=nguyen).organisation
    assert nothing in page_of(client, language)
    MembershipFactory(organisation=own)
    tell(nguyen, 7)

    page = page_of(client, language)

    assert told in page
    assert people in page
    assert nothing not in page
    assert f"/{language}/about/?7" in page


def test_it_shows_the_newest_and_asks_as_much_for_one_as_for_many(
    client: Client, nguyen: User
) -> None:
    client.force_login(nguyen)
    counts = []
    for number, many in ((1, 1), (2, 3), (5, 50)):
        MembershipFactory(user=nguyen)
        tell(nguyen, *range(1000 * number, 1000 * number + many))
        with CaptureQueriesContext(connection) as queries:
            page = page_of(client)
        counts.append(len(queries))

    assert page.count("/en/about/?") == NOTICES_SHOWN
    assert len(set(counts)) == 1


def test_read_notices_and_those_of_others_do_not_stand_there(
    client: Client, nguyen: User, wang: User
) -> None:
    client.force_login(nguyen)
    tell(wang, 1)
    tell(nguyen, 2)
    Notification.objects.filter(recipient=nguyen).update(read_at="2026-01-01T00:00Z")

    page = page_of(client)

    assert "Notice 1" not in page
    assert "Notice 2" not in page
