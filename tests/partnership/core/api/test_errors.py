import pytest
from django.core.management import call_command
from django.http import Http404
from rest_framework.exceptions import NotAcceptable

from partnership.core.api import errors
from partnership.core.errors import TransitionRefused


def test_a_refused_deed_is_a_conflict_with_its_code_and_both_sentences() -> None:
    answer = errors.handler(TransitionRefused(), {})

    assert answer is not None
    assert (answer.status_code, answer.data["code"]) == (409, "transition-refused")
    assert set(answer.data["message"]) == {"zh-hans", "en"}


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Http404(), 404, "not-found"),
        (NotAcceptable(), 406, "not-acceptable"),
        (errors.Refused("odd", "%(what)s is odd.", what="x"), 400, "odd"),
    ],
)
def test_it_answers_an_expected_refusal(error: Exception, status: int, code: str) -> None:
    answer = errors.handler(error, {})

    assert answer is not None
    assert (answer.status_code, answer.data["code"]) == (status, code)


def test_it_fills_in_the_details() -> None:
    answer = errors.handler(errors.Refused("odd", "%(what)s is odd.", what="x"), {})

    assert answer is not None
    assert answer.data["message"] == {"zh-hans": "x is odd.", "en": "x is odd."}


def test_it_lets_a_fault_surface() -> None:
    assert errors.handler(ZeroDivisionError(), {}) is None


def test_the_schema_is_complete_and_without_warning(tmp_path) -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yml"))

    schema = (tmp_path / "schema.yml").read_text(encoding="utf-8")
    assert "/api/v1/cases/{number}/:" in schema
    assert "/api/v1/places/:" in schema
