"""What questions find, and in what order."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.search.asking import Search, understood
from partnership.search.asking.correcting import distance
from partnership.search.indexing.writing import write
from partnership.search.sources import Texts
from tests.factories.reference import CityFactory
from tests.factories.search import found, subject
from tests.partnership.search.conftest import Ask, Index

pytestmark = pytest.mark.django_db
ODD = "'\"\\:*&|!()<>-+~%_$\0\n　“”‘’，。海洋垃圾净滩plastic PET １２³½ßﬁ🐢"


@pytest.fixture
def words(db: None) -> None:
    subject("beach-cleanup", "净滩|海滩清洁", "beach cleanup|beach clean")
    subject("microplastics", "微塑料|微塑胶", "microplastic")
    subject("mangrove", "红树林", "mangrove")
    subject("hotel", "酒店", "hotel")


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(
    "text",
    [
        "净滩",
        "海灘清潔",
        "beach cleanups",
        "Beach Clean-Up",
        "“净滩”",
        "jingtan",
        "jing tan",
        "净摊",
    ],
)
def test_one_subject_is_found_however_it_is_asked_for(text: str, index: Index, ask: Ask) -> None:
    index(found(1, en="Students clean the beach"), found(2, "志愿者净滩"), found(3, "海洋馆企鹅"))

    assert sorted(ask(text)) == [1, 2]


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(
    "text", ["microplastcs", "mircoplastyc", "micropl", "微朔料", "wsl", "weisuliao"]
)
def test_it_says_what_it_took_a_misspelt_or_unfinished_word_for(
    text: str, index: Index, ask: Ask
) -> None:
    index(found(1, en="Microplastics in sediment"), found(2, "海水微塑料采样"))

    question = understood(text)

    assert sorted(ask(text)) == [1, 2]
    assert question.shown in {"微塑料", "microplastic", "microplastics"}
    assert question.corrections[0].typed == text


@pytest.mark.usefixtures("words")
def test_what_was_typed_is_not_replaced_within_another_word(index: Index) -> None:
    index(found(1, en="Microplastics in mangroves"))

    assert understood("mangro mangroves").shown == "mangrove mangroves"
    assert understood("海洋micropl").shown in {"海洋microplastic", "海洋microplastics"}


def test_one_chinese_character_finds_the_words_it_begins_and_titles_that_end_with_it(
    index: Index, ask: Ask
) -> None:
    index(
        found(1, "热带鱼类调查"),
        found(2, "海洋馆企鹅"),
        found(3, "渔民", body="带鱼上岸"),
        found(4, "放归石斑鱼：一次行动"),
        found(5, "Manta 渔网"),
    )

    assert sorted(ask("鱼")[:2]) == [1, 4]
    assert ask("鱼")[2:] == [3]
    assert ask("网") == [5]
    assert sorted(ask("渔")) == [3, 5]
    assert ask("海洋 -鱼") == [2]


@pytest.mark.usefixtures("words")
def test_letters_that_changed_places_and_a_term_that_breaks_off_are_understood(
    index: Index, ask: Ask
) -> None:
    subject("blue-bond", "蓝色债券", "blue bond")
    index(found(1, "首单蓝色债券"), found(2, en="Blue bonds of Asia"), found(3, en="Ghost gear"))

    assert ask("ghost gaer") == [3]
    assert sorted(ask("蓝色债")) == [1, 2]
    assert understood("蓝色债").shown == "蓝色债券"
    assert understood("蓝色债", to_the_letter=True).corrections == ()


@pytest.mark.usefixtures("words")
def test_to_the_letter_takes_no_word_for_another(index: Index) -> None:
    index(found(1, en="Microplastics in sediment"))

    assert understood("microplastcs", to_the_letter=True).corrections == ()


@pytest.mark.usefixtures("words")
def test_a_misspelling_that_somebody_quoted_is_still_corrected(index: Index, ask: Ask) -> None:
    index(found(1, "海水微塑料采样"), found(2, "读者来信", body="有读者把它写成微朔料。"))

    assert ask("微朔料") == [1, 2]


@pytest.mark.parametrize("quotes", [1, 3])
def test_a_word_of_two_characters_that_is_only_quoted_is_corrected(
    quotes: int, index: Index, ask: Ask
) -> None:
    subject("coral", "珊瑚", "coral")
    reefs = [found(number, f"珊瑚礁{number}") for number in range(8)]
    index(*reefs, *(found(90 + n, "来信", body="误写为珊湖。") for n in range(quotes)))

    question = understood("珊湖")

    is_rare = quotes == 1
    assert question.shown == ("珊瑚" if is_rare else "珊湖")
    assert sorted(ask("珊湖")) == [*range(8 if is_rare else 0), *range(90, 90 + quotes)]


def test_a_word_that_only_sounds_alike_is_left_as_it_is(index: Index) -> None:
    subject("fishing-gear", "渔网", "fishing net")
    subject("monitoring", "监测", "monitoring")
    index(*(found(n, f"渔网监测{n}") for n in range(8)), found(9, "其他", body="欲望，检测。"))

    assert understood("欲望").corrections == understood("检测").corrections == ()


def test_a_number_with_hyphens_is_one_word_where_it_stands_so(index: Index, ask: Ask) -> None:
    index(found(1, "标准2026-001号"), found(2, "2026年第001期标准"), found(3, "2026年标准"))

    assert ask("2026-001") == [1]
    assert sorted(ask("标准 -2026-001")) == [2, 3]
    assert sorted(ask("001-2026")) == [1, 2]  # nowhere in one word: what has both


@pytest.mark.usefixtures("words")
def test_what_is_about_it_comes_before_what_mentions_it(index: Index, ask: Ask) -> None:
    index(found(1, "年度预算", body="会上提到了净滩。"), found(2, "净滩活动"))

    assert ask("净滩") == [2, 1]


@pytest.mark.usefixtures("words")
def test_two_things_asked_for_are_both_wanted_before_one_of_them(index: Index, ask: Ask) -> None:
    index(
        found(1, "红树林修复"),
        found(2, "红树林酒店减塑"),
        found(3, "酒店年会"),
        found(4, "冬季预算"),
    )

    assert ask("红树林 酒店")[0] == 2
    assert set(ask("红树林 酒店")) == {1, 2, 3}


@pytest.mark.usefixtures("words")
def test_a_word_with_a_minus_is_not_wanted(index: Index, ask: Ask) -> None:
    index(found(1, "红树林修复"), found(2, "红树林酒店"))

    assert ask("红树林 -酒店") == [1]


@pytest.mark.usefixtures("words")
def test_words_in_straight_quotation_marks_have_to_stand_so(index: Index, ask: Ask) -> None:
    index(
        found(1, en="Beach cleanup by night"),
        found(2, "志愿者净滩", body="蓝色海湾整治行动。"),
        found(3, en="Cleanup of a beach"),
        found(4, "海湾蓝色整治", "Clean the river beach"),
        found(5, "渔网", body="此地实行 Net Free\nSeas 项目，又称net-free。"),
        replace(found(6), texts={"en": Texts("Nets", "", "The campaign 净海行动 began.")}),
    )

    assert ask('"net free seas"') == ask('"net-free"') == [5]
    assert ask('"free seas 项目"') == [5]
    assert ask('"净海行动"') == [6]
    assert ask('"beach  CLEANUP"') == [1]
    assert {1, 2} <= set(ask("beach cleanup"))
    assert ask('"蓝色海湾"') == ask('"藍色海灣"') == [2]
    assert ask('"净滩" 志愿者') == [2]  # not what says it in English
    assert {1, 2} <= set(ask("“净滩”"))  # marks of a name
    assert ask('"cleanup of"') == [3]
    assert 1 not in ask('cleanup -"by night"')


@pytest.mark.usefixtures("words")
def test_part_of_a_word_is_no_phrase_and_no_phrase_goes_over_two_texts(
    index: Index, ask: Ask
) -> None:
    index(found(1, "红树林", "Mangrove nursery"), found(2, en="Nursery for mangroves"))

    assert ask('"mangrove nursery"') == [1]
    assert understood('"mangrove nurseri"').unsaid == ("mangrove nurseri",)
    assert ask('"红树林" "Mangrove nursery"') == [1]
    assert understood('"林"').unsaid == ()  # single characters stand in pairs
    assert understood('"红树林 mangrove"').unsaid == ("红树林 mangrove",)


@pytest.mark.usefixtures("words")
def test_a_phrase_that_stands_nowhere_is_said_and_its_words_are_searched_for(
    index: Index, ask: Ask
) -> None:
    index(found(1, en="Microplastics in sediment"))

    question = understood('"microplastcs of sediment"')

    assert question.unsaid == ("microplastcs of sediment",)
    assert question.corrections[0].meant in {"microplastic", "microplastics"}
    assert ask('"microplastcs of sediment"') == [1]
    assert understood('"the" "" "?"').unsaid == ()


def test_what_the_glossary_does_not_know_is_found_by_its_words(index: Index, ask: Ask) -> None:
    index(found(1, "上海仁渡中心"), found(2, en="Rendu Center"), found(3, "上海博物馆"))

    assert ask("仁渡") == [1]
    assert ask("rendu center") == [2]


def test_a_place_is_found_in_both_languages(index: Index, ask: Ask) -> None:
    CityFactory(name_zh_hans="厦门", name_en="Xiamen")
    index(found(1, en="Floating litter off Xiamen"), found(2, "厦门漂浮垃圾"))

    assert sorted(ask("厦门")) == sorted(ask("Xiamen")) == [1, 2]


@pytest.mark.usefixtures("words")
def test_narrowing_takes_away_and_never_brings_in(index: Index, ask: Ask) -> None:
    index(
        found(1, "净滩甲", year=2024), found(2, "净滩乙", year=2025), found(3, "红树林", year=2024)
    )

    assert ask("净滩", years=(2024,)) == [1]
    assert ask("净滩", countries=("CN",)) == []


def test_common_words_alone_are_searched_for_as_they_are(index: Index, ask: Ask) -> None:
    index(found(1, en="The Who"))

    assert ask("") == []
    assert ask("的") == []


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("mangrove", "mangorve", 1), ("cat", "cat", 0), ("cat", "cats", 1), ("", "abc", 3)],
)
def test_a_swap_of_neighbours_is_one_step(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == steps


@pytest.mark.usefixtures("words")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=260) | st.text(alphabet=ODD, max_size=260))
def test_whatever_is_typed_is_answered(text: str) -> None:
    write("case", [found(1, "净滩活动", "Beach cleanup")], understood("").book)

    assert len(Search(understood(text).asked).best(10)) <= 1


@pytest.mark.parametrize(("text", "wanted"), [("withuot", []), ("withuot nets", [1])])
def test_a_misspelt_common_word_asks_for_nothing(
    index: Index, ask: Ask, text: str, wanted: list[int]
) -> None:
    index(found(1, "垃圾", "Beaches without nets"))

    assert ask(text) == wanted


@pytest.mark.usefixtures("words")
def test_no_word_is_taken_for_itself_nor_for_a_common_one(index: Index) -> None:
    subject("cigarette-butts", "烟头", "cigarette butt")
    index(*(found(n, en="Not the cigarette but the butt") for n in range(3)))

    assert understood("the").corrections == ()
    assert understood("cigarette buts").shown == "cigarette butt"


def test_a_question_of_the_glossary_is_understood_once(index: Index) -> None:
    subject("mangrove", "红树林", "mangrove")
    index(found(1, "红树林"))
    once = understood("红树林")

    assert understood("红树林") is once
    assert understood("红树林", to_the_letter=True) is not once
    assert understood("红树林 育苗") is not understood("红树林 育苗")  # may be published any moment
    assert understood("红树林 -育苗") is not understood("红树林 -育苗")
    subject("coral", "珊瑚", "coral")
    assert understood("红树林") is not once
