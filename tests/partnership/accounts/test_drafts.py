"""What was typed is not lost when the sign-in ended meanwhile."""

from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts import drafts
from partnership.accounts.models import User
from tests.partnership.accounts.conftest import PASSWORD, SignIn

NOW = timezone.localtime()
LATER = NOW + timedelta(hours=12, minutes=1)
TYPED = {"name": "Anna Nguyen", "latin_name": "", "language": "en"}


@pytest.fixture
def ended(client: Client, anna: User) -> Client:
    """Anna's browser, whose sign-in has just ended."""
    with time_machine.travel(NOW):
        client.force_login(anna)
    return client


def send(client: Client, values: dict[str, object], moment: object = LATER) -> object:
    with time_machine.travel(moment):
        return client.post(reverse("account_profile"), values)


def sign_in(client: Client, email: str, wanted: str, moment: object = LATER) -> object:
    values = {"login": email, "password": PASSWORD, "next": wanted}
    with time_machine.travel(moment):
        return client.post(reverse("account_login"), values)


def test_the_form_comes_back_after_signing_in_and_is_sent_again(ended: Client, anna: User) -> None:
    response = send(ended, TYPED)
    draft_path = reverse("account_draft")
    assert response.url == f"{reverse('account_login')}?next={quote(draft_path, safe='')}"

    assert sign_in(ended, anna.email, draft_path).url == draft_path
    with time_machine.travel(LATER):
        page = ended.get(draft_path)
        draft = page.context["draft"]
        assert "Anna Nguyen" in page.content.decode()
        resent = dict(draft.fields)
        ended.post(draft.path, {**resent, drafts.RESENT: "1"})
        assert ended.get(draft_path).url == reverse("account_profile")

    assert User.objects.get(pk=anna.pk).name == "Anna Nguyen"


def test_the_sign_in_page_says_why(ended: Client) -> None:
    send(ended, TYPED)
    with time_machine.travel(LATER):
        page = ended.get(reverse("account_login")).content.decode()

    assert "twelve hours" in page
    assert "kept for an hour" in page


def test_a_page_that_was_only_opened_leaves_no_draft(ended: Client) -> None:
    with time_machine.travel(LATER):
        response = ended.get(reverse("account_profile"))
        page = ended.get(response.url).content.decode()

    assert "twelve hours" in page
    assert "kept for an hour" not in page


def test_nobody_else_sees_it(ended: Client, ming: User) -> None:
    send(ended, TYPED)
    sign_in(ended, ming.email, reverse("account_draft"))

    with time_machine.travel(LATER):
        assert ended.get(reverse("account_draft")).url == reverse("account_profile")
        assert drafts.KEY not in ended.session


def test_it_is_kept_for_an_hour(ended: Client, anna: User) -> None:
    send(ended, TYPED)
    much_later = LATER + timedelta(minutes=61)
    sign_in(ended, anna.email, reverse("account_draft"), much_later)

    with time_machine.travel(much_later):
        assert ended.get(reverse("account_draft")).status_code == 302


def test_it_is_thrown_away_on_request(ended: Client, anna: User) -> None:
    send(ended, TYPED)
    sign_in(ended, anna.email, reverse("account_draft"))

    with time_machine.travel(LATER):
        ended.post(reverse("account_draft"))
        assert ended.get(reverse("account_draft")).status_code == 302


def test_secrets_and_files_are_not_kept(ended: Client, anna: User) -> None:
    upload = SimpleUploadedFile("a.txt", b"content of the file")
    send(ended, {**TYPED, "password1": "secret-words", "code": "123456", "file": upload})
    sign_in(ended, anna.email, reverse("account_draft"))

    with time_machine.travel(LATER):
        page = ended.get(reverse("account_draft")).content.decode()
    assert "Files are not kept" in page
    for secret in ("secret-words", "123456", "content of the file"):
        assert secret not in page


@pytest.mark.parametrize("values", [{}, {"name": "x" * (drafts.LARGEST + 1)}])
def test_nothing_and_too_much_are_not_kept(ended: Client, values: dict[str, object]) -> None:
    assert "draft" not in send(ended, values).url


def test_what_is_no_form_is_not_kept(ended: Client) -> None:
    with time_machine.travel(LATER):
        response = ended.post(reverse("account_profile"), "{}", content_type="application/json")

    assert "draft" not in response.url


def test_the_admin_keeps_it_too(client: Client, ming: User) -> None:
    with time_machine.travel(NOW):
        client.force_login(ming)
    with time_machine.travel(NOW + timedelta(minutes=31)):
        response = client.post(reverse("admin:index"), {"text": "typed in the admin"})
        assert quote(reverse("account_draft"), safe="") in response.url
        page = client.get(response.url).content.decode()

    assert "nothing was done for a while" in page or "一段时间" in page


def test_a_person_who_never_signed_in_is_just_sent_to_sign_in(client: Client, db: None) -> None:
    response = client.post(reverse("account_profile"), TYPED)

    assert response.url.startswith(reverse("account_login"))
    assert "draft" not in response.url


def test_a_public_page_does_not_look_at_the_session(client: Client, anna: User) -> None:
    with time_machine.travel(NOW):
        client.force_login(anna)

    assert "Cookie" not in client.get("/zh-hans/").headers.get("Vary", "")


def test_signing_in_forgets_why_the_last_one_ended(
    ended: Client, anna: User, try_to_sign_in: SignIn
) -> None:
    send(ended, TYPED)
    sign_in(ended, anna.email, reverse("account_draft"))

    with time_machine.travel(LATER):
        assert "sign_in_ended" not in ended.session
