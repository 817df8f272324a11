"""What the page of an organisation shows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core import languages, rich_text
from partnership.core.charts import DotMap, MapPoint
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.network.addresses import organisation_url
from partnership.network.cards import badges_of
from partnership.network.choices import Standing
from partnership.network.commitment_rows import CommitmentRow, rows_of
from partnership.network.models import Commitment, Organisation, OrganisationSource
from partnership.reference.addresses import place_url
from partnership.translations.notices import source_changed_at


@dataclass(frozen=True)
class Profile:
    """An organisation in one language; no person is part of it."""

    organisation: Organisation
    language: str
    themes: list[str]
    sources: list[OrganisationSource]

    @classmethod
    def of_listed(cls, slug: str) -> Self:
        """Return what is public of an organisation; a stranger gets 404 for every other one."""
        listed = Organisation.objects.listed().select_related("place__country")
        changed_at = source_changed_at("organisation", languages.current())
        organisation = listed.filter(slug=slug).annotate(source_changed_at=changed_at).first()
        if organisation is None:
            raise Http404
        language = languages.current()
        named = organisation.themes.order_by("position", "code").named(language)
        themes = [theme["label"] for theme in named]
        return cls(organisation, language, themes, list(organisation.sources.all()))

    @property
    def name(self) -> str:
        return self._text("name")

    @property
    def other_name(self) -> str:
        """The name in the other language."""
        return self._text("name", languages.other(self.language))

    @property
    def other_tag(self) -> str:
        return languages.tag(languages.other(self.language))

    @property
    def other_url(self) -> str:
        return organisation_url(self.organisation.slug, languages.other(self.language))

    @property
    def summary(self) -> str:
        return self._text("summary")

    @property
    def body(self) -> SafeString | str:
        text = self._text("profile")
        return rich_text.render(text, self.language) if text else ""

    @property
    def badges(self) -> list[dict[str, object]]:
        return badges_of(self.organisation.type, self.organisation.standing)

    @property
    def crumbs(self) -> list[dict[str, str]]:
        directory = {"label": _("Organisations"), "url": reverse("network:directory")}
        return [directory, {"label": self.name}]

    @property
    def is_public_information(self) -> bool:
        return self.organisation.standing == Standing.PUBLIC_INFORMATION

    @property
    def place(self) -> str:
        """The place with its country, in the reader's order."""
        place = self.organisation.place
        if place is None:
            return ""
        column = languages.column("name", self.language)
        name, country = getattr(place, column), getattr(place.country, column)
        if place.pk == place.country_id:
            return name
        is_chinese = self.language == languages.CHINESE
        return f"{country}{name}" if is_chinese else f"{name}, {country}"

    @property
    def map(self) -> DotMap:
        """The place on a map; without a point where its position is not known."""
        place = self.organisation.place
        points = []
        if place is not None and place.latitude is not None and place.longitude is not None:
            points.append(MapPoint(self.place, float(place.latitude), float(place.longitude)))
        return DotMap(_("Where the organisation sits"), points)

    @cached_property
    def commitments(self) -> list[CommitmentRow]:
        """What it has committed itself to, the next due first."""
        public = Commitment.objects.public().filter(organisation=self.organisation)
        return rows_of(public.with_light().in_order())

    @property
    def facts(self) -> list[dict[str, str]]:
        """Return what `partials/facts.html` shows."""
        website = self.organisation.website
        shown = website.partition("://")[2].rstrip("/")
        other = {"lang": self.other_tag}
        facts = [
            {"term": _("Name in the other language"), "value": self.other_name, **other},
            {"term": _("Short name"), "value": self._text("short_name")},
            {
                "term": _("Place"),
                "value": self.place,
                "url": place_url(self.organisation.place),
            },
            {"term": _("Themes"), "value": pgettext("between items", ", ").join(self.themes)},
            {"term": _("Website"), "value": shown, "url": website},
        ]
        return [fact for fact in facts if fact["value"]]

    @property
    def meta(self) -> PageMeta:
        slug = self.organisation.slug
        return PageMeta(
            title=self.name,
            description=self.summary,
            paths={code: organisation_url(slug, code) for code in languages.LANGUAGES},
            changed_at=self.organisation.updated_at,
            json_ld=(self._json_ld(),),
        )

    def _json_ld(self) -> JsonLd:
        data: dict[str, Any] = {
            "@type": "Organization",
            "@id": site_url(organisation_url(self.organisation.slug)),
            "name": self.name,
            "alternateName": self.other_name,
            "description": self.summary,
            "url": self.organisation.website,
        }
        return {name: value for name, value in data.items() if value}

    def _text(self, field: str, language: str | None = None) -> str:
        return str(getattr(self.organisation, languages.column(field, language or self.language)))
