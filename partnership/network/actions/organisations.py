"""New organisations, and the edit of one that is there."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network import policies
from partnership.network.actions.rows import locked
from partnership.network.errors import ChangedMeanwhile, NameTaken
from partnership.network.models import Organisation
from partnership.network.slugs import free_slug


@transaction.atomic
def create_organisation(*, by: User, themes: Iterable[int] = (), **fields: object) -> Organisation:
    """Add an organisation nobody has checked yet; a name that is taken is refused."""
    policies.may_manage(by).require()
    organisation = Organisation(**fields)
    organisation.slug = organisation.slug or free_slug(
        organisation.name_en or organisation.name_zh_hans or ""
    )
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as refused:
        taken = Organisation.objects.called(
            organisation.name_zh_hans or "", organisation.name_en or ""
        ).first()
        if taken is None:
            raise
        raise NameTaken(name=str(taken)) from refused
    organisation.themes.set(themes)
    audit.record(Verb.CREATED, organisation, by=by)
    return organisation


def lock_for_edit(organisation: Organisation, *, by: User, version: int) -> Organisation:
    """Return the row locked for a form about to save it, unless somebody else saved meanwhile."""
    row = locked(organisation)
    policies.may_edit_profile(by, row).require()
    if version != row.version:
        raise ChangedMeanwhile
    return row


@transaction.atomic
def settle_edit(organisation: Organisation) -> None:
    """Count the version up after a form saved the row; the form's caller records what changed."""
    row = locked(organisation)
    row.version += 1
    row.save(update_fields=["version"])
