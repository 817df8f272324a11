"""Names of places and themes, kept by the process for a minute."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnership.reference import names
from partnership.reference.models import Theme
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_it_names_what_exists_in_the_order_of_the_readers() -> None:
    codes = {
        chinese: CityFactory(name_zh_hans=chinese, name_en=english).code
        for chinese, english in (("厦门", "Xiamen"), ("北海", "Zebra"))
    }

    in_chinese = names.names_of("city", codes.values(), "zh-hans")
    in_english = names.names_of("city", [*codes.values(), "no-such-city"], "en")

    assert list(in_chinese.values()) == ["北海", "厦门"]
    assert list(in_english.values()) == ["Xiamen", "Zebra"]


def test_a_code_of_another_kind_has_no_name_here() -> None:
    province = ProvinceFactory()

    assert names.names_of("city", [province.code], "en") == {}
    assert names.names_of("province", [province.code], "en") == {province.code: province.name_en}


def test_it_asks_the_database_once_a_minute() -> None:
    theme = ThemeFactory(name_en="Old")
    assert names.names_of("theme", [theme.code], "en") == {theme.code: "Old"}
    Theme.objects.update(name_en="New")

    with CaptureQueriesContext(connection) as queries:
        assert names.names_of("theme", [theme.code], "en") == {theme.code: "Old"}
    assert len(queries) == 0
    names.forget()
    assert names.names_of("theme", [theme.code], "en") == {theme.code: "New"}


def test_it_looks_for_a_new_code_at_once() -> None:
    names.names_of("theme", [], "en")
    theme = ThemeFactory()

    assert theme.code in names.names_of("theme", [theme.code], "en")
