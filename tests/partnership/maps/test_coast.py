"""Where the coast of the base map is."""

import pytest

from partnership.maps import coast


def test_it_measures_to_the_nearest_outline(monkeypatch: pytest.MonkeyPatch) -> None:
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))
    lone = ((0.0, 3.0), (0.0, 3.0))
    monkeypatch.setattr(coast, "rings", lambda: (square, lone))

    assert coast.distance_km(0.5, 0.5) == pytest.approx(55.6, abs=0.1)
    assert coast.distance_km(0.5, 2) == pytest.approx(111.2, abs=0.1)
    assert coast.distance_km(4, 0) == pytest.approx(111.2, abs=0.1)
    assert coast.is_on_land(0.5, 0.5)
    assert not coast.is_on_land(0.5, 2)
    assert not coast.is_on_land(2, 0.5)


def test_it_knows_land_from_sea_in_the_region() -> None:
    beijing, basin = (39.9, 116.4), (20.0, 115.0)

    assert coast.is_on_land(*beijing)
    assert coast.distance_km(*beijing) == pytest.approx(142, abs=5)
    assert not coast.is_on_land(*basin)
    assert coast.distance_km(*basin) > 150
