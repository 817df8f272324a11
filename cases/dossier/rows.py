"""The rows of a dossier: what stands in the database, and how people read it."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from cases import codes
from cases.cards import place_in_country
from cases.choices import Funding, MoneyKind, PartnerRole, Qualifier, SourceType
from cases.dossier.parts import BLOCK_NOTES, Passage, passages
from partnership.core import languages, partial_dates
from partnership.core.choices import label_of
from partnership.core.figures import grouped
from partnership.reference.choices import Grade

HAN_LANGUAGES: Final = frozenset({"zh", "zh-hans"})


class Theme(NamedTuple):
    """A theme of the case."""

    code: str
    name: str


class Dialogue(NamedTuple):
    """A public roundtable dialogue the case came from."""

    slug: str
    title: str


class Spot(NamedTuple):
    """A place of the case; `site` is the exact spot in it. Coordinates in degrees WGS 84."""

    code: str
    level: str
    name: str
    country: str | None
    site: str
    latitude: Decimal | None
    longitude: Decimal | None
    exact_latitude: Decimal | None
    exact_longitude: Decimal | None

    @property
    def label(self) -> str:
        """The place with its country, which stands alone where the place is a country."""
        return place_in_country(self.name, self.country or "")

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, the spot's own before those of the place."""
        if self.exact_latitude is not None and self.exact_longitude is not None:
            return float(self.exact_latitude), float(self.exact_longitude)
        if self.latitude is not None and self.longitude is not None:
            return float(self.latitude), float(self.longitude)
        return None


class Partner(NamedTuple):
    """An organisation and what it did."""

    name: str
    role: str

    @property
    def role_label(self) -> str:
        return label_of(PartnerRole, self.role)


class Block(NamedTuple):
    """A measure."""

    title: str
    done: str
    who: str
    cost_share: str
    enabling_factors: str
    lessons: str

    @property
    def notes(self) -> list[Passage]:
        """Who did it, what helped, what was learnt, as far as known."""
        return passages(self, BLOCK_NOTES)


class Indicator(NamedTuple):
    """A figure. `source` is the number of its source in the list of sources."""

    name: str
    qualifier: str
    value: Decimal
    unit: str
    as_of: str
    period: str
    definition: str
    baseline_value: Decimal | None
    baseline_note: str
    method: str
    source: int | None
    grade: str
    series: str

    @property
    def qualifier_label(self) -> str:
        """A word before the figure, none where it is meant exactly."""
        return "" if self.qualifier == Qualifier.EXACT else label_of(Qualifier, self.qualifier)

    @property
    def figure(self) -> str:
        return grouped(self.value)

    @property
    def baseline(self) -> str:
        return "" if self.baseline_value is None else grouped(self.baseline_value)

    @property
    def as_of_text(self) -> str:
        return partial_dates.display(self.as_of)

    @property
    def as_of_note(self) -> str:
        """The date, empty where the period says it already."""
        text = self.as_of_text
        return "" if text in self.period else text


class Sum(NamedTuple):
    """A sum of money in the currency it was paid in."""

    kind: str
    amount: Decimal
    currency: str
    year: int | None
    funding: str
    note: str
    source: int | None

    @property
    def kind_label(self) -> str:
        return label_of(MoneyKind, self.kind)

    @property
    def funding_label(self) -> str:
        return label_of(Funding, self.funding)

    @property
    def figure(self) -> str:
        return grouped(self.amount)

    @property
    def currency_label(self) -> str:
        return codes.currency(self.currency)


class Source(NamedTuple):
    """A reference; author, title and container are in its own language."""

    key: str
    type: str
    author: str
    title: str
    title_translation: str
    container: str
    publisher: str
    issued: str
    url: str
    language: str
    grade: str

    @property
    def type_label(self) -> str:
        return label_of(SourceType, self.type)

    @property
    def grade_label(self) -> str:
        return label_of(Grade, self.grade)

    @property
    def issued_text(self) -> str:
        return partial_dates.display(self.issued)

    @property
    def tag(self) -> str:
        """The value of HTML's `lang` for author, title and container."""
        return "zh-Hans" if self.language in HAN_LANGUAGES else self.language

    def gloss(self, readers: str) -> str:
        """Return the translated title; whoever reads the source's own language needs none."""
        return "" if self.tag == languages.tag(readers) else self.title_translation

    @property
    def translation_tag(self) -> str:
        """A title is translated into Chinese when it is English, otherwise into English."""
        english = self.language == languages.ENGLISH
        return languages.tag(languages.CHINESE if english else languages.ENGLISH)

    @property
    def language_label(self) -> str:
        return codes.source_language(self.language)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; they are separated by empty lines."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
