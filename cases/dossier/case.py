"""The dossier itself."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cases.addresses import case_url
from cases.choices import Phase
from cases.dossier.parts import LESSON_TEXTS, Passage, passages
from cases.dossier.rows import Block, Dialogue, Indicator, Partner, Source, Spot, Sum, Theme
from partnership.core import languages, partial_dates
from partnership.core.choices import label_of
from partnership.documents.on_page import PictureOnPage
from partnership.reference.choices import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A case in one language. Names of fields are those of the models.

    `has_full_text` is false where the case is not public in this language: then only title,
    summary, places, themes and the names of the figures are there. `source_changed_at` says that the
    other language is newer than this public translation.
    """

    language: str
    has_full_text: bool
    number: str
    edition: int
    is_demo: bool
    source_language: str
    slugs: dict[str, str]
    public_since: datetime | None
    published_zh_hans_at: datetime | None
    published_en_at: datetime | None
    updated_at: datetime
    source_changed_at: datetime | None
    last_fact_checked_on: date | None
    started: str
    ended: str
    results_from: str
    results_to: str
    hierarchy_step: str
    waste_streams: list[str]
    instruments: list[str]
    business_model: str
    scale: str
    phase: str
    sdg_targets: list[str]
    coast_length_km: Decimal | None
    area_km2: Decimal | None
    organisation_slug: str
    evidence_grade: str
    text_licence: str
    reviewed_by: str
    translated_by: str
    title: str
    short_title: str
    summary: str
    lead_organisation: str
    background: str
    results: str
    success_factors: str
    difficulties: str
    did_not_work: str
    replication_conditions: str
    replications_known: str
    themes: list[Theme]
    dialogues: list[Dialogue]
    places: list[Spot]
    partners: list[Partner]
    blocks: list[Block]
    indicators: list[Indicator]
    sums: list[Sum]
    sources: list[Source]
    pictures: list[PictureOnPage]

    @property
    def tag(self) -> str:
        """The value of HTML's `lang` for the texts."""
        return languages.tag(self.language)

    @property
    def published_in_language(self) -> datetime | None:
        """Since when the full text is public in this language."""
        is_chinese = self.language == languages.CHINESE
        return self.published_zh_hans_at if is_chinese else self.published_en_at

    @property
    def published(self) -> tuple[str, ...]:
        """The languages with full text."""
        moments = {
            languages.CHINESE: self.published_zh_hans_at,
            languages.ENGLISH: self.published_en_at,
        }
        return tuple(code for code in languages.LANGUAGES if moments[code])

    @property
    def lead_picture(self) -> PictureOnPage | None:
        return self.pictures[0] if self.pictures else None

    @property
    def more_pictures(self) -> list[PictureOnPage]:
        return self.pictures[1:]

    @property
    def lessons(self) -> list[Passage]:
        return passages(self, LESSON_TEXTS)

    @property
    def period(self) -> str:
        ongoing = not self.ended and self.phase != Phase.COMPLETED
        return partial_dates.period(self.started, self.ended, ongoing=ongoing)

    @property
    def results_period(self) -> str:
        return partial_dates.period(self.results_from, self.results_to)

    @property
    def grade_label(self) -> str:
        return label_of(Grade, self.evidence_grade) if self.evidence_grade else ""

    @property
    def phase_label(self) -> str:
        return label_of(Phase, self.phase) if self.phase else ""

    @property
    def figure_names(self) -> list[str]:
        """The names of what was counted, each once."""
        return list(dict.fromkeys(row.name for row in self.indicators if row.name))

    def url(self, language: str | None = None) -> str:
        """Return the address of the case's page."""
        wanted = language or self.language
        return case_url(self.number, self.slugs[wanted], wanted)
