"""Where texts name subjects; the file of the glossary."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, OperationalError, transaction

from partnership.reference.models import PlaceAlias
from partnership.search.glossary import book, loading
from partnership.search.glossary.book import concept_key, gaps_of
from partnership.search.glossary.loading import GlossaryFaulty
from partnership.search.glossary.sources import place_key, short_form
from partnership.search.language.words import apart
from partnership.search.models import Concept, Term
from tests.factories.reference import CityFactory, CountryFactory
from tests.factories.search import subject

pytestmark = pytest.mark.django_db
HEAD = "code,broader,zh,en\n"


def named(text: str, *, is_question: bool = False) -> set[str]:
    """Return the lexemes of the subjects a text names."""
    hits = book.made().terms.hits(apart(text), is_question=is_question)
    return {hit.lexeme for hit in hits}


def test_both_languages_name_one_subject() -> None:
    key = concept_key(subject("beach-cleanup", "净滩|海滩清洁", "beach cleanup|beach clean").pk)

    assert named("志愿者净滩行动") == {key}
    assert named("Students clean the beach after the storm") == {key}
    assert named("Beach clean-ups in June") == {key}


def test_halves_of_two_words_are_no_subject() -> None:
    subject("beach-cleanup", "净滩", "beach cleanup")

    assert named("这里有干净滩涂") == set()


def test_part_of_a_longer_word_is_no_place() -> None:
    beihai = CityFactory(name_zh_hans="北海", name_en="Beihai")
    haikou = CityFactory(name_zh_hans="海口", name_en="Haikou")

    assert place_key(beihai.pk) in named("北海市海滩垃圾监测")
    assert place_key(beihai.pk) not in named("东北海域冬季水温观测")
    assert place_key(haikou.pk) not in named("九洲江出海口湿地修复")


def test_an_acronym_is_written_in_capitals_in_texts_and_anyhow_in_questions() -> None:
    key = concept_key(subject("pet-bottles", "饮料瓶", "PET|plastic bottle").pk)

    assert named("PET瓶到瓶再生") == {key}
    assert named("A pet shop by the bay") == set()
    assert named("pet 回收", is_question=True) == {key}


def test_words_of_a_term_may_have_one_between_them_but_no_end_of_sentence() -> None:
    key = concept_key(subject("marine-litter", "海洋垃圾", "marine litter").pk)

    assert named("marine plastic litter") == {key}
    assert named("Life is marine. Litter is not.") == set()


def test_what_is_not_in_use_names_nothing() -> None:
    subject("marine-litter", "海洋垃圾", "marine litter", is_active=False)

    assert named("海洋垃圾") == set()


def test_places_are_named_without_their_unit_and_by_their_other_names() -> None:
    country = CountryFactory(name_zh_hans="越南", name_en="Viet Nam")
    PlaceAlias.objects.create(place=country, language="en", text="Vietnam")

    assert place_key(country.pk) in named("Coast of Vietnam")
    assert [short_form(name) for name in ("浙江省", "广西壮族自治区", "沙市")] == [
        "浙江",
        "广西",
        "沙市",
    ]


def test_the_database_refuses_the_same_word_twice() -> None:
    subject("marine-litter", "海洋垃圾", "marine litter")

    with pytest.raises(IntegrityError, match="search_term_once"), transaction.atomic():
        subject("other", "別的", "Marine Litters")


def test_the_database_refuses_a_word_that_matches_everything() -> None:
    with pytest.raises(IntegrityError, match="search_term_finds_something"), transaction.atomic():
        subject("everything", "的", "")


def test_the_file_has_many_subjects_and_loads_twice_without_a_change() -> None:
    first = loading.load_glossary()
    second = loading.load_glossary()

    assert first.created >= 150
    assert (second.created, second.changed, second.unchanged) == (0, 0, first.created)


def test_the_file_has_terms_of_the_field_and_no_pieces_of_sentences() -> None:
    loading.load_glossary()
    words = Term.objects.values_list("text", flat=True)
    in_sentences = r"(^| )(it|by|say|before|ashore|collecting|volunteers|citizens)( |$)"

    assert not words.filter(text__regex=in_sentences).exists()
    assert not words.filter(text__regex=r"上岸|带回|禁止一次性不").exists()


def test_loading_leaves_alone_what_people_have_changed(tmp_path: Path) -> None:
    subject("nets", "渔网", "net")
    file = tmp_path / "glossary.csv"
    file.write_text(HEAD + "nets,,网具,gear\n", "utf-8")

    report = loading.load_glossary(file)

    assert report.kept == 1
    assert set(Term.objects.values_list("text", flat=True)) == {"渔网", "net"}


def test_a_word_that_people_moved_stays_where_they_put_it(tmp_path: Path) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text(HEAD + "survey,,监测|普查,survey|census\nreef,,礁石,reef\n", "utf-8")
    loading.load_glossary(file)
    Term.objects.filter(text="普查").delete()
    Concept.objects.filter(code="survey").update(from_file=False)
    Concept.objects.get(code="reef").delete()
    subject("counts", "普查|礁石", "count")
    file.write_text(HEAD + "survey,,监测|普查,survey|census\nreef,,礁石|珊瑚,reef\n", "utf-8")

    reports = [loading.load_glossary(file) for _time in range(2)]

    assert [(each.created, each.kept, each.left_out) for each in reports] == [(1, 1, 1), (0, 1, 1)]
    words = Term.objects.order_by("concept__code", "order").values_list("concept__code", "text")
    assert list(words) == [
        *[("counts", text) for text in ("普查", "礁石", "count")],
        *[("reef", text) for text in ("珊瑚", "reef")],
        *[("survey", text) for text in ("监测", "survey", "census")],
    ]


def test_the_file_says_which_words_bind_and_which_short_forms_will_do(tmp_path: Path) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text(
        "code,broader,zh,en,short\nnets,,!渔网|网具,!net,mesh\nsea,,海洋,sea\n", "utf-8"
    )
    loading.load_glossary(file)
    file.write_text("code,broader,zh,en,short\nnets,,!渔网|网具,!net,\nsea,,海洋,sea\n", "utf-8")

    report = loading.load_glossary(file)

    assert (report.changed, report.unchanged) == (1, 1)
    assert Concept.objects.get(code="nets").short_forms == ""
    binding = Term.objects.filter(is_binding=True)
    assert set(binding.values_list("text", flat=True)) == {"渔网", "net"}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("a,,海洋,the\n", "match everything"),
        ("a,,海洋,sea\nb,,大海,seas\n", "comes down to a word of a"),
        ("a,,海洋,sea\na,,大海,ocean\n", "given 2 times"),
        ("a,b,海洋,sea\n", "broader subject b is not in the file"),
        ("a,,海洋,\n", "both languages"),
        ("A b,,海洋,sea\n", "no code"),
    ],
)
def test_a_faulty_file_changes_nothing_and_says_what_to_mend(
    lines: str, fault: str, tmp_path: Path
) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text(HEAD + lines, "utf-8")

    with pytest.raises(GlossaryFaulty) as refused:
        loading.load_glossary(file)

    assert fault in " ".join(refused.value.faults)
    assert not Concept.objects.exists()


def test_the_command_lists_the_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "glossary.csv"
    file.write_text(HEAD + "a,,的,the\n", "utf-8")

    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("load_glossary", file=file)

    assert "的" in capsys.readouterr().err


def test_a_joined_word_leads_to_terms_on_both_sides_of_it() -> None:
    key = concept_key(subject("cleanup-day", "清洁日", "national cleanup day").pk)
    far = "The sea is wide and deep and blue, and nobody saw a well-known thing."

    assert named(f"National clean-up day. {far}") == {key}
    assert named(f"{far} National clean-up day.") == {key}
    assert named(far) == set()


def test_the_book_is_made_before_the_first_visitor_with_or_without_a_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = book.Book()
    monkeypatch.setattr(book, "connection", Mock())
    monkeypatch.setattr(book, "current", Mock(return_value=made))
    book.make_ready()
    assert {"terms", "by_pinyin", "by_gap"} <= vars(made).keys()

    monkeypatch.setattr(book, "current", Mock(side_effect=OperationalError))
    book.make_ready()


def test_a_term_with_one_other_character_is_found_by_its_gaps() -> None:
    subject("microplastics", "微塑料", "microplastics")
    known = book.made()

    assert [each.text for gap in gaps_of("微朔料") for _, each in known.by_gap.get(gap, ())] == [
        "微塑料"
    ]
    assert not [each for gap in gaps_of("朔塑微") for each in known.by_gap.get(gap, ())]
