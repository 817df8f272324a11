"""The curated naming list finds what must not appear and lets the approved forms pass."""

import pytest

from partnership.reference.naming import approved_names, find_forbidden_names


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "Members: Japan, Taiwan and Thailand.", "Taiwan"),
        ("en", "Hong\nKong joined.", "Hong\nKong"),
        ("en", "From Macau to Manila", "Macau"),
        ("en", "the coast of Vietnam", "Vietnam"),
        ("en", "VIETNAM", "VIETNAM"),
        ("en", "Laos has no coast", "Laos"),
        ("en", "the Republic of China", "Republic of China"),
        ("en", "litter in the East Sea", "East Sea"),
        ("zh-hans", "日本、台湾、泰国", "台湾"),
        ("zh-hans", "香港与曼谷", "香港"),
        ("zh-hans", "南中国海的海洋垃圾", "南中国海"),
        ("zh-hans", "柬埔塞", "柬埔塞"),
    ],
)
def test_it_finds_a_form_that_must_not_appear(language: str, text: str, form: str) -> None:
    assert [name.form for name in find_forbidden_names(text, language)] == [form]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hong Kong, China and Macao, China and Taiwan, China"),
        ("en", "the Guangdong-Hong Kong-Macao Greater Bay Area"),
        ("en", "Government of the People’s Republic of China"),
        ("en", "South China Sea and East China Sea"),
        ("en", "the Vietnamese coast; Brunei Darussalam; Brunei-Muara District"),
        ("en", "see https://example.org/vietnam/laos or hoi-an@vietnam.example"),
        ("zh-hans", "中国香港、中国澳门和中国台湾；台湾海峡；香港特别行政区"),
        ("zh-hans", "南海、东海、中国与东盟"),
    ],
)
def test_it_lets_the_approved_forms_pass(language: str, text: str) -> None:
    assert find_forbidden_names(text, language) == []


def test_it_says_what_to_write_instead_and_where() -> None:
    (first, second) = find_forbidden_names("Burma, then Taiwan", "en")

    assert (first.start, first.use) == (0, "Myanmar")
    assert (second.start, second.use) == (12, "Taiwan, China")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_never_forbids_a_form_it_approves(language: str) -> None:
    found = [
        name
        for form in approved_names(language).values()
        for name in find_forbidden_names(form, language)
    ]

    assert found == []
