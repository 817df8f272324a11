"""What the start page says about people."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


def waiting(client: Client, title: str) -> tuple[int, str]:
    items = client.get(reverse("admin:index")).context["waiting"]
    (item,) = [item for item in items if item.question.title == title]
    return item.count, item.url


def test_invitations_nobody_followed_wait_for_the_secretariat(client: Client, lin: User) -> None:
    User.objects.update(last_login=timezone.now())
    hoa = User.objects.create_user("hoa@example.org", name="Hoa", roles=["member"])
    User.objects.create_user("an@example.org", "a password of her own", name="An", roles=["member"])
    client.force_login(lin)

    count, url = waiting(client, "尚未启用的邀请")

    rows = client.get(url).context["cl"].result_list
    assert count == 1
    assert list(rows) == [hoa]


def test_blocked_sign_ins_wait_for_the_audit_administrator(
    client: Client, guo: User, wang: User
) -> None:
    audit.record(Verb.LOCKED_OUT, wang, by=None)
    audit.record(Verb.SIGN_IN_FAILED, wang, by=None)
    client.force_login(guo)

    count, url = waiting(client, "昨日以来被锁定的登录")

    assert count == len(client.get(url).context["cl"].result_list) == 1
