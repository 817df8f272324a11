"""Lists of the desk ask the same number of questions however many rows they hold."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.nominations import letter_texts
from partnership.nominations.choices import LetterKind
from partnership.nominations.models import LetterTemplate
from partnership.review.choices import State
from partnership.review.models import Submission
from partnership.search.models import AskedText
from tests.factories import network, portal, reference
from tests.factories.search import subject

pytestmark = pytest.mark.django_db


def _event(number: int) -> object:
    return audit.record(Verb.CREATED, network.PersonFactory(), by=network.PersonFactory())


def _subject(number: int) -> object:
    broader = subject(f"broad-{number}", f"总称{number}", f"broad {number}")
    return subject(f"narrow-{number}", f"细目{number}", f"narrow {number}", broader=broader)


def _asked(number: int) -> object:
    return AskedText.objects.create(
        day=date(2026, 1, 1), language="en", text=str(number), results=0, times=3
    )


def _submission(number: int) -> object:
    return Submission.objects.create(
        subject="case",
        language="en",
        title=str(number),
        state=State.SUBMITTED,
        submitted_at=timezone.now(),
        author=network.PersonFactory(),
        handler=network.PersonFactory(),
    )


def _template(number: int) -> object:
    kind = LetterKind.values[number]
    return LetterTemplate.objects.create(kind=kind, **letter_texts.DEFAULTS[kind])


LISTS: dict[str, Callable[[int], object]] = {
    "accounts_user": lambda _number: network.PersonFactory(),
    "core_auditevent": _event,
    "nominations_lettertemplate": _template,
    "partnership_enquiry": lambda _number: network.EnquiryFactory(),
    "partnership_membership": lambda _number: network.MembershipFactory(),
    "partnership_membershiprequest": lambda _number: network.RequestFactory(),
    "partnership_namechange": lambda _number: network.NameChangeFactory(),
    "partnership_organisation": lambda _number: network.OrganisationFactory(),
    "portal_page": lambda _number: portal.PageFactory(),
    "reference_riverbasin": lambda _number: reference.RiverBasinFactory(),
    "reference_theme": lambda _number: reference.ThemeFactory(),
    "review_submission": _submission,
    "search_askedtext": _asked,
    "search_concept": _subject,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_same_for_one_row_and_for_three(
    client: Client, name: str, zhao: User, guo: User
) -> None:
    client.force_login(guo if name == "core_auditevent" else zhao)
    address = reverse(f"admin:{name}_changelist")

    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        return len(answer.context["cl"].result_list), len(queries)

    LISTS[name](0)
    asked()  # what a process asks once only
    few, questions = asked()
    LISTS[name](1)
    LISTS[name](2)
    more, questions_of_more = asked()

    assert more > few > 0
    assert questions_of_more == questions
