"""Whatever is typed into an address or a form, the answer is a sentence, never a fault."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from partnership.accounts.models import Session, User
from partnership.portal import content
from tests.factories.cases import PublishedCaseFactory
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.shared_rows import SharedRows

LANGUAGES = ("zh-hans", "en")
PATHS = (
    "",
    "about/",
    "accessibility/",
    "contact/",
    "privacy/",
    "terms/",
    "news/",
    "news/there/",
    "news/feed.atom",
    "notices/",
    "notices/there-too/",
    "cases/",
    "cases/map/",
    "cases/downloads/",
    "cases/downloads/data-dictionary/",
    "api/",
    "organisations/",
    "search/",
    "join/",
    "write/",
    "submissions/public-notice/",
    "style-guide/",
    "accounts/login/",
    "accounts/password/reset/",
    "no-such-page/",
)
ANSWERED = (  # what is odd but can be read
    "page=0",
    "page=-1",
    "page=1e3",
    f"page=1{'0' * 30}",
    "page=%EF%BC%92",  # a full-width 2
    "page=1&page=2",
    f"q={'x' * 10_000}",
    f"q={'%E6%B5%B7' * 3_000}",
    "q=%ED%A0%80",  # half of a surrogate pair
    "q=%FF%FE",
    "q=%E2%80%AE%F0%9F%8C%8A",  # right-to-left override, a wave
    "q=%27%3B+DROP+TABLE+cases_case%3B--",
    "q={{7*7}}{%25+load+x+%25}",
    "%5B%5D=&&&==&=1",
    "sort=-password&ordering=pk%3BDROP&o=-99.1&kind=user&exact=%5B%5D",
    "country=XX&year=abc&kind=%3Cscript%3E",
    "next=//elsewhere.example/",
)
REFUSED = ("q=%00", "%00=1", "page=1&q=a%00b")  # what no text of ours can hold
TOO_MANY = "&".join("a=1" for _number in range(1_001))  # one more than is read
HEADINGS = {
    "zh-hans": {200: "", 400: "无法理解", 404: "页面不存在"},
    "en": {200: "", 400: "could not be understood", 404: "does not exist"},
}


@pytest.fixture
def anna(db: None) -> User:
    """Anna is a member and signs in with a password."""
    user = User.objects.create_user(
        "anna@example.org", "Blauer-Ozean-2026", name="Anna", language="en", roles=["member"]
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture(scope="module")
def whole_portal(shared_rows: SharedRows, reference_data: None) -> None:
    with shared_rows:
        content.load_pages()
        public(NewsFactory(key="there"))
        public(PageFactory(key="there-too", kind="notice"))
        PublishedCaseFactory()


@pytest.fixture
def portal(whole_portal: None, db: None) -> None:
    """Something of every kind, which nobody here may change."""


def answers(client: Client, query: str) -> list[tuple[str, int]]:
    """Ask for every page with this query; check the words of refusals, return the status codes."""
    found = []
    for language in LANGUAGES:
        for path in PATHS:
            response = client.get(f"/{language}/{path}?{query}")
            assert HEADINGS[language][response.status_code] in response.content.decode(), path
            found.append((path, response.status_code))
    return found


@pytest.mark.parametrize("query", ANSWERED, ids=lambda query: query[:24])
def test_an_odd_question_is_answered(client: Client, portal: None, query: str) -> None:
    statuses = answers(client, query)

    assert {status for path, status in statuses if path != "no-such-page/"} == {200}


@pytest.mark.parametrize("query", REFUSED)
def test_what_nobody_can_read_is_refused_in_words(client: Client, portal: None, query: str) -> None:
    assert {status for _path, status in answers(client, query)} == {400}


def test_too_many_parameters_are_no_fault_of_the_server(client: Client, portal: None) -> None:
    assert {status for _path, status in answers(client, TOO_MANY)} == {200, 400, 404}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_to_read_can_only_be_read(client: Client, portal: None, method: str) -> None:
    ask = getattr(client, method)

    for path in ("", "about/", "contact/", "news/", "notices/", "cases/"):
        assert ask(f"/en/{path}").status_code == 405, path


@pytest.mark.parametrize(
    "typed", ["%00", "a%00b", "%ED%A0%80", "x" * 10_000, "%FF"], ids=lambda typed: typed[:9]
)
@pytest.mark.parametrize("path", ["login/", "password/reset/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_at_the_door_survives_whatever_is_typed(
    client: Client, db: None, language: str, path: str, typed: str
) -> None:
    body = f"login={typed}&email={typed}&password={typed}"

    response = client.post(
        f"/{language}/accounts/{path}", body, "application/x-www-form-urlencoded"
    )

    assert response.status_code in {200, 400}
    assert re.search(r'class="error-summary"|<h1>', response.content.decode())


@pytest.mark.parametrize(("name", "kept"), [("A%00B", ""), ("x" * 5_000, "x" * 5_000)])
def test_the_profile_says_what_is_wrong_and_keeps_what_was_typed(
    client: Client, anna: User, name: str, kept: str
) -> None:
    client.force_login(anna)
    body = f"name={name}&latin_name=Anna+Nguyen&language=en"

    response = client.post("/en/accounts/", body, "application/x-www-form-urlencoded")
    page = response.content.decode()

    assert response.status_code == 200
    assert 'class="error-summary"' in page
    assert 'value="Anna Nguyen"' in page
    assert kept in page


def test_forms_sent_twice_do_their_work_once(client: Client, anna: User) -> None:
    client.force_login(anna)
    typed = {"name": "Anna", "latin_name": "", "language": "en"}
    elsewhere = Client()
    elsewhere.force_login(anna)
    handle = Session.objects.get(session_key=elsewhere.session.session_key).handle

    for path, form in (
        ("", typed),
        (f"sessions/{handle}/end/", {}),
        ("sessions/end-others/", {}),
        ("draft/", {}),
        ("logout/", {}),
    ):
        for time, status in enumerate((200, 404 if handle in path else 200)):
            response = client.post(f"/en/accounts/{path}", form, follow=True)
            assert response.status_code == status, path
            assert "<h1>" in response.content.decode(), path
            if handle in path and time:
                assert "Nobody is signed in there any more." in response.content.decode()


def test_asking_twice_for_a_new_password_is_answered_alike(client: Client, anna: User) -> None:
    form = {"email": anna.email}

    first, second = (
        client.post("/en/accounts/password/reset/", form, follow=True) for _time in range(2)
    )

    assert first.redirect_chain == second.redirect_chain
    assert "Look into your mailbox" in second.content.decode()
