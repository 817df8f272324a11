import pytest

from partnership.core import numerals


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("清理50.8万吨", "508,000 t removed"),
        ("奖补1.3亿元", "130 million yuan"),
        ("5600多万个", "more than 56 million items"),
        ("逾万元", "over 10,000 yuan"),
        ("2021年6月24日", "24 June 2021"),
        ("共３艘船", "3 boats"),
        ("共3艘船", "three boats"),
        ("十二个部门", "12 departments"),
        ("第二十五届", "the 25th edition"),
        ("一万二千人", "12,000 people"),
        ("一百零三处", "103 places"),
        ("20世纪90年代", "the 1990s"),
        ("密度240.38平方米/公里", "240.38 m²/km"),
        ("减少2倍", "twice as low"),
        ("每天25人", "twenty-five people a day"),
        ("“十四五”实施方案", "the plan for the 14th five-year period"),
        ("三家企业", "several firms"),
    ],
)
def test_it_finds_the_counterpart(chinese: str, english: str) -> None:
    assert numerals.only_in_one(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "missing"),
    [
        ("清理50.8万吨", "50,800 t removed", ["50800", "508000"]),
        ("2021年", "in the year", ["2021"]),
        ("许多", "17 boats and 3.50 t", ["3.5", "17"]),
        ("3艘", "four boats", ["3"]),
    ],
)
def test_it_names_what_stands_in_one_text_only(
    chinese: str, english: str, missing: list[str]
) -> None:
    assert numerals.only_in_one(chinese, english) == missing
