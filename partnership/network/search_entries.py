"""How organisations are found by the portal's search, and their names as subjects of texts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, cast

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core.languages import CHINESE, ENGLISH, LANGUAGES, column
from partnership.network.addresses import organisation_url
from partnership.network.commitment_entries import CommitmentSource
from partnership.network.models import Organisation
from partnership.search.glossary.sources import Named, NameSource
from partnership.search.glossary.sources import register as register_names
from partnership.search.sources import Found, Source, Texts, register

NAMES: Final = ("name_zh_hans", "name_en", "short_name_zh_hans", "short_name_en")


class OrganisationSource(Source):
    """Organisations of the public directory; what is public of them is so in both languages."""

    kind = "organisation"
    label = _("Organisation")
    plural = _("Organisations")
    model = Organisation

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Organisation.objects.listed().filter(pk__in=keys)
        placed = rows.select_related("place__province", "place__country")
        for organisation in placed.prefetch_related("themes"):
            yield _found(organisation)

    def public_keys(self) -> Iterable[int]:
        return Organisation.objects.listed().values_list("pk", flat=True)


def _found(organisation: Organisation) -> Found:
    place = organisation.place
    country = place.country if place else None
    return Found(
        object_id=organisation.pk,
        texts={language: _texts(organisation, language) for language in LANGUAGES},
        addresses={
            language: organisation_url(organisation.slug, language) for language in LANGUAGES
        },
        languages=LANGUAGES,
        public_since=cast("datetime", organisation.listed_since),
        themes=tuple(sorted(theme.code for theme in organisation.themes.all())),
        countries=(country.code,) if country else (),
        labels=tuple(dict.fromkeys(filter(None, _labels(organisation)))),
    )


def _texts(organisation: Organisation, language: str) -> Texts:
    parts = (
        getattr(organisation, column(name, language)) for name in ("name", "summary", "profile")
    )
    return Texts(*parts)


def _labels(organisation: Organisation) -> Iterator[str]:
    place = organisation.place
    places = [place, place.province, place.country] if place else []
    for language in LANGUAGES:
        yield getattr(organisation, column("short_name", language))
        with override(language):
            yield str(organisation.get_type_display())
        for named in (*filter(None, places), *organisation.themes.all()):
            yield getattr(named, column("name", language))


def _names() -> Iterator[Named]:
    rows = Organisation.objects.listed().order_by("pk").values_list("pk", *NAMES)
    for pk, zh, en, short_zh, short_en in rows:
        names = ((CHINESE, zh), (ENGLISH, en), (CHINESE, short_zh), (ENGLISH, short_en))
        yield Named(f"#o{pk}", tuple(name for name in names if name[1]))


register(OrganisationSource())
register(CommitmentSource())
register_names(NameSource(_names, {Organisation: NAMES}, are_many=True))
