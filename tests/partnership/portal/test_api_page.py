"""The documentation of the API: made from the schema, in both languages."""

import re
from html import unescape

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import get_resolver

from partnership.core import languages
from partnership.portal.api_reference import reference
from tests.factories.cases import PublishedCaseFactory, ReadyCaseFactory
from tests.factories.reference import CountryFactory

pytestmark = pytest.mark.django_db

HAN = re.compile(r"[\u3400-\u9fff]")


def shown(client: Client, language: str = "en") -> str:
    answer = client.get(f"/{language}/api/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_describes_every_address_of_the_api() -> None:
    (api,) = (each for each in get_resolver().url_patterns if str(each.pattern) == "api/v1/")
    addresses = {
        "/api/v1/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
        for group in api.url_patterns
        for pattern in getattr(group, "url_patterns", [])
    }

    described = {operation.path for operation in reference(languages.ENGLISH).operations}

    assert described == addresses


def test_every_address_parameter_and_object_is_explained_in_both_languages() -> None:
    english, chinese = (reference(code) for code in (languages.ENGLISH, languages.CHINESE))

    for one, other in zip(english.operations, chinese.operations, strict=True):
        assert not HAN.search(one.description)
        assert HAN.search(other.description)
        for value, value_zh in zip(one.parameters, other.parameters, strict=True):
            assert value.description, value.name
            assert HAN.search(value_zh.description), value.name
    assert [shape.name for shape in english.shapes] == [shape.name for shape in chinese.shapes]
    assert {"CasePage", "CaseRow", "CaseInFull", "Indicator", "PlaceRow"} <= {
        shape.name for shape in english.shapes
    }


def test_it_tells_reading_from_writing(client: Client) -> None:
    html = shown(client)

    assert "<code>GET /api/v1/registrations/</code>" in html
    assert "<code>POST /api/v1/registrations/{uid}/cancel/</code>" in html
    assert re.search(r'curl -X POST "[^"]+/registrations/"', html)


def test_an_object_leads_to_the_objects_in_it(client: Client) -> None:
    html = shown(client)

    wanted = set(re.findall(r'href="#(object-\w+)"', html))

    assert wanted
    assert wanted <= set(re.findall(r'id="(object-\w+)"', html))


def test_the_examples_work(client: Client) -> None:
    for code in ("CN", "VN"):
        CountryFactory(code=code)
    examples = re.findall(r'<a href="(/api/v1/[^"]+)"><code>curl', shown(client))

    assert len(examples) > 3
    for example in examples:
        assert client.get(unescape(example)).status_code == 200, example


def test_it_shows_a_public_case_as_the_api_gives_it(client: Client) -> None:
    assert "A case in an answer" not in shown(client)
    ReadyCaseFactory(number="CN-AS-2026-001")
    case = PublishedCaseFactory(number="CN-AS-2026-002")

    html = unescape(shown(client))

    assert f'"number": "{case.number}"' in html
    assert 'CN-AS-2026-001"' not in html


def test_it_says_how_often_one_may_ask(client: Client, settings: LazySettings) -> None:
    settings.API_RATE_ANONYMOUS = "120/minute"

    assert "120 times a minute" in shown(client)


def test_the_schema_speaks_both_languages(client: Client) -> None:
    for language, is_chinese in (("zh-hans", True), ("en", False)):
        answer = client.get(f"/api/v1/schema/?lang={language}")
        assert bool(HAN.search(answer.content.decode())) is is_chinese
        assert answer["Content-Disposition"].isascii()
