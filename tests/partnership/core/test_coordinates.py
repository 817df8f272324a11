"""Positions entered by people."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partnership.core import coordinates
from partnership.core.coordinates import Degrees


def sentences(latitude: Degrees, longitude: Degrees, language: str = "en") -> dict[str, str]:
    with override(language):
        return {name: str(text) for name, text in coordinates.faults(latitude, longitude)}


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (None, None),
        (Decimal("24.480"), Decimal("118.082")),
        (0, 101),
        (1.3, 0),
        (-90, 180),
        (90, -180),
    ],
)
def test_it_takes_what_can_be_meant(latitude: Degrees, longitude: Degrees) -> None:
    assert sentences(latitude, longitude) == {}
    coordinates.check(latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude", "field", "english", "chinese"),
    [
        (0, 0, "latitude", "Give the real coordinates", "请填写真实坐标"),
        (Decimal("0.000"), Decimal(0), "latitude", "off West Africa", "西非"),
        (Decimal("118.082"), Decimal("24.480"), "latitude", "latitude 24.48", "纬度24.48"),
        (-118, 24, "latitude", "changed places", "填反"),
        (91, 100, "latitude", "91 is no latitude", "91不是有效纬度"),
        (24, Decimal("180.5"), "longitude", "180.5 is no longitude", "180.5不是有效经度"),
        (24, None, "longitude", "or neither", "两者都不填"),
        (None, 200, "latitude", "or neither", "两者都不填"),
        (Decimal("NaN"), 100, "latitude", "plain number", "普通数字"),
        (24, Decimal("Infinity"), "longitude", "plain number", "普通数字"),
        (24, float("nan"), "longitude", "plain number", "普通数字"),
    ],
)
def test_it_refuses_with_reason_and_cure_in_both_languages(
    latitude: Degrees, longitude: Degrees, field: str, english: str, chinese: str
) -> None:
    assert english in sentences(latitude, longitude)[field]
    assert chinese in sentences(latitude, longitude, "zh-hans")[field]


def test_it_names_every_field_that_is_wrong() -> None:
    assert sentences(200, 300).keys() == {"latitude", "longitude"}
    assert sentences(Decimal("NaN"), 200).keys() == {"latitude", "longitude"}
    with pytest.raises(ValidationError) as refused:
        coordinates.check(200, 300)
    assert refused.value.message_dict.keys() == {"latitude", "longitude"}


@pytest.mark.parametrize(("value", "text"), [("100", "100"), ("24.480", "24.48"), ("-5.0", "-5")])
def test_it_writes_degrees_plainly(value: str, text: str) -> None:
    assert coordinates.plain(Decimal(value)) == text
