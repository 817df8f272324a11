import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as CacheAway

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/places/"


@pytest.fixture(autouse=True)
def limited(settings: LazySettings) -> None:
    settings.API_RATE_ANONYMOUS = "2/minute"


def ask(client: Client, address: str = "192.0.2.1") -> int:
    return client.get(ADDRESS, REMOTE_ADDR=address).status_code


def test_it_limits_each_address_by_itself(client: Client) -> None:
    assert [ask(client) for _ in range(3)] == [200, 200, 429]
    assert ask(client, "192.0.2.2") == 200


def test_it_says_when_to_come_back(client: Client) -> None:
    ask(client)
    ask(client)

    answer = client.get(ADDRESS, REMOTE_ADDR="192.0.2.1")

    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json()["code"] == "throttled"
    assert "秒后再试" in answer.json()["message"]["zh-hans"]


def test_it_is_not_fooled_by_a_made_up_address(client: Client) -> None:
    headers = [{"X-Forwarded-For": f"198.51.100.{number}"} for number in range(3)]

    answers = [
        client.get(ADDRESS, headers=header, REMOTE_ADDR="192.0.2.1").status_code
        for header in headers
    ]

    assert answers == [200, 200, 429]


def test_without_a_cache_everybody_may_ask(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_arguments: object, **_options: object) -> None:
        raise CacheAway

    monkeypatch.setattr(cache, "get", away)

    assert [ask(client) for _ in range(3)] == [200, 200, 200]


def test_without_a_rate_there_is_no_limit(client: Client, settings: LazySettings) -> None:
    settings.API_RATE_ANONYMOUS = ""

    assert [ask(client) for _ in range(3)] == [200, 200, 200]
