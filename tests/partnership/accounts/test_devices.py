"""What a browser calls itself, in two words."""

import pytest

from partnership.accounts.devices import device_name

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0 Safari/537.36",
            "Chrome, Windows",
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge, Windows",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 14) {WEBKIT} Chrome/116 Mobile MicroMessenger/8.0",
            "WeChat, Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0",
            "Firefox, macOS",
        ),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_it_names_browser_and_system(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name
