"""Signing in, the own account, the language switch."""

from django.contrib.sessions.backends.base import SessionBase
from django.utils.http import int_to_base36

from partnership.accounts.models import Session
from partnership.accounts.sessions import SessionStore
from tests.permissions.table import MARKER, Cells, Meets, Row, World, everyone, signed_in

SHOWN, DONE = Meets.SHOWN, Meets.DONE
NO_SUCH_METHOD, NOT_THERE = Meets.NO_SUCH_METHOD, Meets.NOT_THERE

OPEN: Cells = everyone(SHOWN)
ONE_WAY: Cells = everyone(NO_SUCH_METHOD)  # a page that only shows
VISITORS: Cells = signed_in(DONE, anonymous=SHOWN)  # whoever is signed in is sent on


def furnish(world: World) -> None:
    """Another device of each person, and a device of somebody else."""
    world.things["devices"] = {
        role: _device(person.pk, "another device") for role, person in world.people.items()
    }
    stranger = world.people["member"].__class__.objects.create_user("stranger@example.org")
    world.things["foreign_device"] = _device(stranger.pk, f"Chrome/1 {MARKER}")


def _device(user_id: int, browser: str) -> Session:
    store: SessionBase = SessionStore()
    store["_auth_user_id"] = str(user_id)
    store["client"] = {"browser": browser}
    store.save()
    return Session.objects.get(session_key=store.session_key)


def own_device(world: World, role: str) -> dict[str, str]:
    """Return the address of the person's other device; a visitor tries the member's."""
    return {"handle": world.things["devices"].get(role, world.things["devices"]["member"]).handle}


def foreign_device(world: World, _role: str) -> dict[str, str]:
    return {"handle": world.things["foreign_device"].handle}


def made_up_link(world: World, _role: str) -> dict[str, str]:
    """Name somebody who exists: the answer and the work have to be the same."""
    return {"uidb36": int_to_base36(world.people["member"].pk), "key": "made-up"}


def made_up_key(_world: World, _role: str) -> dict[str, str]:
    return {"key": "made:up:key"}


def english(_world: World, _role: str) -> dict[str, str]:
    return {"language": "en", "next": "/zh-hans/"}


ROWS = [
    Row("switch_language", ONE_WAY, everyone(DONE), data=english),
    Row("account_login", VISITORS, VISITORS),
    Row("account_logout", signed_in(SHOWN, anonymous=DONE), everyone(DONE)),
    Row("account_inactive", OPEN, ONE_WAY),
    Row("account_reset_password", OPEN, OPEN),
    Row("account_reset_password_done", OPEN, ONE_WAY),
    Row("account_reset_password_from_key", OPEN, OPEN, "a made-up link", made_up_link),
    Row("account_reset_password_from_key_done", OPEN, ONE_WAY),
    Row("account_email_verification_sent", OPEN, ONE_WAY),
    Row("account_confirm_email", OPEN, everyone(NOT_THERE), "a made-up key", made_up_key),
    Row("account_profile", signed_in(SHOWN), signed_in(SHOWN)),
    Row("account_reauthenticate", signed_in(SHOWN), signed_in(SHOWN)),
    Row("account_draft", signed_in(DONE), signed_in(DONE), "without a draft"),
    Row("account_change_password", signed_in(SHOWN), signed_in(SHOWN)),
    Row("account_sessions", signed_in(SHOWN), signed_in(NO_SUCH_METHOD)),
    Row("account_end_other_sessions", signed_in(NO_SUCH_METHOD), signed_in(DONE)),
    Row(
        "account_end_session",
        signed_in(NO_SUCH_METHOD),
        signed_in(DONE),
        "one's own",
        own_device,
    ),
    Row(
        "account_end_session",
        signed_in(NO_SUCH_METHOD),
        signed_in(NOT_THERE),
        "somebody else's",
        foreign_device,
    ),
    Row("mfa_index", signed_in(SHOWN), signed_in(NO_SUCH_METHOD)),
    Row("mfa_authenticate", signed_in(DONE), signed_in(DONE)),
    Row("mfa_reauthenticate", signed_in(DONE), signed_in(DONE), "without an app"),
    Row("mfa_activate_totp", signed_in(DONE), signed_in(DONE), "before confirming who it is"),
    Row("mfa_deactivate_totp", signed_in(NOT_THERE), signed_in(NOT_THERE), "without an app"),
    Row("mfa_view_recovery_codes", signed_in(NOT_THERE), signed_in(NO_SUCH_METHOD), "without any"),
    Row(
        "mfa_generate_recovery_codes",
        signed_in(DONE),
        signed_in(DONE),
        "before confirming who it is",
    ),
    Row("mfa_download_recovery_codes", signed_in(NOT_THERE), signed_in(NOT_THERE), "without any"),
]
