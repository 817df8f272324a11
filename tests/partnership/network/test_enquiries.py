"""Messages, questions and errors: sent by anybody, answered from the secretariat's list."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.errors import NotAllowed
from partnership.network import actions
from partnership.network.choices import EnquiryState
from partnership.network.errors import (
    AlreadyDecided,
    AnswerMissing,
    NobodyToAnswer,
    ReasonMissing,
)
from partnership.network.models import Enquiry
from partnership.notifications.models import OutgoingMessage
from tests.factories.network import EnquiryFactory, ListedOrganisationFactory, OrganisationFactory
from tests.tickets import solved

pytestmark = pytest.mark.django_db

TYPED = {
    "kind": "question",
    "page": "",
    "message": "When is the roundtable?",
    "name": "Mei",
    "email": "mei@example.org",
}


def send(client: Client, address: str = "/en/write/", **changed: str) -> object:
    return client.post(address, {**TYPED, **solved("enquiry"), **changed})


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_question_stands_on_the_secretariats_list(client: Client, language: str) -> None:
    answer = send(client, f"/{language}/write/")

    enquiry = Enquiry.objects.open().get()
    assert answer.headers["Location"] == f"/{language}/write/sent/{enquiry.reference}/"  # type: ignore[attr-defined]
    assert enquiry.language == language
    assert not OutgoingMessage.objects.exists()


def test_an_error_is_reported_without_an_address(client: Client) -> None:
    page = client.get("/en/write/?kind=error&page=/en/cases/").content.decode()
    assert 'value="/en/cases/"' in page
    assert '<option value="error" selected>' in page

    send(client, kind="error", email="", name="", page="/en/cases/")

    assert Enquiry.objects.get().page == "/en/cases/"


def test_a_question_without_an_address_cannot_be_answered(client: Client) -> None:
    html = send(client, email="").content.decode()  # type: ignore[attr-defined]

    assert "Without an address the secretariat cannot answer." in html
    assert "When is the roundtable?" in html
    assert not Enquiry.objects.exists()


def test_a_question_about_an_organisation_goes_to_the_secretariat(client: Client) -> None:
    listed = ListedOrganisationFactory(slug="bank")
    OrganisationFactory(slug="unseen")

    send(client, "/en/write/?organisation=bank")
    send(client, "/en/write/?organisation=unseen")

    assert [enquiry.organisation for enquiry in Enquiry.objects.order_by("pk")] == [listed, None]


def test_a_double_click_is_one_message(client: Client) -> None:
    ticket = solved("enquiry")
    answers = [client.post("/en/write/", {**TYPED, **ticket}) for _ in range(2)]

    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Enquiry.objects.count() == 1


def test_every_page_leads_to_the_form_for_errors(client: Client) -> None:
    for path in ("/en/organisations/", "/en/join/"):  # one after the other: nothing is kept
        html = client.get(path).content.decode()
        assert f"/en/write/?kind=error&amp;page={path}" in html


def test_an_answer_leaves_in_the_language_of_the_question(lin: User) -> None:
    for language, words in (("zh-hans", "我们的答复"), ("en", "Our answer")):
        enquiry = EnquiryFactory(language=language)
        actions.answer_enquiry(enquiry, by=lin, answer="In June.")
        message = OutgoingMessage.objects.get(to_address=enquiry.email)
        assert words in message.text
        assert "In June." in message.text
        assert enquiry.reference in message.text


def test_the_second_of_two_colleagues_is_told_who_answered(lin: User, zhao: User) -> None:
    enquiry = EnquiryFactory()
    with pytest.raises(AnswerMissing):
        actions.answer_enquiry(enquiry, by=lin, answer=" ")
    actions.answer_enquiry(enquiry, by=lin, answer="In June.")

    for again in (
        lambda: actions.answer_enquiry(enquiry, by=zhao, answer="In July."),
        lambda: actions.close_enquiry(enquiry, by=zhao, reason="done"),
    ):
        with pytest.raises(AlreadyDecided) as refused:
            again()
        assert "Lin" in str(refused.value)
    assert OutgoingMessage.objects.count() == 1


def test_a_message_is_closed_with_a_reason(lin: User, wang: User) -> None:
    enquiry = EnquiryFactory(kind="error", email="")
    with pytest.raises(NobodyToAnswer):
        actions.answer_enquiry(enquiry, by=lin, answer="Thanks")
    with pytest.raises(ReasonMissing):
        actions.close_enquiry(enquiry, by=lin, reason="")
    with pytest.raises(NotAllowed):
        actions.close_enquiry(enquiry, by=wang, reason="mine")

    actions.close_enquiry(enquiry, by=lin, reason="mended")

    enquiry.refresh_from_db()
    assert enquiry.state == EnquiryState.CLOSED


def test_a_message_goes_a_year_after_the_answer(lin: User) -> None:
    answered, waiting = EnquiryFactory(), EnquiryFactory()
    actions.answer_enquiry(answered, by=lin, answer="In June.")

    retention.run(now=timezone.now() + timedelta(days=366))

    assert list(Enquiry.objects.all()) == [waiting]


def test_the_secretariat_answers_on_a_page(client: Client, lin: User) -> None:
    enquiry = EnquiryFactory(message="When is the roundtable?")
    client.force_login(lin)
    address = f"/admin/partnership/enquiry/{enquiry.pk}/deed/answer/"

    assert "When is the roundtable?" in client.get(address).content.decode()
    client.post(address, {"answer": "In June."})

    enquiry.refresh_from_db()
    assert enquiry.answer == "In June."
