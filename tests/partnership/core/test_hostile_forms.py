"""What no text of ours can hold, typed into every field of a form: said beside it, never a fault."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django import forms
from django.contrib import admin
from django.http import HttpRequest, QueryDict
from django.test import RequestFactory

from partnership.accounts.models import User
from partnership.core.guarded_forms import GuardedForm
from partnership.events.forms.registering import RegistrationFields
from partnership.events.models import Event

NUL, SURROGATE, LONG = "北海\0净滩", b"\xed\xa0\x80", "海" * 10_000
TYPED = {"NUL": NUL, "a lone surrogate": SURROGATE, "10,000 characters": LONG}


@pytest.fixture
def request_of_staff(rf: RequestFactory, zhao: User) -> HttpRequest:
    request = rf.get("/admin/")
    request.user = zhao
    return request


def forms_of_the_desk(request: HttpRequest) -> Iterator[type[forms.BaseForm]]:
    """Yield the forms of new objects and of their rows."""
    for model_admin in admin.site._registry.values():
        if model_admin.has_add_permission(request):
            yield model_admin.get_form(request, None)
            for rows in model_admin.get_inline_instances(request, None):
                yield rows.get_formset(request, None).form


def texts_of(form: forms.BaseForm) -> list[str]:
    return [name for name, field in form.fields.items() if isinstance(field, forms.CharField)]


def sent(names: list[str], typed: str | bytes) -> QueryDict:
    """Return what arrives of a form in whose text fields all this was typed."""
    return QueryDict(urlencode(dict.fromkeys(names, typed)))


def faults(form: forms.BaseForm, data: QueryDict) -> list[str]:
    """Return the fields that lose what was typed, or would store what cannot be."""
    form.is_valid()
    str(form).encode()
    return [
        name
        for name, text in data.items()
        if form[name].value() != text or ("\0" in text and name not in form.errors)
    ]


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_no_form_of_the_desk_falls_over_or_loses_it(
    request_of_staff: HttpRequest, typed: str | bytes
) -> None:
    seen = 0
    for kind in forms_of_the_desk(request_of_staff):
        data = sent(texts_of(kind()), typed)
        seen += 1
        assert faults(kind(data), data) == [], kind

    assert seen > 30


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("kind", GuardedForm.__subclasses__())
def test_no_form_at_the_door_does_either(
    rf: RequestFactory, db: None, kind: Any, typed: str | bytes
) -> None:
    options: dict[str, Any] = {"request": rf.get("/")}
    if issubclass(kind, RegistrationFields):
        options["event"] = Event(max_group_size=5)
    guard = {"ticket", "proof", "fax"}
    data = sent([name for name in texts_of(kind(**options)) if name not in guard], typed)

    assert faults(kind(data, **options), data) == []
