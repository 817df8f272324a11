"""Two cities of one province never meet each other's drafts, files, comments or people.

Everything of the first city carries a mark. An official of the second walks every address of the
portal with the first city's keys in it, and whatever can be reached from there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest
from django.conf import LazySettings
from django.core import serializers
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import get_resolver

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.network.models import Membership
from partnership.network.roles import MemberRole
from partnership.review import actions
from partnership.review.choices import EnclosureRole
from partnership.review.models import Submission
from partnership.review.querysets import EnclosureQuerySet, SubmissionQuerySet
from tests.factories.files import jpeg, stored
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.factories.submissions import as_posted, case_answers, case_draft, speaking
from tests.journeys import crawler
from tests.permissions import addresses

pytestmark = pytest.mark.django_db

MARK = "zqfirstcity"
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
WRITING = ("review:", "network:", "documents:", "notifications:", "cases:", "portal:", "api:")


@dataclass
class City:
    """What the first city has; `values` are its keys by the name an address gives them."""

    author: User
    things: list[Model] = field(default_factory=list)
    values: dict[str, list[object]] = field(default_factory=dict)

    def snapshot(self) -> str:
        fresh = [type(thing).objects.get(pk=thing.pk) for thing in self.things]  # type: ignore[attr-defined]
        return serializers.serialize("json", fresh)

    def addresses(self, *spaces: str) -> Iterator[str]:
        """Yield every address of the portal with every combination of the city's keys."""
        for name, route in addresses.walk(get_resolver().url_patterns):
            if spaces and not name.startswith(spaces):
                continue
            wanted = ["".join(found) for found in ARGUMENT.findall(route)]
            for chosen in product(*(self.values.get(key, ["1"]) for key in wanted)):
                values = iter(chosen)
                path = ARGUMENT.sub(lambda _, values=values: str(next(values)), route)  # type: ignore[misc]
                yield "/" + re.sub(r"\\(.)|[\^$]", r"\1", path)


def person(name: str) -> User:
    email = f"{name}@example.org"
    return User.objects.create_user(email, None, name=name, language="en", roles=[Role.MEMBER])


def marked_draft(author: User) -> Submission:
    draft = case_draft(author, title=MARK, summary=MARK, lead_organisation=MARK)
    texts = {"caption": MARK, "alt_text": MARK, "photographer": MARK, "licence": "cc-by"}
    file = stored(jpeg((300, 200)), f"{MARK}.jpg", by=author)
    actions.enclose(draft, file, EnclosureRole.PICTURE, by=author, people="nobody", **texts)
    return draft


@pytest.fixture
def places() -> list[object]:
    """Two cities of one province."""
    province = ProvinceFactory()
    return [CityFactory(parent=province, country=province.country, province=province) for _ in "ab"]


@pytest.fixture
def first(places: list[object], lin: User) -> City:
    """A city with a draft, and with a submission that was returned with comments."""
    author = person(MARK)
    names = dict.fromkeys(("name_zh_hans", "name_en", "summary_zh_hans", "summary_en"), MARK)
    membership = speaking(author, MemberRole.FOCAL_POINT, place=places[0], slug=MARK, **names)
    draft, returned = marked_draft(author), marked_draft(author)
    taken = actions.take(actions.submit(returned, by=author, revision=1), by=lin)
    actions.comment(taken, "about.title", MARK, by=lin)
    returned = actions.return_for_changes(taken, by=lin, message=MARK)
    comment, files = returned.comments.get(), [draft.enclosures.get(), returned.enclosures.get()]
    return City(
        author=author,
        things=[draft, returned, comment, *files, *(row.file for row in files), membership, author],
        values={
            "key": [draft.key, returned.key],
            "number": [*(row.pk for row in files), membership.pk],
            "comment": [comment.pk],
            "older": [1],
            "newer": [1],
            "slug": [membership.organisation.slug],
            "token": [row.file.token for row in files],
            "name": ["300.webp", "master.jpg"],
            "object_id": [draft.pk, returned.pk, author.pk],
            "subject": ["case"],
            "language": ["en"],
        },
    )


@pytest.fixture
def neighbour(client: Client, places: list[object], settings: LazySettings) -> Client:
    """An official of the second city, with all rights there."""
    settings.API_RATE_ANONYMOUS = ""
    official = person("neighbour")
    speaking(official, MemberRole.FOCAL_POINT, place=places[1])
    case_draft(official, title="Own draft of the neighbour")
    client.force_login(official)
    return client


def typed() -> dict[str, object]:
    """Return what fills the forms of the city's people: another text, and an answer to every question."""
    words = ("answer", "caption", "message", "name", "name_en", "reason", "remark", "text", "value")
    return as_posted(
        case_answers(title="Overwritten"),
        revision="1",
        version="1",
        path="about.title",
        recommendation="accept",
        role="drafter",
        **dict.fromkeys(words, "Overwritten"),
    )


def words(response: HttpResponseBase) -> str:
    return crawler.text_of(response)


def leaks(neighbour: Client, first: City) -> list[str]:
    """Return the addresses at which the neighbour meets the first city's mark."""
    starts = dict.fromkeys(["/en/desk/", "/en/submissions/new/", *first.addresses()])
    pages = crawler.crawl(neighbour, starts)
    # An address that carries the mark itself may be repeated by a page that says it is not there.
    return [
        address
        for address, text in pages.items()
        if MARK in re.sub(r"[\"'=][^\"'\s]*/[^\"'\s]*", "", text)
    ]


def test_the_neighbour_reads_nothing_of_the_first_city(neighbour: Client, first: City) -> None:
    assert leaks(neighbour, first) == []
    assert "Own draft of the neighbour" in words(neighbour.get("/en/desk/"))


def test_the_neighbour_changes_nothing_of_the_first_city(neighbour: Client, first: City) -> None:
    before = first.snapshot()
    fields = typed()
    met = [words(neighbour.post(address, fields)) for address in set(first.addresses(*WRITING))]

    assert len(met) > 50
    assert first.snapshot() == before
    assert Membership.objects.filter(withdrawn_at__isnull=False).count() == 0


@pytest.mark.parametrize("action", ["edit", "keep", "submit", "answer", "take-out"])
def test_what_the_neighbour_posts_would_change_something_in_the_right_hands(
    client: Client, first: City, action: str
) -> None:
    before = first.snapshot()
    client.force_login(first.author)
    for address in first.addresses(f"review:{action}"):
        client.post(address, typed())

    assert first.snapshot() != before


@pytest.mark.parametrize("asked", [SubmissionQuerySet, EnclosureQuerySet])
def test_it_notices_a_rule_that_is_taken_away(
    neighbour: Client, first: City, monkeypatch: pytest.MonkeyPatch, asked: type
) -> None:
    monkeypatch.setattr(asked, "visible_to", lambda self, _user: self.all())
    addresses_of_files = first.addresses("review:")
    answers = [words(neighbour.get(address)) for address in addresses_of_files]

    assert any(MARK in answer or "image/webp" in answer for answer in answers)
