"""What reference managers read."""

import json
from dataclasses import replace

import pytest

from cases import citations
from cases.choices import SourceType
from cases.citations import Record, formats
from tests.cases.citations.test_styles import DAY, case, source

CASE = citations.of_case(case(), "zh-hans", accessed=DAY)


def test_bibtex_of_a_case() -> None:
    assert formats.bibtex(CASE) == (
        "@misc{CN-AS-2026-020-v3,\n"
        "  author = {{中国-东盟海洋减塑伙伴关系秘书处}},\n"
        "  title = {{槟城：免费塑料袋的终结}},\n"
        "  note = {典型案例CN-AS-2026-020, 第3版},\n"
        "  year = {2026},\n"
        "  date = {2026-11-24},\n"
        "  url = {http://testserver/zh-hans/cases/CN-AS-2026-020/?version=3},\n"
        "  urldate = {2026-12-01},\n"
        "  langid = {chinese},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            SourceType.ARTICLE,
            ["@article{s1,", "  journal = {Marine Policy},", "  publisher = {WWF},"],
        ),
        (SourceType.REPORT, ["@techreport{s1,", "  institution = {WWF},"]),
        (
            SourceType.NEWSPAPER,
            ["@misc{s1,", "  howpublished = {Marine Policy},", "  publisher = {WWF},"],
        ),
    ],
)
def test_bibtex_of_sources(kind: SourceType, expected: list[str]) -> None:
    row = source(type=kind, container="Marine Policy", publisher="WWF")

    lines = formats.bibtex(citations.of_source(row, "en")).splitlines()

    assert [line for line in lines if line in expected] == expected


def test_bibtex_survives_any_sign() -> None:
    record = replace(CASE, title="50 % & #1 _a_ {b} \\c ~d ^e $f", url="https://e.org/a_{b}%20\\c")

    text = formats.bibtex(record)

    assert (
        r"title = {{50 \% \& \#1 \_a\_ \{b\} \textbackslash{}c \textasciitilde{}d"
        r" \textasciicircum{}e \$f}}"
    ) in text
    assert "url = {https://e.org/a_%7Bb%7D%20%5Cc}" in text


def test_ris_of_a_case() -> None:
    assert formats.ris(CASE) == (
        "TY  - ELEC\r\n"
        "AU  - 中国-东盟海洋减塑伙伴关系秘书处\r\n"
        "TI  - 槟城：免费塑料袋的终结\r\n"
        "PY  - 2026\r\n"
        "DA  - 2026/11/24\r\n"
        "ET  - 3\r\n"
        "AN  - CN-AS-2026-020\r\n"
        "N1  - 典型案例CN-AS-2026-020, 第3版\r\n"
        "LA  - zh-hans\r\n"
        "UR  - http://testserver/zh-hans/cases/CN-AS-2026-020/?version=3\r\n"
        "Y2  - 2026/12/01\r\n"
        "ER  - \r\n"
    )


def test_ris_keeps_a_field_on_one_line() -> None:
    text = formats.ris(replace(CASE, title="One\r\nER  - \r\nTY  - BOOK"))

    assert "TI  - One ER - TY - BOOK\r\n" in text
    assert text.count("\r\nER  - ") == 1


def test_csl_json_of_a_case() -> None:
    assert json.loads(formats.csl_json(CASE)) == [
        {
            "id": "CN-AS-2026-020-v3",
            "type": "webpage",
            "author": [{"literal": "中国-东盟海洋减塑伙伴关系秘书处"}],
            "title": "槟城：免费塑料袋的终结",
            "note": "典型案例CN-AS-2026-020, 第3版",
            "issued": {"date-parts": [[2026, 11, 24]]},
            "URL": "http://testserver/zh-hans/cases/CN-AS-2026-020/?version=3",
            "accessed": {"date-parts": [[2026, 12, 1]]},
            "language": "zh-Hans",
            "number": "CN-AS-2026-020",
            "version": "3",
        }
    ]


def test_csl_leaves_out_what_is_not_known() -> None:
    item = formats.csl(citations.of_source(source(author="", issued="2021-06", url=""), "en"))

    assert item == {
        "id": "s1",
        "type": "webpage",
        "title": "No plastic bag",
        "issued": {"date-parts": [[2021, 6]]},
        "language": "en",
    }


@pytest.mark.parametrize("kind", SourceType)
def test_every_kind_of_source_has_a_type_in_every_format(kind: SourceType) -> None:
    record = Record("k", kind, "en", "A", "T")

    assert formats.bibtex(record).startswith("@")
    assert formats.ris(record).startswith("TY  - ")
    assert formats.csl(record)["type"]
