"""What keeps machines out of public forms, and lets people in."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from django import forms
from django.conf import LazySettings
from django.test import RequestFactory
from django.utils.translation import override

from partnership.core import retention, tickets
from partnership.core.guarded_forms import GuardedForm
from partnership.core.models import SpentTicket
from partnership.core.tickets import AlreadySent, Ticket
from tests.tickets import solved

pytestmark = pytest.mark.django_db


class Letter(GuardedForm):
    purpose: ClassVar[str] = "letter"
    text = forms.CharField()


def letter(address: str = "192.0.2.1", **typed: str) -> Letter:
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    return Letter({"text": "Hello", **typed}, request=request)


def refusal(form: Letter) -> str:
    assert not form.is_valid()
    assert form["text"].value() == "Hello"
    return form.non_field_errors()[0]


def send(form: Letter) -> None:
    assert form.is_valid(), form.errors
    assert form.valid_ticket is not None
    tickets.spend(form.valid_ticket, form.request)


def test_it_takes_a_form_whose_calculation_is_done() -> None:
    send(letter(**solved("letter")))

    assert SpentTicket.objects.count() == 1


@pytest.mark.parametrize(
    ("ticket", "reason"),
    [
        (dict, "open for too long"),
        (lambda: {"ticket": "made up"}, "open for too long"),
        (lambda: solved("letter", age=7300), "open for too long"),
        (lambda: solved("other"), "open for too long"),
        (lambda: solved("letter", age=0), "very fast"),
        (lambda: {**solved("letter"), "fax": "12345"}, "Fax"),
    ],
)
def test_it_refuses_with_a_sentence(ticket: Callable[[], dict[str, str]], reason: str) -> None:
    with override("en"):
        assert reason in refusal(letter(**ticket()))


def test_without_scripts_patience_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    first = letter(**{**solved("letter"), "proof": ""})
    assert not first.is_valid()
    slow = first["ticket"].value()
    assert not letter(ticket=slow).is_valid()

    later = tickets.time.time() + 21
    monkeypatch.setattr(tickets.time, "time", lambda: later)

    send(letter(ticket=slow))


def test_a_ticket_is_of_one_use() -> None:
    ticket = solved("letter")
    send(letter(**ticket))

    again = letter(**ticket)
    assert again.is_valid()
    with pytest.raises(AlreadySent):
        tickets.spend(again.valid_ticket, again.request)  # type: ignore[arg-type]


def test_a_network_sends_so_many_an_hour_and_others_still_get_through(
    settings: LazySettings,
) -> None:
    settings.PUBLIC_FORMS_PER_NETWORK = 2
    for _ in range(2):
        send(letter(**solved("letter")))

    assert not letter(**solved("letter")).is_valid()
    assert letter("198.51.100.7", **solved("letter")).is_valid()


def test_all_together_send_so_many_an_hour(settings: LazySettings) -> None:
    settings.PUBLIC_FORMS_IN_ALL = 1
    send(letter(**solved("letter")))

    assert not letter("198.51.100.7", **solved("letter")).is_valid()


def test_a_thousand_posts_of_a_machine_bring_nothing() -> None:
    ticket = tickets.issue("letter")

    assert not any(letter(ticket=ticket, proof=str(n)).is_valid() for n in range(1000))
    assert not SpentTicket.objects.exists()


def test_no_address_is_kept_and_tickets_go_after_a_day() -> None:
    send(letter(**solved("letter")))
    assert "192.0.2.1" not in SpentTicket.objects.get().network

    later = tickets.timezone.now() + tickets.timedelta(days=1, minutes=1)
    retention.run(now=later)

    assert not SpentTicket.objects.exists()


def test_a_wrong_number_is_no_proof() -> None:
    ticket = Ticket.read(solved("letter")["ticket"], "letter")
    assert ticket is not None
    proof = ticket.solve()

    assert ticket.has_proof(proof)
    assert not ticket.has_proof("0" * 13)
    assert not ticket.has_proof("")
