"""Questions whose text is built once."""

from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject
from django.test.utils import CaptureQueriesContext

from partnership.core.prepared import Prepared, by_keys, with_any
from partnership.reference.models import Place
from tests.factories.reference import CityFactory

pytestmark = pytest.mark.django_db


def question() -> Prepared:
    places = by_keys(QuerySet(Place)).order_by("pk")
    return Prepared(places.values_list(JSONObject(code=F("code"), latitude=F("latitude"))))


def test_it_answers_for_any_number_of_keys_in_one_query() -> None:
    cities = [CityFactory(latitude=number, longitude=1) for number in range(3)]
    asked = question()

    with CaptureQueriesContext(connection) as queries:
        found = asked.ask([city.pk for city in cities])

    assert [row["code"] for row in found] == [city.code for city in cities]
    assert len(queries) == 1
    assert [row["code"] for row in asked.ask([cities[1].pk])] == [cities[1].code]
    assert asked.ask([]) == []


def test_it_keeps_decimal_numbers_exact() -> None:
    city = CityFactory(latitude=Decimal("12.345"), longitude=1)

    ((row),) = question().ask([city.pk])

    assert row["latitude"] == Decimal("12.345")


def test_it_asks_for_values_of_another_column() -> None:
    city = CityFactory()
    rows = with_any("code", QuerySet(Place)).values_list(JSONObject(pk=F("pk")))

    assert Prepared(rows).ask([city.code]) == [{"pk": city.pk}]
    assert Prepared(rows).ask(["' OR true --"]) == []
