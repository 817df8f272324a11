"""Every address, for every role: what it meets, and that a refusal changes and tells nothing."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.http import HttpResponseNotFound
from django.urls import path
from django.utils import timezone

from partnership.accounts import views
from partnership.accounts.backends import RoleBackend
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.accounts.querysets import SessionQuerySet
from partnership.accounts.sessions import SessionStore
from partnership.documents.querysets import PictureQuerySet, StoredFileQuerySet
from partnership.network.roles import MemberRole
from tests.permissions import addresses, document
from tests.permissions.crossing import Crossing
from tests.permissions.rows import ROWS, furnish
from tests.permissions.table import MARKER, ROLES, Row, World
from tests.shared_rows import SharedRows

PASSWORD = make_password("Blauer-Ozean-2026")


@pytest.fixture(scope="module")
def world(shared_rows: SharedRows) -> World:
    """One world for all rows: it is dear, and every request takes back what it did."""
    with shared_rows:
        return furnished()


def furnished() -> World:
    people = {
        role: User.objects.create(email=f"{role}@example.org", password=PASSWORD, roles=[role])
        for role in Role.values
    }
    people |= {
        role: User.objects.create(
            email=f"{role}@example.org", password=PASSWORD, roles=[Role.MEMBER]
        )
        for role in MemberRole.values
    }
    world = World(people)
    furnish(world)
    world.made_at = timezone.now()
    return world


def by_session(store: SessionStore, _now: object) -> object:
    return store.session_key


def by_key(_backend: RoleBackend, user_id: int) -> object:
    return user_id


def read_once(read: Callable[..., Any], key: Callable[..., object]) -> Callable[..., Any]:
    """Return `read` with a memory: whoever asks again gets a row of their own, as it was read."""
    kept: dict[object, Any] = {}

    def reading(*asked: Any) -> Any:
        row = kept.get(key(*asked)) or read(*asked)
        if row is not None:
            kept[key(*asked)] = row
        return deepcopy(row)

    return reading


@pytest.fixture
def crossing(
    world: World, db: None, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Crossing]:
    """It is always the moment after the world was made: an event of today begins in a minute.

    Each request finds sessions and people as the one before did, which took back what it did: their
    rows are read once."""
    settings.ACCOUNT_RATE_LIMITS = False  # all roles come from one address here
    monkeypatch.setattr(SessionStore, "_row", read_once(SessionStore._row, by_session))
    monkeypatch.setattr(RoleBackend, "get_user", read_once(RoleBackend.get_user, by_key))
    with time_machine.travel(world.made_at):
        yield Crossing(world)


def rows_of(url: str) -> list[Row]:
    return [row for rows in ROWS.values() for row in rows if row.url == url]


def faults(crossing: Crossing, rows: list[Row]) -> list[str]:
    return [fault for row in rows for fault in crossing.faults(row)]


@pytest.mark.parametrize("name", sorted(ROWS))
def test_every_cell_is_as_the_table_says(crossing: Crossing, name: str) -> None:
    found = faults(crossing, ROWS[name])

    assert not found, "\n".join(["", *found])


def test_every_address_has_a_row() -> None:
    named = {row.url for rows in ROWS.values() for row in rows}
    missing = sorted(addresses.names() - named)
    gone = sorted(named - addresses.names())

    assert not missing, (
        f"Who may do what at {', '.join(missing)}? "
        "Add a row for each to tests/permissions/rows/<app>.py and run `make permissions`."
    )
    assert not gone, f"These addresses are no more, delete their rows: {', '.join(gone)}"


def test_every_row_speaks_of_every_role() -> None:
    for row in (row for rows in ROWS.values() for row in rows):
        assert tuple(row.get) == tuple(row.post) == ROLES, row.url


def test_the_document_is_up_to_date() -> None:
    written = document.FILE.read_text(encoding="utf-8")

    assert written == document.document(), "Run `make permissions` and commit docs/permissions.md."


def test_it_notices_an_address_without_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    new = path("new/", views.profile, name="new_page")
    resolver = SimpleNamespace(url_patterns=[new])
    monkeypatch.setattr(addresses, "get_resolver", lambda: resolver)

    with pytest.raises(AssertionError, match=r"Who may do what at new_page\? Add a row"):
        test_every_address_has_a_row()


def everybody(*_args: object) -> bool:
    return True


def everyones(self: SessionQuerySet, _user: User) -> SessionQuerySet:
    return self.all()


def all_of_them(self: PictureQuerySet) -> PictureQuerySet:
    return self.all()


# Rules that are taken away for a moment, each with an address whose cells then have to turn red.
MUTATIONS: list[tuple[str, type, str, Callable[..., object]]] = [
    ("admin:index", User, "has_role", everybody),
    ("account_end_session", SessionQuerySet, "of", everyones),
    ("documents:file", StoredFileQuerySet, "visible_to", everyones),
    ("documents:picture", PictureQuerySet, "public", all_of_them),
]


@pytest.mark.parametrize(
    ("url", "owner", "attribute", "replacement"),
    MUTATIONS,
    ids=[f"{row[0]} {row[2]}" for row in MUTATIONS],
)
def test_a_rule_taken_away_turns_cells_red(
    crossing: Crossing,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    owner: type,
    attribute: str,
    replacement: Callable[..., object],
) -> None:
    monkeypatch.setattr(owner, attribute, replacement)

    assert faults(crossing, rows_of(url))


def test_it_notices_a_page_that_writes_when_opened(
    crossing: Crossing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "partnership.accounts.views.second_factor.is_set_up",
        lambda user: User.objects.filter(pk=user.pk).update(name="written"),
    )
    found = faults(crossing, rows_of("account_profile"))

    assert any("wrote to accounts_user" in fault for fault in found)


def test_it_notices_somebody_elses_text_in_a_refusal(
    crossing: Crossing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "partnership.core.error_views.render",
        lambda *_args, **_options: HttpResponseNotFound(MARKER),
    )
    found = faults(crossing, [row for row in rows_of("cases:detail") if row.about == "draft"])

    assert any("somebody else's text" in fault for fault in found)


def test_it_notices_a_refusal_that_writes(
    crossing: Crossing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(*_args: object, **_options: object) -> HttpResponseNotFound:
        User.objects.filter(roles__contains=["member"]).update(name="written")
        return HttpResponseNotFound()

    monkeypatch.setattr("partnership.core.error_views.render", render)
    made_up = [row for row in rows_of("account_confirm_email") if row.about == "a made-up key"]
    found = faults(crossing, made_up)

    assert any("refused, yet wrote to accounts_user" in fault for fault in found)


def test_it_notices_what_a_refusal_writes_past_django(
    crossing: Crossing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(*_args: object, **_options: object) -> HttpResponseNotFound:
        with connection.cursor() as cursor:
            cursor.cursor.execute("UPDATE accounts_user SET name = 'written'")
        return HttpResponseNotFound()

    monkeypatch.setattr("partnership.core.error_views.render", render)
    made_up = [row for row in rows_of("account_confirm_email") if row.about == "a made-up key"]
    found = faults(crossing, made_up)

    assert any("wrote to accounts_user in passing" in fault for fault in found)
