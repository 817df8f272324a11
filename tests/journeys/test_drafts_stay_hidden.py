"""Nothing that is not public can be found by a stranger, by any way there is.

Every text of drafts, of unpublished languages and of private fields carries a mark; then everything
a stranger can reach is read, and no mark may be there.
"""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.db.models import Model
from django.test import Client

from cases import heads
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core.languages import LANGUAGES
from partnership.core.models.publication import PublicationQuerySet
from partnership.events.models import Event
from partnership.portal.headlines import Headline
from partnership.portal.models import News, Page
from partnership.portal.querysets import TextQuerySet
from roundtables.models import Outcome, Project
from tests.factories import outcomes
from tests.factories.cases import PublishedCaseFactory
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.journeys import crawler, marked
from tests.journeys.marked import DRAFT, OTHER, PRIVATE
from tests.shared_rows import SharedRows

MARKS = (DRAFT, OTHER, PRIVATE)
REACHED = (  # kinds of addresses the crawl must come across, so that its silence means something
    "/en/cases/CN-AS-2026-001/",
    "/en/cases/?",
    "/side-by-side/",
    "/zh-hans/news/",
    "/zh-hans/notices/",
    "/en/about/",
    "/en/events/",
    "/zh-hans/events/",
    "/en/roundtables/outcomes/",
    "/zh-hans/roundtables/projects/",
    "/feed.atom",
    "/sitemap-en.xml",
    "/api/v1/cases/CN-AS-2026-001/",
    "/citation/",
    ".csv",
    ".json",
)


@pytest.fixture(scope="module")
def drafts(shared_rows: SharedRows) -> list[Model]:
    """Public things of every kind, and beside them everything that is not."""
    with shared_rows:
        return drafts_beside_public_things()


@pytest.fixture
def portal(drafts: list[Model], db: None, settings: LazySettings) -> None:
    settings.API_RATE_ANONYMOUS = ""  # the crawl comes from one address


def drafts_beside_public_things() -> list[Model]:
    public_things = [
        marked.with_rows(PublishedCaseFactory(number="CN-AS-2026-001")),
        *(public(PageFactory(kind=kind)) for kind in ("notice", "publication")),
        *(public(PageFactory(key=key)) for key in ("about", "terms")),
        public(NewsFactory()),
        marked.announced(*LANGUAGES),
        *(outcomes.public(each) for each in marked.written()),
    ]
    refused = set()
    drafts = marked.drafts()
    for thing in drafts:
        refused |= marked.mark(thing, DRAFT, marked.everything)
    for language in ("zh-hans", "en"):
        for thing in marked.in_one_language(language):
            refused |= marked.mark(thing, OTHER, marked.is_of_other_language(language))
            refused |= marked.mark(thing, PRIVATE, marked.is_private)
    for thing in public_things:
        marked.mark(thing, PRIVATE, marked.is_private)
    assert refused <= marked.NO_ROOM, refused - marked.NO_ROOM
    return drafts


def starts() -> Iterator[str]:
    """Yield addresses nothing links to: of drafts, of searches, of pages past the end."""
    for case in Case.objects.all():
        slugs = {"zh-hans": case.slug_zh_hans, "en": case.slug_en}
        yield from crawler.addresses_of_case(case.number, slugs)
    for code in ("zh-hans", "en"):
        yield from (f"/{code}/news/{key}/" for key in News.objects.values_list("key", flat=True))
        yield from (
            f"/{code}/events/{slug}/" for slug in Event.objects.values_list("slug", flat=True)
        )
        yield from (
            f"/{code}/roundtables/outcomes/{slug}/"
            for slug in Outcome.objects.values_list("event__slug", flat=True)
        )
        yield from (
            f"/{code}/roundtables/projects/{slug}/"
            for slug in Project.objects.values_list("slug", flat=True)
        )
        for key in Page.objects.values_list("key", flat=True):
            yield from (f"/{code}/notices/{key}/", f"/{code}/{key}/")
        for word in marked.WORDS:
            yield from (f"/{code}/cases/?q={word}", f"/{code}/search/?q={word}")
    for word in marked.WORDS:
        yield f"/api/v1/cases/?q={word}"


def found(pages: crawler.Pages) -> dict[str, list[str]]:
    """Return the addresses whose answer carries a mark nobody asked for, with the marks."""
    shown = {}
    for address, text in pages.items():
        marks = [mark for mark in MARKS if mark in text and mark not in address]
        if marks:
            shown[address] = marks
    return shown


def leaking(client: Client) -> Iterator[tuple[str, list[str]]]:
    """Yield the same while pages are read: a leak that was planted is soon there."""
    for address, text in crawler.walk(client, starts()):
        yield from found({address: text}).items()


def test_a_stranger_finds_nothing_that_is_not_public(portal: None, client: Client) -> None:
    pages = crawler.crawl(client, starts())

    assert found(pages) == {}
    for part in REACHED:
        assert [address for address in pages if part in address], f"{part} was not reached"


def test_every_publishable_thing_is_among_the_drafts(portal: None, drafts: list[Model]) -> None:
    assert {type(thing) for thing in drafts} == set(marked.publishable())


@pytest.mark.parametrize(
    ("questions", "parts"),
    [
        (TextQuerySet, ["/en/news/", "/zh-hans/notices/", "/zh-hans/"]),
        (CaseQuerySet, ["/en/cases/", "/zh-hans/"]),
    ],
)
def test_it_notices_drafts_that_leak(
    portal: None,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    questions: type[PublicationQuerySet],
    parts: list[str],
) -> None:
    monkeypatch.setattr(questions, "published", lambda self: self, raising=False)
    monkeypatch.setattr(heads, "_question", heads._question.__wrapped__)  # a kept one is not asked
    monkeypatch.setattr(crawler, "api_paths", lambda client: [])
    monkeypatch.setattr(crawler, "NOT_READ", (*crawler.NOT_READ, "/api/"))
    client.raise_request_exception = False  # some pages cannot show a draft even when they try

    missing = {*parts}
    for address, _marks in leaking(client):
        missing -= {part for part in missing if part in address}
        if not missing:
            break

    assert not missing


def test_it_notices_an_unpublished_language_that_leaks(
    portal: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Headline, "is_elsewhere", False)

    _address, marks = next(leaking(client))

    assert marks == [OTHER]
