"""Cases whose English text a publisher has answered for."""

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from cases.models import Case
from partnership.translations import auditing
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.cases import PublishedCaseFactory

UnitOf = Callable[..., TranslationUnit]


def unit_of(thing: Model, field: str) -> TranslationUnit:
    """Return what is known of one text as the database has it now."""
    content_type = ContentType.objects.get_for_model(type(thing))
    return TranslationUnit.objects.get(content_type=content_type, object_id=thing.pk, field=field)


def states_of(thing: Model) -> dict[str, str]:
    """Return the state of every text of a row, by field."""
    content_type = ContentType.objects.get_for_model(type(thing))
    units = TranslationUnit.objects.filter(content_type=content_type, object_id=thing.pk)
    return dict(units.values_list("field", "state"))


def line_of(thing: Model, kind: str = "case") -> TranslatedObject:
    return TranslatedObject.objects.get(kind=kind, object_id=thing.pk)


@pytest.fixture
def case(db: None) -> Case:
    """A case public in both languages; what it has in English is approved."""
    made: Case = PublishedCaseFactory()
    TranslatedObject.objects.all().delete()
    auditing.check_everything()
    return made
