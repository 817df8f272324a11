"""The page of results: what is asked of it, and what it answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Self

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from partnership.core import languages
from partnership.core.asking import Asked as AskedParameters
from partnership.core.paging import page_of
from partnership.reference.addresses import city_url
from partnership.reference.models import Place
from partnership.search import shelves as shelving
from partnership.search import snippets
from partnership.search.asking import Question, Search, understood
from partnership.search.asking.ranking import DEEPEST, needs_more
from partnership.search.asking.statements import rows_of
from partnership.search.facets import Group
from partnership.search.glossary.sources import place_of
from partnership.search.indexing.writing import LABEL_JOINT
from partnership.search.language.characters import HAN
from partnership.search.models import SearchText
from partnership.search.shelves import FACETS
from partnership.search.snippets import Wanted
from partnership.search.sources import registry

TEXT: Final = "q"
TO_THE_LETTER: Final = "exact"
MOST_VALUES: Final = 20  # of one filter
LATEST: Final = (
    "SELECT id FROM search_searchentry AS entry WHERE true{} "
    "ORDER BY public_since DESC, id DESC LIMIT %s OFFSET %s"
)
TEXTS: Final = ("title", "summary", "body")
QUOTES: Final = re.compile('["＂“”「」]')


@dataclass(frozen=True)
class ResultsQuery:
    """What a visitor asks; `notices` say what of it was not understood."""

    text: str = ""
    selection: dict[str, tuple[str, ...]] = field(default_factory=dict)
    to_the_letter: bool = False
    page: str = ""
    notices: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read an address; what is not understood is left out."""
        asked = AskedParameters(query)
        selection: dict[str, tuple[str, ...]] = {}
        for name, facet in FACETS.items():
            given = [value for value in query.getlist(name) if value][:MOST_VALUES]
            known = facet.known(given) if given else ()
            values = asked.choices(name, known, facet.label)
            if values:
                selection[name] = tuple(sorted(values))
        return cls(
            text=asked.text(TEXT),
            selection=selection,
            to_the_letter=bool(query.get(TO_THE_LETTER)),
            page=query.get("page", ""),
            notices=asked.notices,
        )

    @property
    def number_of_filters(self) -> int:
        return sum(map(len, self.selection.values()))


@dataclass(frozen=True, slots=True)
class Result:
    """An entry as the list shows it. `language` is that of its texts; `is_elsewhere` when it has no
    full text in the language of the page."""

    kind: str | Promise
    url: str
    title: SafeString
    snippet: SafeString
    language: str
    is_elsewhere: bool
    is_demo: bool
    year: int | None
    reasons: list[tuple[str, str]]  # words, each with the tag of its language

    @property
    def language_tag(self) -> str:
        return languages.tag(self.language)


