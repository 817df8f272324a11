"""The texts of organisations and their commitments whose translations are watched."""

from typing import Final

from partnership.accounts.models import User
from partnership.core import languages
from partnership.network import actions
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Organisation,
)
from partnership.reference.models import Place
from partnership.translations.declared import Part, Translated, register

HOME: Final = "CN"


def source_language(organisation: Organisation) -> str:
    """Bodies in China write Chinese; all others, and those without a place, English."""
    places = Place.objects.filter(pk=organisation.place_id or 0)
    country = places.values_list("country__code", flat=True).first()
    return languages.CHINESE if country == HOME else languages.ENGLISH


def lock(organisation: Organisation, *, by: User) -> Organisation:
    return actions.lock_for_edit(organisation, by=by, version=organisation.version)


register(
    Translated(
        kind="organisation",
        plural=Organisation._meta.verbose_name_plural or "",
        parts=(Part(Organisation, ("name", "short_name", "summary", "profile")),),
        title="name",
        source_language=source_language,
        is_public=lambda organisation, _language: organisation.is_listed,
        lock=lock,
        settle=actions.settle_edit,
        rank=20,
        described_by=("place", "place_id", "listed_since"),
    )
)


def language_of_owner(commitment: Commitment) -> str:
    """A commitment is written in its owner's language."""
    owner = Organisation.objects.only("place_id").get(pk=commitment.organisation_id)
    return source_language(owner)


def lock_commitment(commitment: Commitment, *, by: User, version: int | None = None) -> Commitment:
    return actions.lock_commitment(commitment, by=by, version=version)


register(
    Translated(
        kind="commitment",
        plural=Commitment._meta.verbose_name_plural or "",
        parts=(
            Part(Commitment, ("title", "description", "indicator", "unit")),
            Part(CommitmentReport, ("text",), "commitment_id", ("commitment", "period_to", "pk")),
            Part(
                CommitmentEvidence, ("title",), "commitment_id", ("commitment", "created_at", "pk")
            ),
        ),
        title="title",
        source_language=language_of_owner,
        is_public=lambda commitment, _language: commitment.is_public,
        lock=lock_commitment,
        settle=actions.settle_commitment,
        rank=25,
        described_by=("organisation", "organisation_id", "agreed_on"),
    )
)
