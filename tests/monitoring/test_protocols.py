"""The protocols as data: complete in both languages, and shown as they are."""

import re
import string

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from monitoring.protocols import Severity, files, message, protocols, rules
from partnership.core import languages
from partnership.core.content_files import Fault

HAN = re.compile(r"[㐀-鿿]")
HALF_WIDTH = re.compile(r"[㐀-鿿][,;:!?()]|[,;:!?()][㐀-鿿]")
COMPARTMENTS = [
    "beach-100m", "floating-visual", "floating-trawl", "seabed", "mp-water", "mp-sediment",
    "mp-biota",
]  # fmt: skip


def every_text() -> list[dict[str, str]]:
    found = [rule.sentences for rule in rules().values()]
    for protocol in protocols().values():
        found += [protocol.names, protocol.abouts, protocol.sources, *protocol.open_points]
        found += [field.labels for field in protocol.fields]
        found += [field.notes for field in protocol.fields if any(field.notes.values())]
    return found


def test_there_is_a_protocol_for_every_compartment() -> None:
    assert list(protocols()) == COMPARTMENTS


def test_every_text_is_there_in_both_languages() -> None:
    for texts in every_text():
        assert HAN.search(texts[languages.CHINESE]) or len(set(texts.values())) == 1
        assert texts[languages.ENGLISH]
        assert not HAN.search(texts[languages.ENGLISH])


def test_chinese_texts_use_full_width_punctuation_and_no_blanks_in_between() -> None:
    for texts in every_text():
        chinese = re.sub(r"\{\w+\}", "x", texts[languages.CHINESE])
        assert not HALF_WIDTH.search(chinese), chinese


def test_both_languages_of_a_message_name_the_same_values() -> None:
    for rule in rules().values():
        named = {
            language: {name for _text, name, _spec, _kind in string.Formatter().parse(text) if name}
            for language, text in rule.sentences.items()
        }
        assert named[languages.CHINESE] == named[languages.ENGLISH]
        for language in languages.LANGUAGES:
            with override(language):
                assert "{" not in rule.example


def test_bounds_are_in_order_and_numbers_have_both() -> None:
    for protocol in protocols().values():
        assert len({field.key for field in protocol.fields}) == len(protocol.fields)
        for field in protocol.fields:
            if field.kind in ("number", "whole"):
                assert field.least is not None
                assert field.most is not None
                assert field.least < field.most
            else:
                assert field.bounds == "–"


@pytest.mark.parametrize("code", ["mp-water", "mp-sediment", "mp-biota"])
def test_microplastics_need_their_denominator_and_their_sizes(code: str) -> None:
    required = {field.key for field in protocols()[code].fields if field.is_required}

    assert {"size_min_um", "size_max_um", "blanks", "particles"} <= required
    assert required & {"volume_m3", "dry_mass_kg", "individuals"}
    assert ("mesh_um" in required) == (code == "mp-water")


def test_a_message_is_told_in_the_readers_language() -> None:
    with override("en"):
        assert message("M040", value=30).startswith("A length of 30 m is below 50 m")
    with override("zh-hans"):
        assert message("M040", value=30).startswith("断面长度30 m小于50 m，")
    assert rules()["M040"].severity == Severity.WARNING
    assert rules()["M060"].severity == Severity.FAULT


def test_a_faulty_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault("rules.yaml", "file", "mend it")
    monkeypatch.setattr(files.content_files, "read", lambda _folder: iter([fault]))

    with pytest.raises(ImproperlyConfigured, match=r"rules\.yaml: file: mend it"):
        files.read()


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("code", COMPARTMENTS)
def test_each_protocol_has_its_page(client: Client, db: None, language: str, code: str) -> None:
    with override(language):
        shown = client.get(reverse("monitoring:protocol", args=[code])).content.decode()
        protocol = protocols()[code]

        assert protocol.name in shown
        assert all(rule.code in shown for rule in protocol.rules)


def test_the_list_says_which_details_are_open(client: Client, db: None) -> None:
    with override("zh-hans"):
        shown = client.get(reverse("monitoring:protocols")).content.decode()

    assert shown.count("待确认") >= len(COMPARTMENTS)


def test_an_unknown_protocol_is_not_found(client: Client, db: None) -> None:
    assert client.get(reverse("monitoring:protocol", args=["none"])).status_code == 404


def test_fields_say_nothing_that_nobody_reads() -> None:
    known = {"zh", "en", "kind", "unit", "least", "most", "decimals", "open", "note_zh", "note_en"}

    assert all(set(data) <= known for data in files.read()["fields"].values())
