"""Readers are told that the other language is newer, until the translation is brought up to date."""

import pytest
from django.test import Client

from cases.models import Case
from partnership.accounts.models import User
from partnership.network.addresses import organisation_url
from partnership.portal.addresses import text_url
from partnership.translations import actions
from partnership.translations.actions.rows import token_of
from tests.factories.network import ListedOrganisationFactory
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.factories.reference import CityFactory, CountryFactory, ProvinceFactory
from tests.partnership.translations.conftest import unit_of

pytestmark = pytest.mark.django_db
SENTENCE = "The Chinese text was updated on"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_case_tells_until_somebody_confirms_that_the_translation_holds(
    client: Client, case: Case, lin: User
) -> None:
    address = f"/en/cases/{case.number}/{case.slug_en}/"
    assert SENTENCE not in read(client, address)

    case.background_zh_hans = "背景改了。"
    case.save()

    assert SENTENCE in read(client, address)
    assert "Background." in read(client, address)  # the public text stays
    assert "已于" not in read(client, f"/zh-hans/cases/{case.number}/{case.slug_zh_hans}/")
    unit = unit_of(case, "background")
    actions.confirm_minor_edit(unit, by=lin, token=token_of(unit), reason="错别字")
    assert SENTENCE not in read(client, address)


def test_a_case_written_in_english_tells_in_chinese(client: Client, case: Case) -> None:
    case.source_language = "en"
    case.save()
    case.background_en = "Another background."
    case.save()

    text = read(client, f"/zh-hans/cases/{case.number}/{case.slug_zh_hans}/")

    assert "英文版已于" in text


@pytest.mark.parametrize("factory", [NewsFactory, PageFactory])
def test_news_and_notices_tell(client: Client, factory: type) -> None:
    facts = {"kind": "notice"} if factory is PageFactory else {}
    text = public(factory(**facts))
    address = text_url("notice" if facts else "news", text.key, "en")
    assert SENTENCE not in read(client, address)

    text.body_zh_hans = "正文改了。"
    text.save()

    found = read(client, address)
    assert SENTENCE in found
    assert text_url("notice" if facts else "news", text.key, "zh-hans") in found


def test_an_organisation_tells(client: Client) -> None:
    city = CityFactory(parent=ProvinceFactory(parent=CountryFactory(code="CN")))
    organisation = ListedOrganisationFactory(place=city)
    actions.sign_published("organisation", organisation.pk)
    organisation.summary_zh_hans = "摘要改了。"
    organisation.save()

    assert SENTENCE in read(client, organisation_url(organisation.slug, "en"))
