"""The admin's own pages; the pages of each model stand with its app (see `admin_rows`)."""

from tests.permissions.table import (
    ROLES,
    STAFF,
    Arguments,
    Meets,
    Row,
    World,
    everyone,
    in_admin,
    signed_in,
)

STAFF_PAGE = in_admin(*STAFF)
STAFF_SENT_ON = in_admin(*STAFF, meets=Meets.DONE)
ABSENT = in_admin(*STAFF, meets=Meets.NOT_THERE)
FORBIDDEN = in_admin(*STAFF, meets=Meets.FORBIDDEN)
PEOPLE = in_admin(*STAFF, meets=Meets.NOT_THERE) | {"secretariat": Meets.SHOWN}
ONE_WAY = in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD)
NO_STAFF = tuple(role for role in ROLES if role not in STAFF)
DOOR = signed_in(Meets.FORBIDDEN) | dict.fromkeys(STAFF, Meets.DONE)


def nothing_there(_world: World, _role: str) -> dict[str, str]:
    return {"content_type_id": "0", "object_id": "0"}


def no_such_page(_world: World, _role: str) -> dict[str, str]:
    return {"url": "no-such-page"}


def pages_of(app: str) -> Arguments:
    return lambda _world, _role: {"app_label": app}


ROWS = [
    Row("admin:index", STAFF_PAGE, STAFF_PAGE),
    Row("admin:app_list", STAFF_PAGE, STAFF_PAGE, "reference data", pages_of("reference")),
    Row("admin:app_list", PEOPLE, PEOPLE, "people", pages_of("accounts")),
    Row("admin:search", STAFF_PAGE, STAFF_PAGE),
    Row("admin:login", DOOR, DOOR),
    Row("admin:logout", STAFF_PAGE | dict.fromkeys(NO_STAFF, Meets.DONE), everyone(Meets.DONE)),
    Row("admin:password_change", STAFF_SENT_ON, STAFF_SENT_ON),
    Row("admin:password_change_done", STAFF_SENT_ON, STAFF_SENT_ON),
    Row("admin:autocomplete", FORBIDDEN, ONE_WAY),
    Row("admin:jsi18n", STAFF_PAGE, ONE_WAY),
    Row("admin:view_on_site", ABSENT, ABSENT, kwargs=nothing_there),
    Row("admin/(?P<url>.*)$", ABSENT, ABSENT, kwargs=no_such_page),
]
