"""Signs and blanks, each with its place."""

import pytest

from partnership.core.languages import CHINESE, ENGLISH
from partnership.translations.checks.typography import typography


def codes(text: str, language: str) -> list[str]:
    return [finding.code for finding in typography(text, language)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("清理海滩,收集垃圾。", "half-width-punctuation"),
        ("清理了海滩.", "half-width-punctuation"),
        ("分三步:收集", "half-width-punctuation"),
        ("海滩(三亚)清理", "half-width-punctuation"),
        ("回收PET,再生造粒", "half-width-punctuation"),
        ("至2025年共30;其余", "half-width-punctuation"),
        ("聚乙烯(PE)瓶", "half-width-punctuation"),
        ("共清理 3吨", "blank-beside-latin"),
        ("共清理3 吨", "blank-beside-latin"),
        ("使用 PET瓶", "blank-beside-latin"),
        ("减少50% 以上", "blank-beside-latin"),
        ("清理 海滩", "blank-in-chinese"),
        ("清理海滩 ，收集", "blank-in-chinese"),
        ("清理海滩， 收集", "blank-in-chinese"),
        ("共３艘船", "full-width-letters"),
        ("减少50％", "full-width-letters"),
        ("ＰＥＴ瓶", "full-width-letters"),
        ('称为"蓝色循环"', "straight-quotes"),
        ("称为「蓝色循环」", "straight-quotes"),
        ("海滩--清理", "dash"),
        ("海滩 - 清理", "dash"),
        ("等等...", "ellipsis"),
        ("等等。。。", "ellipsis"),
        ("等等…", "ellipsis"),
        ("海滩，，清理", "doubled"),
        ("减少50 %", "percent"),
        ("清理海滩30km", "unit"),
        ("共清理1.5t垃圾", "unit"),
        ("每100m²有3件", "unit"),
        ("温度25°C", "unit"),
        ("海滩）清理", "unpaired"),
        ("共清理12345）", "unpaired"),
        ("（清理海滩", "unpaired"),
        ("清理海滩”", "unpaired"),
    ],
)
def test_it_names_what_chinese_does_not_set_so(text: str, code: str) -> None:
    assert code in codes(text, CHINESE)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，三亚清理海滩3,000米，收集垃圾1.5吨（PET瓶占30%）。",
        "“蓝色循环”——渔民送来的塑料……见https://example.org/a,b;c?d=(e)。",
        "中国-东盟伙伴关系，2019—2021年。",
        "时间为9:30至10:00，温度25 °C，长30 km。",
        "使用5G网络和3D模型，PM2.5与A4纸，每100 m³一份。",
        "1）收集，2）称重；一）记录。",
        "联系li.xia@fecomee.org.cn。",
        "| 词 | 说明 |\n|---|---|\n| 净滩 | 清理海滩。 |",
        "1. 第一步\n2. 第二步",
        "联合国环境规划署（UNEP）与A. B. Smith",
        "依据第(EU) 2019/904号指令，审图号为GS京(2022)1061号。",
        "",
    ],
)
def test_it_lets_good_chinese_be(text: str) -> None:
    assert codes(text, CHINESE) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Litter，collected", "full-width"),
        ("３ boats", "full-width"),
        ("the beach  was", "double-blank"),
        ("the beach , then", "blank-before"),
        ("the beach .", "blank-before"),
        ("beach,then", "blank-after"),
        ("the beach.Then it", "blank-after"),
        ('called "Blue Circle"', "straight-quotes"),
        ("they don't know", "straight-quotes"),
        ("the cities' beaches", "straight-quotes"),
        ("beach - and sea", "dash"),
        ("beach--and sea", "dash"),
        ("beach — and sea", "dash"),
        ("in 2019-2021", "range"),
        ("and so on...", "ellipsis"),
        ("30km of coast", "unit"),
        ("1.5t removed", "unit"),
        ("25°C", "unit"),
        ("(the beach", "unpaired"),
        ("the “beach", "unpaired"),
        ("the beach) first", "unpaired"),
        ("in 2019) first", "unpaired"),
    ],
)
def test_it_names_what_english_does_not_set_so(text: str, code: str) -> None:
    assert code in codes(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "In 2019–2021 the city cleaned 3,000 m of beach – 1.5 t of litter, 30% of it PET (see below).",
        "“Blue Circle” … at https://example.org/a,b?c=1--2 or li.xia@fecomee.org.cn, on 2021-06-24.",
        "well-known 3D models, the 5G network; e.g. at 9:30",
        "Tel. +86-010-82268221",
        "| Word | Meaning |\n|---|---|\n| litter | waste |",
        "It is the U.S. report, i.e. vol. 3.",
        "1) first, b) then (see 2) and they don’t",
    ],
)
def test_it_lets_good_english_be(text: str) -> None:
    assert codes(text, ENGLISH) == []


def test_a_finding_says_where_it_stands() -> None:
    (found,) = typography("在三亚的海滩上清理了很多垃圾,然后运走并且称重。", CHINESE)

    assert found.start == 15
    assert found.excerpt == "…上清理了很多垃圾,然后运走并且称重…"
    assert "15" in str(found)
    assert "很多垃圾,然后" in str(found)
