"""The texts of an organisation whose translations are watched."""

from typing import Final

from partnership.accounts.models import User
from partnership.core import languages
from partnership.network import actions
from partnership.network.models import Organisation
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
