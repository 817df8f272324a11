"""Fetching files and pictures: who may, and with which headers."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.db import models
from django.test import Client

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.documents import shown, storage
from partnership.documents.addresses import file_url, picture_url
from partnership.documents.choices import State
from partnership.documents.models import Picture, StoredFile
from tests.conftest import person
from tests.factories.files import CSV, ConsentFactory, PictureFactory, jpeg, stored

pytestmark = pytest.mark.django_db


class ReadingClient(Client):
    """Reads every answer to its end, as browsers do, and keeps it as `body`."""

    def get(self, *arguments: Any, **options: Any) -> Any:
        response = super().get(*arguments, **options)
        response.body = b"".join(response) if response.streaming else response.content
        for close in response._resource_closers:  # not response.close(), which ends the database
            close()
        return response


@pytest.fixture
def client() -> Client:
    return ReadingClient()


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The keys of pictures that some public page shows."""
    keys: list[int] = []

    def question() -> object:
        return Picture.objects.filter(pk__in=keys).annotate(picture=models.F("pk"))

    monkeypatch.setattr(shown, "_questions", [question])
    return keys


@pytest.fixture
def picture(public: list[int]) -> Picture:
    made = PictureFactory(file=stored(jpeg((600, 400))))
    public.append(made.pk)
    return made


def copy(picture: Picture, name: str = "480.webp") -> str:
    return picture_url(picture.file.token, name)


def signed_in(user: User) -> Client:
    client = ReadingClient()
    client.force_login(user)
    return client


def test_everyone_sees_a_public_picture(client: Client, picture: Picture) -> None:
    response = client.get(copy(picture))

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.body.startswith(b"RIFF")


def test_a_public_picture_costs_one_query(
    client: Client, picture: Picture, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):
        client.get(copy(picture))


def test_whoever_holds_the_picture_is_told_that_it_is_the_same(
    client: Client, picture: Picture
) -> None:
    etag = client.get(copy(picture)).headers["ETag"]
    response = client.get(copy(picture), headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.headers["ETag"] == etag


def test_a_withdrawn_picture_is_gone_even_for_whoever_holds_it(
    client: Client, picture: Picture
) -> None:
    etag = client.get(copy(picture)).headers["ETag"]
    Picture.objects.update(licence="")

    assert client.get(copy(picture), headers={"If-None-Match": etag}).status_code == 404


def test_a_picture_on_no_public_page_is_for_staff_alone(
    picture: Picture, public: list[int], client: Client, wang: User, lin: User
) -> None:
    public.clear()

    assert client.get(copy(picture)).status_code == 404
    assert signed_in(wang).get(copy(picture)).status_code == 404
    response = signed_in(lin).get(copy(picture))
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_the_large_one_for_print_is_for_staff_alone(
    picture: Picture, client: Client, lin: User
) -> None:
    assert client.get(copy(picture, "master.jpg")).status_code == 404
    assert signed_in(lin).get(copy(picture, "master.jpg")).status_code == 200


@pytest.mark.parametrize("name", ["481.webp", "original.jpg", "share.png"])
def test_there_are_no_other_copies(picture: Picture, client: Client, name: str) -> None:
    assert client.get(copy(picture, name)).status_code == 404


@pytest.mark.parametrize("state", [State.QUARANTINED, State.REFUSED])
def test_only_what_was_released_is_shown(picture: Picture, lin: User, state: State) -> None:
    StoredFile.objects.update(state=state, reason="virus")

    assert signed_in(lin).get(copy(picture)).status_code == 404


def test_bytes_that_are_gone_are_no_fault_of_the_visitor(client: Client, picture: Picture) -> None:
    storage.forget(picture.file.token)

    assert client.get(copy(picture)).status_code == 404


def test_a_file_is_handed_to_its_sender_and_the_secretariat(
    wang: User, nguyen: User, lin: User, client: Client
) -> None:
    address = file_url(stored(CSV, "点位 数据.csv", by=wang).token)

    for user in (wang, lin):
        response = signed_in(user).get(address)
        assert response.body == CSV
        assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert signed_in(nguyen).get(address).status_code == 404
    assert client.get(address).status_code == 404


def test_a_file_is_offered_with_the_ending_of_what_it_is(wang: User) -> None:
    row = stored(jpeg(), "holiday.php.jfif", by=wang)

    assert row.download_name == "holiday.php.jpg"


def test_reading_a_signed_sheet_leaves_a_trace(lin: User) -> None:
    row = stored(jpeg(), by=lin)
    signed_in(lin).get(file_url(row.token))
    assert not AuditEvent.objects.filter(verb=Verb.VIEWED).exists()

    ConsentFactory(sheet=row)
    signed_in(lin).get(file_url(row.token))
    assert AuditEvent.objects.get(verb=Verb.VIEWED).target_id == str(row.pk)


def test_the_proxy_is_told_what_to_send(
    client: Client, picture: Picture, settings: LazySettings
) -> None:
    settings.SEND_FILES_BY_PROXY = True
    response = client.get(copy(picture))
    token = picture.file.token

    assert response.headers["X-Accel-Redirect"] == f"/checked-files/{token[:2]}/{token}/480.webp"
    assert response.content == b""
    assert response.headers["ETag"]


def test_a_reviewer_is_a_stranger_to_files(chen: User, wang: User) -> None:
    row = stored(CSV, "a.csv", by=wang)

    assert signed_in(chen).get(file_url(row.token)).status_code == 404
    keeper = person("Second", "en", Role.SECRETARIAT)
    assert signed_in(keeper).get(file_url(row.token)).status_code == 200
