"""Where a request comes from."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from partnership.core import client_address

PEER = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "", PEER),
        (0, "198.51.100.7", PEER),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "1.1.1.1, 198.51.100.7", "198.51.100.7"),
        (2, "1.1.1.1, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", PEER),
        (1, "", PEER),
        (1, "nonsense", PEER),
        (1, "2001:db8::5", "2001:db8::5"),
    ],
)
def test_it_believes_only_what_our_own_proxies_wrote(
    rf: RequestFactory, settings: LazySettings, proxies: int, forwarded: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR=PEER, headers={"X-Forwarded-For": forwarded})

    assert client_address.of(request) == expected


def test_it_says_so_when_the_server_names_no_peer(rf: RequestFactory) -> None:
    assert client_address.of(rf.get("/", REMOTE_ADDR="")) == client_address.UNKNOWN


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
    ],
)
def test_it_counts_an_ipv6_subscriber_as_one(
    rf: RequestFactory, address: str, network: str
) -> None:
    assert client_address.network_of(rf.get("/", REMOTE_ADDR=address)) == network