class Results:
    """The answer to a question; everything is worked out when first wanted."""

    def __init__(self, query: ResultsQuery) -> None:
        self.query = query
        self.language = languages.current()

    @cached_property
    def question(self) -> Question | None:
        """The text as it was understood; None without a text."""
        text, to_the_letter = self.query.text, self.query.to_the_letter
        return understood(text, to_the_letter=to_the_letter) if text else None

    @cached_property
    def cities(self) -> list[tuple[str, str]]:
        """Name and page of the cities the text names."""
        groups = self.question.asked.groups if self.question else ()
        places = [place_of(subject) for group in groups for subject in group.subjects]
        keys = [key for key in places if key is not None]
        if not keys:
            return []
        rows = Place.objects.cities().filter(pk__in=keys).ordered_for()
        named = rows.values_list(languages.column("name"), "code")
        return [(name, city_url(code)) for name, code in named]

    @cached_property
    def is_wide(self) -> bool:
        question = self.question
        return question is not None and not question.is_empty and needs_more(question.asked)

    @property
    def is_nothing(self) -> bool:
        """The text has no word in it."""
        return self.question is not None and self.question.is_empty

    @cached_property
    def shelves(self) -> shelving.Shelves:
        if self.is_nothing:
            return {}
        asked = self.question.asked if self.question else None
        return shelving.shelves_of(asked, is_wide=self.is_wide)

    @cached_property
    def total(self) -> int:
        return shelving.total_of(self.shelves, self.query.selection)

    @cached_property
    def groups(self) -> list[Group]:
        counts = shelving.counts_of(self.shelves, self.query.selection)
        return shelving.groups_of(counts, self.query.selection)

    @cached_property
    def listed(self) -> Any:
        return page_of(_Keys(self), self.query.page)

    @property
    def page(self) -> Page:
        page: Page = self.listed.page
        return page

    @property
    def notices(self) -> list[str]:
        return [*self.query.notices, *self.listed.notices]

    @property
    def is_cut(self) -> bool:
        """There is more than the list goes down to."""
        return self.total > DEEPEST

    @cached_property
    def rows(self) -> list[Result]:
        """The results of the page, in their order."""
        keys = list(self.page.object_list)
        texts = SearchText.objects.select_related("entry").defer(
            "entry__head", "entry__whole", "entry__subjects"
        )
        found = {row.pk: row for row in texts.filter(pk__in=keys)}
        return [_result(found[key], self) for key in keys if key in found]

    @cached_property
    def wanted(self) -> Wanted | None:
        question = self.question
        return Wanted.of(question.asked.groups, question.book) if question else None

    def keys(self, start: int, number: int) -> list[int]:
        """Return the keys of the entries at these places of the list."""
        narrowing = shelving.narrowing_of(self.query.selection)
        if self.question is None:
            condition, values = narrowing.condition
            return [key for (key,) in rows_of(LATEST.format(condition), [*values, number, start])]
        search = Search(self.question.asked, narrowing, self.language, DEEPEST, self.is_wide)
        return search.best(number, start)


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of the results, for paging."""

    results: Results

    def __len__(self) -> int:
        return min(self.results.total, DEEPEST)

    def __getitem__(self, part: slice) -> list[int]:
        return self.results.keys(part.start, part.stop - part.start)


def _result(row: SearchText, results: Results) -> Result:
    entry, wanted = row.entry, results.wanted
    shown = _language_shown(row, results.language)
    title, summary, body = (getattr(row, languages.column(name, shown)) for name in TEXTS)
    text = _best_text(summary, body, wanted)
    heading = snippets.marked(title, snippets.spans_in(title, wanted) if wanted else [])
    part = snippets.snippet(text, wanted)
    is_marked = snippets.OPEN in heading or snippets.OPEN in part
    return Result(
        kind=registry.sources[entry.kind].label,
        url=row.addresses.get(results.language) or next(iter(row.addresses.values()), ""),
        title=heading,
        snippet=part,
        language=shown,
        is_elsewhere=results.language not in entry.languages,
        is_demo=entry.is_demo,
        year=entry.year,
        reasons=list(_reasons(row, shown, text, results, is_marked=is_marked)),
    )


def _reasons(
    row: SearchText, shown: str, text: str, results: Results, *, is_marked: bool
) -> Iterator[tuple[str, str]]:
    """Yield by what an entry was found: other words of its texts, else a place, theme or
    organisation that it is filed under, else what only the other language's texts say."""
    if results.wanted is None or results.question is None:
        return
    others = _short_texts(row, languages.other(shown))
    asked = [QUOTES.sub("", text) for text in (results.query.text, results.question.shown)]
    own = [*_short_texts(row, shown), text]
    words = snippets.reasons(own, others, results.wanted, asked)
    if not words and not is_marked:
        words = snippets.labels_found(row.labels.split(LABEL_JOINT), results.wanted, shown)
    if not words and not is_marked:
        body = getattr(row, languages.column("body", languages.other(shown)))
        words = snippets.words_marked(
            [*others, _best_text("", body, results.wanted)], results.wanted
        )
    for word in words:
        yield word, languages.tag(languages.CHINESE if HAN.search(word) else languages.ENGLISH)


def _language_shown(row: SearchText, language: str) -> str:
    has_title = getattr(row, languages.column("title", language))
    return language if has_title else languages.other(language)


def _short_texts(row: SearchText, language: str) -> list[str]:
    """Return title and summary; looking through whole bodies would cost more than the search."""
    return [getattr(row, languages.column(name, language)) for name in ("title", "summary")]


def _best_text(summary: str, body: str, wanted: Wanted | None) -> str:
    """Return the summary, unless only the body has what was asked for."""
    if wanted is None or not body or snippets.spans_in(summary, wanted):
        return summary
    if snippets.spans_in(body[: snippets.LONGEST], wanted):
        return body
    return snippets.from_first(body, wanted) or summary
