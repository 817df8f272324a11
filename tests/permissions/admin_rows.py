"""The rows of a model in the admin, from the roles its admin class declares to the eye.

The roles are written down here a second time on purpose: a slip in the class turns cells red.
"""

from tests.permissions.table import STAFF, Arguments, Meets, Row, World, in_admin

Roles = tuple[str, ...]


def admin_rows(
    model: str, thing: Arguments, *, view: Roles = (), change: Roles = (), delete: Roles = ()
) -> list[Row]:
    """Return the rows of `app.model`; `thing` gives `{"object_id": …}` of one that is there.

    `change` may also view and add. Posting an empty form shows its errors to whoever may.
    """
    label = model.replace(".", "_")
    viewers = (*view, *change)
    seen = in_admin(*viewers)
    edited = in_admin(*change)
    removed = in_admin(*delete)
    forward = in_admin(*STAFF, meets=Meets.DONE)
    route = f"admin/{model.replace('.', '/')}/<path:object_id>/"
    return [
        Row(f"admin:{label}_changelist", seen, seen),
        Row(f"admin:{label}_add", edited, edited),
        Row(f"admin:{label}_change", seen, edited, kwargs=thing),
        Row(f"admin:{label}_history", seen, seen, kwargs=thing),
        Row(f"admin:{label}_delete", removed, removed, kwargs=thing),
        Row(route, forward, forward, "the short address", thing),
    ]


def sheet_rows(model: str, *, view: Roles, take: Roles) -> list[Row]:
    """Return the rows of a list's export and import; a posted form without a file shows why."""
    label = model.replace(".", "_")
    one_way = in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD)
    return [
        Row(f"admin:{label}_export", one_way, in_admin(*view)),
        Row(f"admin:{label}_import", in_admin(*take), in_admin(*take)),
    ]


def deed(
    model: str,
    slug: str,
    thing: Arguments,
    *,
    may: Roles,
    see: Roles,
    about: str = "",
    posted: Meets = Meets.SHOWN,
) -> Row:
    """Return the row of one confirm page; sent empty, it shows its errors or is `posted`.

    `may` meet the page, others who `see` the object are forbidden, to all others it is not there.
    """
    cells = (
        in_admin()
        | dict.fromkeys(STAFF, Meets.NOT_THERE)
        | dict.fromkeys(see, Meets.FORBIDDEN)
        | dict.fromkeys(may, Meets.SHOWN)
    )

    def kwargs(world: World, role: str) -> dict[str, str]:
        return {**thing(world, role), "slug": slug}

    label = model.replace(".", "_")
    done = cells | dict.fromkeys(may, posted)
    return Row(f"admin:{label}_deed", cells, done, f"{slug} {about}".strip(), kwargs)
