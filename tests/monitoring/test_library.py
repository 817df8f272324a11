"""The library of policies, methods and technologies: complete in both languages, narrowed by what one chooses."""

import csv
import re

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.library import entries as library
from monitoring.library.entries import EntryKind, entries
from partnership.core import languages
from partnership.core.content_files import Fault
from partnership.reference.naming import DATA, find_forbidden_names
from tests.factories.reference import CityFactory, CountryFactory, ProvinceFactory

HAN = re.compile(r"[㐀-鿿]")


def codes(file: str) -> set[str]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return {row["code"] for row in csv.DictReader(lines)}


def shown(client: Client, **query: str) -> str:
    with override("en"):
        return client.get(reverse("monitoring:library"), query).content.decode()


def test_it_holds_forty_instruments_of_eight_countries_and_every_kind() -> None:
    assert len(entries()) >= 40
    assert len({entry.country for entry in entries()} - {""}) >= 8
    assert {entry.kind for entry in entries()} == set(EntryKind)


def test_every_entry_is_told_in_both_languages_with_its_source() -> None:
    for entry in entries():
        for texts in (entry.names, entry.does):
            assert HAN.search(texts[languages.CHINESE])
        for texts in (entry.names, entry.does, entry.sources):
            assert texts[languages.CHINESE]
            assert texts[languages.ENGLISH]
            assert not HAN.search(texts[languages.ENGLISH])
            for language in languages.LANGUAGES:
                assert not find_forbidden_names(texts[language], language)


def test_places_are_those_of_the_curated_list() -> None:
    countries, provinces = codes("countries.csv"), codes("provinces.csv")

    assert {entry.country for entry in entries()} - {""} <= countries
    assert {entry.place for entry in entries()} - {""} <= provinces
    assert all(entry.place.startswith(entry.country) for entry in entries() if entry.place)
    assert all(1970 < entry.year <= 2026 for entry in entries())


def test_no_entry_stands_there_twice() -> None:
    names = [entry.names[languages.ENGLISH] for entry in entries()]

    assert len(set(names)) == len(names)
    assert len({entry.number for entry in entries()}) == len(names)


def test_fifteen_technologies_of_treatment_are_told() -> None:
    technologies = [entry for entry in entries() if entry.kind is EntryKind.TECHNOLOGY]

    assert len(technologies) >= 15
    assert len({entry.country for entry in technologies}) >= 5


def test_it_is_narrowed_by_kind_country_year_and_text(client: Client, db: None) -> None:
    CountryFactory(code="IE", name_en="Ireland")

    assert "Plastic bag levy" in shown(client, country="IE", kind="levy", year="2002")
    assert "Deposit return for drinks containers" not in shown(client, country="IE", kind="levy")
    assert "MARPOL Annex V" in shown(client, country="international", q="marpol")
    assert "Nothing matches these filters" in shown(client, q="no such words")
    assert "left out: “xx”" in shown(client, country="xx")


def test_a_province_is_found_by_its_own_filter(client: Client, db: None) -> None:
    assert "Hainan: ban" in shown(client, q="hainan")


def test_a_city_has_what_holds_there(client: Client, db: None) -> None:
    province = ProvinceFactory(code="CN-HI", parent=CountryFactory(code="CN"))
    city = CityFactory(parent=province)
    elsewhere = CityFactory(parent=CountryFactory(code="IE"))

    here, there = (shown(client, city=each.code, kind="ban") for each in (city, elsewhere))

    assert "Hainan: ban" in here
    assert "Limits on plastic shopping bags" in here
    assert "Hainan: ban" not in there
    assert "Limits on plastic shopping bags" not in there
    assert "Nothing matches" in shown(client, city=city.code, q="marpol"), "it says no country"
    assert "left out: “xx”" in shown(client, city="xx")


def test_a_faulty_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault("entries.yaml", "file", "mend it")
    monkeypatch.setattr(library.content_files, "read", lambda _folder: iter([fault]))
    library.entries.cache_clear()

    with pytest.raises(ImproperlyConfigured, match="mend it"):
        library.entries()
    monkeypatch.undo()
    library.entries.cache_clear()


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_page_is_told_in_one_language(client: Client, db: None, language: str) -> None:
    with override(language):
        page = client.get(reverse("monitoring:library"), {"country": "international"})

    assert page.status_code == 200
