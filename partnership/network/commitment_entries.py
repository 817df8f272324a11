"""How commitments are found by the portal's search."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import cast

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core.languages import LANGUAGES, column
from partnership.network.addresses import commitment_url
from partnership.network.models import Commitment
from partnership.search.sources import Found, Source, Texts


class CommitmentSource(Source):
    """What was agreed is public in both languages."""

    kind = "commitment"
    label = _("Commitment")
    plural = _("Commitments")
    model = Commitment

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Commitment.objects.public().filter(pk__in=keys)
        for commitment in rows.select_related("organisation__place__country"):
            yield _found(commitment)

    def public_keys(self) -> Iterable[int]:
        return Commitment.objects.public().values_list("pk", flat=True)


def _found(commitment: Commitment) -> Found:
    place = commitment.organisation.place
    agreed = datetime.combine(cast("datetime", commitment.agreed_on), time(), UTC)
    return Found(
        object_id=commitment.pk,
        texts={language: _texts(commitment, language) for language in LANGUAGES},
        addresses={language: commitment_url(commitment.pk, language) for language in LANGUAGES},
        languages=LANGUAGES,
        public_since=agreed,
        countries=(place.country.code,) if place and place.country else (),
        year=commitment.due_on.year,
        labels=tuple(dict.fromkeys(filter(None, _labels(commitment)))),
        is_demo=commitment.is_demo,
    )


def _texts(commitment: Commitment, language: str) -> Texts:
    names = ("title", "indicator", "description")
    return Texts(*(getattr(commitment, column(name, language)) for name in names))


def _labels(commitment: Commitment) -> Iterator[str]:
    owner, place = commitment.organisation, commitment.organisation.place
    for language in LANGUAGES:
        yield getattr(owner, column("name", language))
        if place:
            yield getattr(place, column("name", language))
            yield getattr(place.country, column("name", language))
        with override(language):
            yield str(commitment.get_kind_display())
