"""Light rows for lists of cases: plain columns of one language instead of translated objects."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from partnership.core import languages
from partnership.core.models.publication import publication_field

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


@dataclass(frozen=True, slots=True)
class Named:
    """A place or theme: its code and its name in the language of the card."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CardPlace(Named):
    """`site` is the exact spot when one is given; `country` is the place itself for a country."""

    site: str
    country: Named


@dataclass(frozen=True, slots=True)
class CaseCard:
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
    places: tuple[CardPlace, ...]
    themes: tuple[Named, ...]

    @property
    def text_tag(self) -> str:
        """The value of HTML's `lang` for the card's texts."""
        return languages.tag(self.text_language)


def cards_of(cases: "CaseQuerySet", language: str | None = None) -> list[CaseCard]:
    """Return the cards of `cases`, in their order."""
    wanted = language or languages.current()
    columns = [
        *PLAIN,
        *(languages.column(text, code) for code in _preference(wanted) for text in TEXTS),
        *(publication_field(code) for code in languages.LANGUAGES),
    ]
    rows = list(cases.values_list(*columns))
    keys = [row[0] for row in rows]
    places, themes = _places(cases, keys, wanted), _themes(cases, keys, wanted)
    return [_card(row, wanted, places[row[0]], themes[row[0]]) for row in rows]


def _preference(wanted: str) -> tuple[str, str]:
    return wanted, languages.other(wanted)


def _card(
    row: tuple[Any, ...], wanted: str, places: tuple[CardPlace, ...], themes: tuple[Named, ...]
) -> CaseCard:
    end_of_first = len(PLAIN) + len(TEXTS)
    plain, first = row[: len(PLAIN)], row[len(PLAIN) : end_of_first]
    second, dates = row[end_of_first : end_of_first + len(TEXTS)], row[end_of_first + len(TEXTS) :]
    has_title = bool(first[TEXTS.index("title")])
    values: dict[str, Any] = dict(zip(PLAIN, plain, strict=True))
    for name, text in zip(TEXTS, first if has_title else second, strict=True):
        values[name] = text or ""
    values["text_language"] = wanted if has_title else languages.other(wanted)
    since = zip(languages.LANGUAGES, dates, strict=True)
    values["published"] = tuple(code for code, moment in since if moment)
    return CaseCard(**values, places=places, themes=themes)


def _places(
    cases: "CaseQuerySet", keys: list[int], language: str
) -> dict[int, tuple[CardPlace, ...]]:
    name = languages.column("name", language)
    rows = (
        cases.model.objects.filter(pk__in=keys, places__isnull=False)
        .order_by("places__order")
        .values_list(
            "pk",
            "places__place__code",
            f"places__place__{name}",
            languages.column("places__site", language),
            "places__place__country__code",
            f"places__place__country__{name}",
        )
    )
    found: dict[int, tuple[CardPlace, ...]] = defaultdict(tuple)
    for key, code, place, site, country_code, country in rows:
        nation = Named(country_code or code, country or place)
        found[key] += (CardPlace(code, place, site, nation),)
    return found


def _themes(cases: "CaseQuerySet", keys: list[int], language: str) -> dict[int, tuple[Named, ...]]:
    rows = (
        cases.model.objects.filter(pk__in=keys, themes__isnull=False)
        .order_by("themes__position", "themes__code")
        .values_list("pk", "themes__code", languages.column("themes__name", language))
    )
    found: dict[int, tuple[Named, ...]] = defaultdict(tuple)
    for key, code, name in rows:
        found[key] += (Named(code, name),)
    return found
