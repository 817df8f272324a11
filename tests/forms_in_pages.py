"""What a browser would send: the fields of a form as a page shows them."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

SENT_WHEN_CHECKED = {"checkbox", "radio"}
NEVER_SENT = {"submit", "button", "image", "reset", "file"}


class _Fields(HTMLParser):
    """Collects the values inside the form with an id, or inside the last form that posts."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.values: dict[str, list[str]] = {}
        self._inside = False
        self._select = ""
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == self.form_id
        elif self._inside:
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in NEVER_SENT:
            is_choice = given.get("type") in SENT_WHEN_CHECKED
            if not is_choice or "checked" in given:
                self._add(name, given.get("value", "on" if is_choice else ""))
        elif tag == "textarea":
            self._select, self._text = name, []
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given and self._select:
            self._add(self._select, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._text is not None:
            self._add(self._select, "".join(self._text).removeprefix("\n"))
            self._select, self._text = "", None
        elif tag == "select":
            self._select = ""

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


def fields_of(response: HttpResponse, form_id: str) -> dict[str, Any]:
    """Return what the form would send if nothing were changed in it."""
    parser = _Fields(form_id)
    parser.feed(response.content.decode())
    if not parser.values:
        raise AssertionError(f"There is no form {form_id} on the page.")
    return {name: found if len(found) > 1 else found[0] for name, found in parser.values.items()}


def resend(client: Client, path: str, form_id: str, **changes: Any) -> HttpResponse:
    """Open the page, change some fields, and send its form."""
    data = fields_of(client.get(path), form_id)
    return client.post(path, {**data, **changes})


def text_of_page(client: Client, address: str) -> str:
    """Return the page at `address` as its source."""
    return client.get(address).content.decode()
