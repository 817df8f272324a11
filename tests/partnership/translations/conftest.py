"""Cases whose English text a publisher has answered for."""

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client

from cases.models import Case
from partnership.accounts.models import User
from partnership.translations import auditing
from partnership.translations.models import TranslatedObject, TranslationUnit
from tests.factories.cases import CaseFactory, PublishedCaseFactory
from tests.shared_rows import SharedRows

LIST = "/admin/translations/translatedobject/"

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


@pytest.fixture(scope="module")
def number_of_case(shared_rows: SharedRows) -> str:
    with shared_rows:
        made: Case = PublishedCaseFactory()
        TranslatedObject.objects.all().delete()
        auditing.check_everything()
        return made.number


@pytest.fixture
def case(number_of_case: str, db: None) -> Case:
    """A case public in both languages; what it has in English is approved."""
    return Case.objects.get(number=number_of_case)


@pytest.fixture
def draft() -> Case:
    """Two texts to translate: a title and a summary."""
    return CaseFactory(title_en="", summary_zh_hans="摘要 & <一>。\n第二行。")


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def stale(case: Case) -> TranslationUnit:
    case.background_zh_hans = "背景改了。"
    case.save()
    return unit_of(case, "background")


def page_of(case: Case) -> str:
    return f"{LIST}{line_of(case).pk}/change/"


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()
