"""How a file is read, and what its form may be."""

from decimal import Decimal
from pathlib import Path

import pytest

from cases.demo import shape, texts
from partnership.core.content_files import ContentFile, Fault, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(
        "number: CN\nstarted: 2021-06-24\nyear: 2021\nvalue: 12.50\nnone: null\n", encoding="utf-8"
    )
    return tmp_path


def test_it_keeps_dates_as_written_and_figures_exact(folder: Path) -> None:
    (file,) = read(folder)

    assert file == ContentFile(
        "a",
        {
            "number": "CN",
            "started": "2021-06-24",
            "year": 2021,
            "value": Decimal("12.50"),
            "none": None,
        },
    )
    assert str(file.data["value"]) == "12.50"


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        ("a: 1\nb: [", "expected"),
        ("a: 1\na: 2\n", "the key a is given twice"),
        ("- a\n", "begin with keys"),
        ("", "begin with keys"),
        ("a: !!python/name:os.system x", "could not determine a constructor"),
    ],
)
def test_it_says_why_a_file_cannot_be_read(tmp_path: Path, content: str, cure: str) -> None:
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")

    (fault,) = read(tmp_path)

    assert isinstance(fault, Fault)
    assert (fault.file, fault.key) == ("a.yaml", "file")
    assert cure in str(fault)


def test_it_refuses_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("number: 海".encode("gb18030"))

    (fault,) = read(tmp_path)

    assert isinstance(fault, Fault)


SMALL = shape.Shape(
    words=("word",),
    dates=("day",),
    numbers=("figure",),
    lists=("several",),
    texts=("text",),
    optional=("day",),
    rows={"rows": shape.Shape(words=("key",)), "baseline": shape.BASELINE},
)
RIGHT = {
    "word": "x",
    "day": 2021,
    "figure": 1,
    "several": ["a"],
    "text": {"zh": "字", "en": ""},
    "rows": [{"key": "a"}],
    "baseline": {"value": 3},
}


def test_it_takes_what_has_the_right_form() -> None:
    assert list(shape.problems(RIGHT, SMALL)) == []
    assert list(shape.problems(RIGHT | {"day": None}, SMALL)) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"extra": 1}, "extra"),
        ({"word": None}, "word"),
        ({"word": False}, "word"),
        ({"day": 2021.5}, "day"),
        ({"figure": "12"}, "figure"),
        ({"figure": True}, "figure"),
        ({"several": "a"}, "several"),
        ({"several": [1.5]}, "several"),
        ({"text": "字"}, "text"),
        ({"text": {"zh": "字"}}, "text"),
        ({"text": {"zh": "字", "en": None}}, "text.en"),
        ({"rows": "a"}, "rows"),
        ({"rows": [{"key": "a"}, {}]}, "rows[2].key"),
        ({"rows": ["a"]}, "rows[1]."),
        ({"baseline": {"value": "x"}}, "baseline.value"),
    ],
)
def test_it_names_the_key_that_is_wrong(change: dict, key: str) -> None:
    assert [name for name, _cure in shape.problems(RIGHT | change, SMALL)] == [key]


@pytest.mark.parametrize("key", ["word", "figure", "several", "text", "rows"])
def test_it_names_the_key_that_is_missing(key: str) -> None:
    data = {name: value for name, value in RIGHT.items() if name != key}

    assert list(shape.problems(data, SMALL)) == [(key, "is missing; add it")]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("清理垃圾12.5吨，3,000人参加。", "12.5 t removed, 3,000 people took part."),
        ("见HDPE浮球（Cai Rong）。", "HDPE floats (Cai Rong)."),
        ("比例3:1，网址 https 不计。", "3:1"),
        ("", "Only here: 12."),
    ],
)
def test_it_takes_well_set_texts(chinese: str, english: str) -> None:
    problems = [cure for _key, cure in texts.problems({"zh": chinese, "en": english}, "a")]

    assert [cure for cure in problems if "blank" not in cure] == []


@pytest.mark.parametrize(
    ("chinese", "english", "key", "cure"),
    [
        ("垃圾,很多", "", "a.zh", "half-width ','"),
        ("垃圾很多.", "", "a.zh", "half-width '.'"),
        ("垃圾(很多）", "", "a.zh", "half-width '('"),
        ("共 3艘", "", "a.zh", "a blank"),
        ("3 艘", "", "a.zh", "a blank"),
        ("", "Litter，much", "a.en", "full-width '，'"),
        ("<b>垃圾</b>", "", "a.zh", "markup"),
        ("", "**Litter**", "a.en", "markup"),
        ("3艘", "4 boats", "a", "the figure 3"),
    ],
)
def test_it_names_what_is_badly_set(chinese: str, english: str, key: str, cure: str) -> None:
    found = list(texts.problems({"x": [{"zh": chinese, "en": english}]}))

    assert found[0][0] == key.replace("a", "x[1]", 1)
    assert cure in found[0][1]
