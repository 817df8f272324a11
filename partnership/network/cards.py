"""Light rows of the directory: plain columns of one language, one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from partnership.core import languages
from partnership.network.addresses import organisation_url
from partnership.network.choices import OrganisationType, Standing
from partnership.network.querysets import OrganisationQuerySet

TONES = {Standing.PARTNER: "ok", Standing.PUBLIC_INFORMATION: "demo"}


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """What a list shows of an organisation."""

    slug: str
    title: str
    summary: str
    type: str
    standing: str
    place: str | None

    @property
    def url(self) -> str:
        return organisation_url(self.slug)

    @property
    def badges(self) -> list[dict[str, object]]:
        return badges_of(self.type, self.standing)


def cards_of(
    organisations: OrganisationQuerySet, language: str | None = None
) -> list[OrganisationCard]:
    """Return the cards of `organisations`, in their order."""
    column = {name: F(languages.column(name, language)) for name in ("name", "summary")}
    place = F(f"place__{languages.column('name', language)}")
    rows: Iterable[tuple[str, ...]] = organisations.values_list(
        "slug", column["name"], column["summary"], "type", "standing", place
    )
    return [OrganisationCard(*row) for row in rows]


def badges_of(kind: str, standing: str) -> list[dict[str, object]]:
    """Return type and standing in words, as `partials/badges.html` shows them."""
    return [
        {"text": OrganisationType(kind).label, "tone": "sea"},
        {"text": Standing(standing).label, "tone": TONES.get(Standing(standing), "")},
    ]
