"""How every form of the portal is written: labels, hints and errors tied to their controls."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from partnership.core.templatetags.labels import without_stop
from partnership.portal.style_guide import SpecimenForm


@pytest.fixture
def refused() -> str:
    with translation.override("en"):
        return str(SpecimenForm({"email": "no address"}))


def label(form: str, control: str) -> str:
    found = re.search(rf'<label for="{control}">(.*?)</label>', form, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_it_says_in_words_what_must_be_filled(refused: str) -> None:
    assert "(required)" in label(refused, "id_organisation")
    assert "(required)" not in label(refused, "id_results")


def test_it_ties_hint_and_error_to_the_control(refused: str) -> None:
    found = re.search(r'<input[^>]*id="id_organisation"[^>]*>', refused)
    assert found is not None
    control = found.group(0)

    assert 'aria-describedby="id_organisation_helptext id_organisation_error"' in control
    assert 'aria-invalid="true"' in control
    assert 'id="id_organisation_helptext"' in refused
    assert 'id="id_organisation_error"' in refused


def test_it_groups_choices_under_a_legend(refused: str) -> None:
    assert re.search(r"<fieldset[^>]*>\s*<legend>Language of the meeting", refused)


def test_its_summary_leads_to_controls_that_exist(refused: str) -> None:
    with translation.override("en"):
        form = SpecimenForm({"email": "no address"})
        summary = render_to_string("partials/error_summary.html", {"form": form})

    targets = re.findall(r'href="#([^"]+)"', summary)

    assert len(targets) == len(form.errors)
    assert [target for target in targets if not is_control(refused, target)] == []


def test_its_summary_puts_no_colon_behind_a_stop() -> None:
    assert [without_stop(label) for label in ("您的职务是什么？", "It is true.", "Name")] == [
        "您的职务是什么",
        "It is true",
        "Name",
    ]


@pytest.mark.parametrize(("language", "said"), [("en", "Is it so: "), ("zh-hans", "Is it so：")])
def test_its_summary_uses_labels_without_their_stop(language: str, said: str) -> None:
    class Question(forms.Form):
        answer = forms.CharField(label="Is it so?")

    with translation.override(language):
        assert said in render_to_string("partials/error_summary.html", {"form": Question({})})


def is_control(form: str, target: str) -> bool:
    return re.search(rf'<(input|select|textarea)[^>]*\sid="{target}"', form) is not None


def test_a_correct_form_has_no_summary() -> None:
    assert render_to_string("partials/error_summary.html", {"form": SpecimenForm()}).strip() == ""
