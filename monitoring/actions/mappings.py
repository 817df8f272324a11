"""Forgetting which column is which in an organisation's own spreadsheets."""

from django.db import transaction

from monitoring.models import ColumnMapping
from monitoring.workbook.layouts import layout_of
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.review import policies


@transaction.atomic
def forget_columns(mapping: ColumnMapping, *, by: User) -> None:
    """Delete what was said; drafts that were made by it stay."""
    policies.may_begin(by, layout_of(mapping.kind).subject).require()
    audit.record(Verb.DELETED, mapping, by=by)
    mapping.delete()
