"""The own account."""

import re

from django.test import Client
from django.urls import reverse

from partnership.accounts import actions
from partnership.accounts.forms import ProfileForm
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent


def test_a_person_changes_name_and_language(client: Client, anna: User) -> None:
    client.force_login(anna)

    response = client.post(
        reverse("account_profile"),
        {
            "name": "阮安娜",
            "latin_name": "Anna Nguyen",
            "language": "zh-hans",
            "time_zone": "Asia/Ho_Chi_Minh",
        },
    )

    assert response.status_code == 302
    fresh = User.objects.get(pk=anna.pk)
    assert (fresh.name, fresh.latin_name, fresh.language) == ("阮安娜", "Anna Nguyen", "zh-hans")
    assert fresh.time_zone == "Asia/Ho_Chi_Minh"
    assert AuditEvent.objects.about(anna).filter(verb=Verb.CHANGED).count() == 1


def test_a_name_in_han_characters_is_read_as_chinese_on_every_page(
    client: Client, anna: User
) -> None:
    actions.change_profile(anna, name="阮安娜")
    client.force_login(anna)

    assert 'lang="zh-Hans">阮安娜<' in client.get(reverse("account_profile")).content.decode()


def test_a_name_is_needed(client: Client, anna: User) -> None:
    client.force_login(anna)
    page = client.post(reverse("account_profile"), {"name": "", "language": "en"})

    assert page.status_code == 200
    assert "name" in page.context["form"].errors
    assert User.objects.get(pk=anna.pk).name == "Anna"


def test_roles_and_address_are_not_for_oneself_to_change(client: Client, anna: User) -> None:
    client.force_login(anna)
    client.post(
        reverse("account_profile"),
        {
            "name": "Anna",
            "language": "en",
            "roles": ["secretariat"],
            "email": "other@example.org",
            "is_active": "",
            "password": "x",
        },
    )

    fresh = User.objects.get(pk=anna.pk)
    assert (fresh.roles, fresh.email, fresh.is_active) == (["member"], "anna@example.org", True)
    assert fresh.password == anna.password


def test_saving_without_a_change_leaves_no_trace(anna: User) -> None:
    actions.change_profile(anna, name="Anna")

    assert not AuditEvent.objects.about(anna).filter(verb=Verb.CHANGED).exists()


def test_english_pages_show_the_latin_name(anna: User) -> None:
    anna.name, anna.latin_name = "阮安娜", "Anna Nguyen"

    assert anna.name_in("en") == "Anna Nguyen"
    assert anna.name_in("zh-hans") == "阮安娜"
    anna.latin_name = ""
    assert anna.name_in("en") == "阮安娜"


def test_a_person_without_a_name_is_called_by_the_address() -> None:
    assert str(User(email="a@example.org")) == "a@example.org"


def test_people_see_themselves_and_the_secretariat_sees_all(
    anna: User, ming: User, guo: User
) -> None:
    from django.contrib.auth.models import AnonymousUser

    assert list(User.objects.visible_to(anna)) == [anna]
    assert set(User.objects.visible_to(ming)) == {anna, ming, guo}
    assert list(User.objects.visible_to(guo)) == [guo]
    assert list(User.objects.visible_to(AnonymousUser())) == []


def test_it_finds_people_by_address_in_any_case(anna: User) -> None:
    assert User.objects.get_by_natural_key("ANNA@example.org") == anna


def test_each_language_to_choose_stands_under_its_own_name_and_tag(anna: User) -> None:
    field = str(ProfileForm(instance=anna)["language"])

    assert re.search(r'<option value="zh-hans"[^>]*lang="zh-Hans"[^>]*>中文<', field)
    assert re.search(r'<option value="en"[^>]*lang="en"[^>]*>English<', field)
