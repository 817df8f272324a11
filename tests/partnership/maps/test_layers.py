"""Base layers: what they need to be shown, and what pages may load for them."""

from importlib import import_module
from typing import Any

import pytest
from django.core.checks import run_checks
from django.utils.translation import override

from partnership.maps import layers
from partnership.maps.layers import COAST_LAYER, BaseLayer

settings_of_maps = import_module("partnership.settings.maps")

TILES = {"zh-hans": ["https://t{s}.maps.test/{z}/{x}/{y}?k={key}"], "en": ["/own/{z}.png"]}
ROW: dict[str, Any] = {
    "id": "service",
    "name": {"zh-hans": "底图服务", "en": "Map service"},
    "tiles": TILES,
    "subdomains": "01",
    "key": "secret",
    "attribution": {"zh-hans": "某单位", "en": "Somebody"},
    "review_number": "GS(2024)0650号",
    "projection": "EPSG:3857",
    "max_zoom": 18,
}


def refused(**changes: Any) -> dict[str, str]:
    with override("en"):
        found = layers.problems(BaseLayer.of({**ROW, **changes}))
        return {key: str(sentence) for key, sentence in found}


def test_ours_and_a_complete_one_are_in_order() -> None:
    assert list(layers.problems(COAST_LAYER)) == []
    assert refused() == {}


@pytest.mark.parametrize(
    "number", ["GS(2024)0650号", "GS（2019）1822号", "GS京(2022)1061号", "京S(2023)012号"]
)
def test_it_knows_the_forms_of_a_review_number(number: str) -> None:
    assert refused(review_number=number) == {}


@pytest.mark.parametrize("number", ["", " ", "none", "2024", "GS 0650", "待定"])
def test_it_refuses_a_layer_without_a_review_number(number: str) -> None:
    assert (
        "Enter the number the authority has given" in refused(review_number=number)["review_number"]
    )


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"name": {"en": "Map service"}}, "name"),
        ({"attribution": {}}, "attribution"),
        ({"id": ""}, "id"),
        ({"id": "coast"}, "id"),
        ({"tiles": {}}, "tiles"),
        ({"key": ""}, "key"),
        ({"projection": "GCJ-02"}, "projection"),
    ],
)
def test_it_says_what_else_a_layer_lacks(changes: dict[str, Any], key: str) -> None:
    assert set(refused(**changes)) == {key}


def test_a_script_gets_one_language_and_the_key() -> None:
    layer = BaseLayer.of(ROW)
    with override("zh-hans"):
        given = layer.for_script()
    with override("en"):
        english = layer.for_script()

    assert given["tiles"] == ["https://t{s}.maps.test/{z}/{x}/{y}?k=secret"]
    assert (given["name"], english["name"]) == ("底图服务", "Map service")
    assert english["tiles"] == ["/own/{z}.png"]
    assert given["review"] == "GS(2024)0650号"


def test_the_content_policy_names_the_hosts_of_the_layers_and_no_other() -> None:
    hosts = settings_of_maps.hosts_of([ROW, {"id": "picture"}])

    assert hosts == ["https://t0.maps.test", "https://t1.maps.test"]
    assert len(settings_of_maps.hosts_of([settings_of_maps.TIANDITU])) == 8


def errors(settings: Any, **changes: Any) -> list[str]:
    for name, value in changes.items():
        setattr(settings, name, value)
    return [str(error.msg) for error in run_checks(tags=["maps"])]


def test_it_does_not_start_with_a_layer_without_number(settings: Any) -> None:
    (error,) = errors(settings, MAP_BASE_LAYERS=[{**ROW, "review_number": ""}])

    assert "service, review_number" in error
    assert "Enter the number the authority has given" in error
    assert "请填写主管部门核发的审图号" in error


def test_it_starts_with_the_coast_alone_and_with_a_complete_layer(settings: Any) -> None:
    assert errors(settings) == []
    assert errors(settings, MAP_BASE_LAYERS=[ROW], MAP_FIRST_LAYER="service") == []


def test_it_does_not_start_with_two_layers_of_one_name_or_an_unknown_first(settings: Any) -> None:
    (twice,) = errors(settings, MAP_BASE_LAYERS=[ROW, ROW])
    (unknown,) = errors(settings, MAP_BASE_LAYERS=[ROW], MAP_FIRST_LAYER="moon")

    assert "two layers have one id" in twice
    assert "use one of coast, service" in unknown


def test_tianditu_without_its_number_is_refused_and_with_it_complete() -> None:
    row = {**settings_of_maps.TIANDITU, "key": "k"}
    missing = BaseLayer.of({**row, "review_number": ""})
    complete = BaseLayer.of({**row, "review_number": "GS(2024)0650号"})

    assert [key for key, _sentence in layers.problems(missing)] == ["review_number"]
    assert list(layers.problems(complete)) == []
