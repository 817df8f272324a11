"""Locking what an action is about to change, and keeping its trace."""

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network.models import Organisation
from partnership.reference.sort_keys import SORT_KEYS

KEPT_BY_THE_ROW_ITSELF = ("version", "updated_at", *SORT_KEYS.values())


def locked(organisation: Organisation) -> Organisation:
    """Return the organisation as it now is, locked until the transaction ends."""
    return Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)


def save(
    organisation: Organisation,
    before: audit.Snapshot,
    verb: Verb,
    *,
    by: User | None,
    note: str = "",
) -> Organisation:
    """Count the version up, store the row and note what changed since `before`."""
    organisation.version += 1
    organisation.save()
    changes = audit.difference(before, audit.snapshot(organisation))
    for name in KEPT_BY_THE_ROW_ITSELF:
        changes.pop(name, None)
    audit.record(verb, organisation, by=by, changes=changes, note=note)
    return organisation
