"""Light rows for lists of cases: plain columns of one language instead of translated objects."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as DbCase
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import pgettext

from cases.pictures import lead_row
from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.core.prepared import Prepared, by_keys
from partnership.documents.on_page import PictureOnPage

if TYPE_CHECKING:
    from cases.querysets import CaseQuerySet

PLAIN = (
    "pk",
    "number",
    "version",
    "is_demo",
    "hierarchy_step",
    "waste_streams",
    "instruments",
    "scale",
    "phase",
    "evidence_grade",
    "started",
    "ended",
    "public_since",
)
TEXTS = ("slug", "title", "short_title", "summary")


def place_in_country(place: str, country: str) -> str:
    """Return a place with its country, which stands alone where the place is a country."""
    if country in ("", place):
        return place
    return _order(languages.current()) % {"place": place, "country": country}


@cache
def _order(language: str) -> str:
    """A list says it twenty times; looking up its words once is enough."""
    return pgettext("place in country", "%(place)s, %(country)s")


class Named(NamedTuple):
    """A place or theme: its code and its name in the language of the card."""

    code: str
    name: str


class CardPlace(NamedTuple):
    """`site` is the exact spot when one is given; `country` is the place itself for a country."""

    code: str
    name: str
    site: str
    country: Named

    @property
    def label(self) -> str:
        """The place with its country, in the language of the page."""
        return place_in_country(self.name, self.country.name)

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        return cls(row["code"], row["name"], row["site"], Named(**row["country"]))


class CaseCard(NamedTuple):
    """What a list shows of a case. `text_language` says which language the texts are in: a draft
    may lack the wanted one. `published` names the languages with full text."""

    pk: int
    number: str
    version: int
    is_demo: bool
    hierarchy_step: str
    waste_streams: list[str]
    instruments: list[str]
    scale: str
    phase: str
    evidence_grade: str
    started: str
    ended: str
    public_since: datetime | None
    slug: str
    title: str
    short_title: str
    summary: str
    text_language: str
    published: tuple[str, ...]
    picture: PictureOnPage | None
    places: tuple[CardPlace, ...]
    themes: tuple[Named, ...]

    @property
    def text_tag(self) -> str:
        """The value of HTML's `lang` for the card's texts."""
        return languages.tag(self.text_language)


def cards_of(cases: "CaseQuerySet", language: str | None = None) -> list[CaseCard]:
    """Return the cards of `cases`, in their order."""
    return cards_for(list(cases.values_list("pk", flat=True)), language)


def cards_for(keys: Sequence[int], language: str | None = None) -> list[CaseCard]:
    """Return the cards of the cases with these primary keys, in the order of the keys."""
    if not keys:
        return []
    wanted = language or languages.current()
    found = {row["pk"]: _card(row, wanted) for row in _question(wanted).ask(keys)}
    return [found[key] for key in keys if key in found]


def _card(row: dict[str, Any], wanted: str) -> CaseCard:
    texts, has_title = row.pop("texts"), row.pop("has_title")
    since = row.pop("published")
    row["public_since"] = row["public_since"] and datetime.fromisoformat(row["public_since"])
    row["places"] = tuple(CardPlace.of(place) for place in row["places"])
    row["themes"] = tuple(Named(**theme) for theme in row["themes"])
    row["picture"] = row["picture"] and PictureOnPage.of(row["picture"])
    return CaseCard(
        **row,
        **texts,
        text_language=wanted if has_title else languages.other(wanted),
        published=tuple(code for code in languages.LANGUAGES if since[code]),
    )


@cache
def _question(language: str) -> Prepared:
    cases: QuerySet[Any] = by_keys(QuerySet(apps.get_model("cases", "Case"))).order_by()
    has_title = Q(**{f"{languages.column('title', language)}__gt": ""})
    columns = JSONObject(
        **{name: F(name) for name in PLAIN},
        texts=DbCase(
            When(has_title, then=_texts(language)), default=_texts(languages.other(language))
        ),
        has_title=DbCase(When(has_title, then=Value(value=True)), default=Value(value=False)),
        published=JSONObject(**{code: F(publication_field(code)) for code in languages.LANGUAGES}),
        picture=Subquery(lead_row(language)),
        places=ArraySubquery(place_rows(language)),
        themes=ArraySubquery(theme_rows(language)),
    )
    return Prepared(cases.values_list(columns))


def _texts(language: str) -> JSONObject:
    """A missing short name is NULL in the database, since it is unique; here it is empty."""
    columns = {name: F(languages.column(name, language)) for name in TEXTS}
    return JSONObject(**{**columns, "slug": Coalesce(columns["slug"], Value(""))})


def place_rows(language: str) -> QuerySet[Any, Any]:
    """Return the places of the case in the outer query, one JSON object each."""
    name = languages.column("name", language)
    country = JSONObject(
        code=Coalesce("place__country__code", "place__code"),
        name=Coalesce(f"place__country__{name}", f"place__{name}"),
    )
    place = JSONObject(
        code=F("place__code"),
        name=F(f"place__{name}"),
        site=F(languages.column("site", language)),
        country=country,
    )
    rows: QuerySet = QuerySet(apps.get_model("cases", "CasePlace"))
    return rows.filter(case=OuterRef("pk")).order_by("order").values_list(place)


def theme_rows(language: str) -> QuerySet[Any, Any]:
    """Return the themes of the case in the outer query, one JSON object each."""
    theme = JSONObject(code=F("code"), name=F(languages.column("name", language)))
    rows: QuerySet = QuerySet(apps.get_model("reference", "Theme"))
    return rows.filter(cases=OuterRef("pk")).order_by("position", "code").values_list(theme)
