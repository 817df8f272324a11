"""What a reader copies into a reference list, letter by letter."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from cases import citations
from cases.choices import SourceType
from cases.citations import Record
from cases.models import Case, CaseSource

DAY = date(2026, 12, 1)


def case(**fields: object) -> Case:
    return Case(
        number="CN-AS-2026-020",
        edition=3,
        title_zh_hans="槟城：免费塑料袋的终结",
        title_en="Penang: the end of the free plastic bag",
        updated_at=datetime(2026, 11, 23, 17, 0, tzinfo=UTC),
        **fields,
    )


def test_gbt7714_of_a_case_in_chinese() -> None:
    assert citations.gbt7714(citations.of_case(case(), "zh-hans", accessed=DAY)) == (
        "中国-东盟海洋减塑伙伴关系秘书处. 槟城：免费塑料袋的终结: "
        "典型案例CN-AS-2026-020(第3版)[EB/OL]. (2026-11-24)[2026-12-01]. "
        "http://testserver/zh-hans/cases/CN-AS-2026-020/?version=3."
    )


def test_gbt7714_of_a_case_in_english() -> None:
    assert citations.gbt7714(citations.of_case(case(), "en", accessed=DAY)) == (
        "Secretariat of the China-ASEAN Marine Plastic Reduction Partnership. "
        "Penang: the end of the free plastic bag: case CN-AS-2026-020 (version 3)[EB/OL]. "
        "(2026-11-24)[2026-12-01]. http://testserver/en/cases/CN-AS-2026-020/?version=3."
    )


def test_apa_of_a_case_in_english() -> None:
    assert citations.apa(citations.of_case(case(), "en", accessed=DAY)) == (
        "Secretariat of the China-ASEAN Marine Plastic Reduction Partnership. "
        "(2026, November 24). Penang: the end of the free plastic bag "
        "(Case CN-AS-2026-020, version 3). Retrieved December 1, 2026, from "
        "http://testserver/en/cases/CN-AS-2026-020/?version=3"
    )


def test_apa_of_a_case_in_chinese() -> None:
    assert citations.apa(citations.of_case(case(), "zh-hans", accessed=DAY)) == (
        "中国-东盟海洋减塑伙伴关系秘书处. (2026年11月24日). 槟城：免费塑料袋的终结 "
        "(典型案例CN-AS-2026-020, 第3版). 2026年12月1日检索自 "
        "http://testserver/zh-hans/cases/CN-AS-2026-020/?version=3"
    )


def test_a_demo_case_is_marked_in_every_citation() -> None:
    chinese = citations.of_case(case(is_demo=True), "zh-hans", accessed=DAY)
    english = citations.of_case(case(is_demo=True), "en", accessed=DAY)

    assert "典型案例CN-AS-2026-020(第3版, 演示数据)[EB/OL]" in citations.gbt7714(chinese)
    assert "(Case CN-AS-2026-020, version 3, demo data)" in citations.apa(english)


def source(**fields: object) -> CaseSource:
    values = {
        "key": "s1",
        "type": SourceType.WEBPAGE,
        "author": "Penang2030",
        "title": "No plastic bag",
        "issued": "2021-01-01",
        "url": "https://example.org/a",
        "language": "en",
    }
    return CaseSource(**(values | fields))


SOURCES = [
    (
        source(),
        "Penang2030. No plastic bag[EB/OL]. (2021-01-01). https://example.org/a.",
        "Penang2030. (2021, January 1). No plastic bag. https://example.org/a",
    ),
    (
        source(issued="", author="", url=""),
        "No plastic bag[EB].",
        "No plastic bag. (n.d.).",
    ),
    (
        source(
            type=SourceType.ARTICLE,
            author="Nguyen, T.",
            container="Marine Policy",
            issued="2021-06",
        ),
        "Nguyen, T. No plastic bag[J/OL]. Marine Policy, 2021. https://example.org/a.",
        "Nguyen, T. (2021, June). No plastic bag. Marine Policy. https://example.org/a",
    ),
    (
        source(type=SourceType.NEWSPAPER, author="王永珍", container="福建日报", url=""),
        "王永珍. No plastic bag[N]. 福建日报, 2021-01-01.",
        "王永珍. (2021, January 1). No plastic bag. 福建日报.",
    ),
    (
        source(type=SourceType.REPORT, publisher="WWF", container="", issued="2021"),
        "Penang2030. No plastic bag[R/OL]. WWF, 2021. https://example.org/a.",
        "Penang2030. (2021). No plastic bag. WWF. https://example.org/a",
    ),
    (
        source(type=SourceType.LEGISLATION, title="What now?", url="", issued="2020-02-19"),
        "Penang2030. What now?[Z]. 2020.",
        "Penang2030. (2020, February 19). What now?",
    ),
    (
        source(type=SourceType.DATASET, container="Zenodo", publisher="CERN"),
        "Penang2030. No plastic bag[DS/OL]. Zenodo, CERN, 2021. https://example.org/a.",
        "Penang2030. (2021, January 1). No plastic bag. Zenodo, CERN. https://example.org/a",
    ),
]


@pytest.mark.parametrize(("row", "gbt", "apa"), SOURCES)
def test_sources_of_every_kind(row: CaseSource, gbt: str, apa: str) -> None:
    assert citations.gbt7714(citations.of_source(row, "en")) == gbt
    assert citations.apa(citations.of_source(row, "en")) == apa


def test_a_foreign_title_is_translated_for_those_who_need_it() -> None:
    row = source(title="海漂垃圾", title_translation="[Floating litter]", language="zh")

    assert "海漂垃圾 [Floating litter][EB/OL]" in citations.gbt7714(citations.of_source(row, "en"))
    assert "海漂垃圾[EB/OL]" in citations.gbt7714(citations.of_source(row, "zh-hans"))


def test_a_source_without_date_says_so_in_chinese() -> None:
    row = source(issued="", author="")

    assert citations.apa(citations.of_source(row, "zh-hans")) == (
        "No plastic bag. (日期不详). https://example.org/a"
    )


def test_the_day_of_reading_is_today_in_beijing() -> None:
    with time_machine.travel("2026-11-30 20:00+00:00"):
        record = citations.of_case(case(), "en")

    assert record.accessed == "2026-12-01"


def test_every_mark_of_the_standard_is_used() -> None:
    marks = {
        citations.gbt7714(Record("a", kind, "en", "A", "T")).split("[")[1].split("]")[0]
        for kind in SourceType
    }

    assert marks == {"EB", "R", "J", "N", "Z", "DS"}
