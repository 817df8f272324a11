"""Names stand in the order their readers expect."""

import pytest

from partnership.reference.sort_keys import chinese_sort_key, english_sort_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("北海", "厦门"),
        ("西安", "厦门"),
        ("泰国", "台州"),
        ("岘港", "湛江"),
        ("重庆", "大连"),
        ("都柏林", "多乐省"),
    ],
)
def test_it_orders_chinese_names_by_pinyin(first: str, second: str) -> None:
    assert chinese_sort_key(first) < chinese_sort_key(second)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("厦门", "XIA MEN"),
        ("都柏林", "DU BO LIN"),
        ("勒威克", "LE WEI KE"),
        ("薄辽省", "BO LIAO SHENG"),
        ("澜沧江—湄公河", "LAN CANG JIANG MEI GONG HE"),
        ("", ""),
    ],
)
def test_it_spells_a_chinese_name_syllable_by_syllable(name: str, key: str) -> None:
    assert chinese_sort_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Đà Nẵng", "DA NANG"), ("Lancang-Mekong", "LANCANG MEKONG"), ("Hạ Long", "HA LONG")],
)
def test_it_leaves_accents_and_punctuation_out_of_english_keys(name: str, key: str) -> None:
    assert english_sort_key(name) == key
