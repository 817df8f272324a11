"""Nominations for tests, brought into their states by the real actions.

QuotaFactory(seats=2)                                  # a city's seats at an announced event
NominationFactory(quota=quota)                         # a draft
NominationFactory(quota=quota, accepted=True)          # handed in, accepted, invited
"""

from datetime import timedelta
from typing import Any

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnership.accounts.models import User
from partnership.documents.actions import upload
from partnership.documents.models import StoredFile
from partnership.network.choices import OrganisationType
from partnership.network.models import Organisation
from partnership.network.roles import MemberRole
from partnership.nominations import actions
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.nominee import Nominee
from tests.factories.events import EventFactory, clerk
from tests.factories.files import jpeg
from tests.factories.network import MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.reference import CityFactory


class CityOfficeFactory(OrganisationFactory):
    """The government of a city."""

    type = OrganisationType.CITY_GOVERNMENT
    place = factory.SubFactory(CityFactory)


def focal_point(organisation: Organisation, **values: Any) -> User:
    """Return somebody who hands in for the organisation, the same one every time."""
    known = organisation.memberships.filter(role=MemberRole.FOCAL_POINT).first()
    if known:
        found: User = known.user
        return found
    made: User = MembershipFactory(organisation=organisation, user=PersonFactory(**values)).user
    return made


def body_above(organisation: Organisation) -> User:
    """Return the endorser of the province above a city's office."""
    assert organisation.place
    province = OrganisationFactory(
        type=OrganisationType.PROVINCE, place=organisation.place.province
    )
    made: User = MembershipFactory(organisation=province, role=MemberRole.ENDORSER).user
    return made


def scan(by: User) -> StoredFile:
    """A signed letter that has passed its check."""
    row = upload(ContentFile(jpeg(), "letter.jpg"), by=by)
    assert row.is_available
    return row


def nominee(email: str = "mei@example.org", **values: Any) -> Nominee:
    """Somebody a city names."""
    return Nominee(**{"name": "Mei", "email": email, "language": "en", **values})


class QuotaFactory(DjangoModelFactory):
    """Two seats of a city at an announced event, and two weeks until it begins."""

    class Meta:
        model = NominationQuota

    event = factory.SubFactory(
        EventFactory,
        published=True,
        starts_at=factory.LazyFunction(lambda: timezone.now() + timedelta(days=14)),
    )
    organisation = factory.SubFactory(CityOfficeFactory)
    seats = 2
    reserve_seats = 1
    deadline = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> NominationQuota:
        event, organisation = values.pop("event"), values.pop("organisation")
        return actions.ask(event, [organisation], by=clerk(), **values)[0]


class NominationFactory(DjangoModelFactory):
    """Somebody on a list. Traits: `submitted`, `accepted`, `reserve`, `declined`."""

    class Meta:
        model = Nomination

    submitted = False
    accepted = False
    reserve = False
    declined = False
    quota = factory.SubFactory(QuotaFactory)
    name = factory.Sequence(lambda n: f"Nominee {n}")
    email = factory.Sequence(lambda n: f"nominee{n}@example.org")
    language = "en"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> Nomination:
        quota = values.pop("quota")
        states = ("submitted", "accepted", "reserve", "declined")
        wanted = {name for name in states if values.pop(name, False)}
        by = focal_point(quota.organisation)
        row = actions.add(quota, Nominee(**values), by=by)
        if wanted:
            row = next(each for each in actions.submit(quota, scan(by), by=by) if each.pk == row.pk)
        if "accepted" in wanted:
            row = actions.accept(row, by=clerk())
        if "reserve" in wanted:
            row = actions.put_in_reserve(row, by=clerk())
        return actions.decline(row, by=clerk(), reason="Late.") if "declined" in wanted else row


def over(quota: NominationQuota) -> NominationQuota:
    """Let the deadline pass."""
    NominationQuota.objects.filter(pk=quota.pk).update(
        deadline=timezone.now() - timedelta(minutes=1)
    )
    quota.refresh_from_db()
    return quota
