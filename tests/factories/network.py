"""Organisations for tests: invented ones. Factories make a checked partner; `listed` shows it."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnership.accounts.models import User
from partnership.network.choices import EnquiryKind, OrganisationType, Standing
from partnership.network.models import (
    Enquiry,
    Membership,
    MembershipRequest,
    NameChange,
    Organisation,
    OrganisationSource,
)
from partnership.network.roles import MemberRole

# A name of its own for every copy (tests.factories.copies).
NAMES = {
    "name_zh_hans": lambda number: f"机构{number}",
    "name_en": lambda number: f"Body {number}",
}


class OrganisationFactory(DjangoModelFactory):
    """A partner that is not in the directory."""

    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda n: f"body-{n}")
    type = OrganisationType.RESEARCH
    standing = Standing.PARTNER
    confirmed_at = factory.LazyFunction(timezone.now)
    name_zh_hans = factory.Sequence(lambda n: f"机构{n}")
    name_en = factory.Sequence(lambda n: f"Body {n}")
    summary_zh_hans = "摘要。"
    summary_en = "Summary."


class ListedOrganisationFactory(OrganisationFactory):
    """In the public directory."""

    listed_since = factory.LazyFunction(timezone.now)


class ProposedOrganisationFactory(OrganisationFactory):
    """Named by somebody, checked by nobody."""

    standing = Standing.PROPOSED
    confirmed_at = None


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationSource

    title = "A page"
    publisher = "A body"
    url = "https://example.org/about"
    language = "en"


class PersonFactory(DjangoModelFactory):
    """Somebody with an account who may do nothing yet."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "en"


class MembershipFactory(DjangoModelFactory):
    """A live membership of a partner."""

    class Meta:
        model = Membership

    user = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = MemberRole.FOCAL_POINT
    approved_by = factory.SubFactory(PersonFactory)


class RequestFactory(DjangoModelFactory):
    """An open wish to become a member."""

    class Meta:
        model = MembershipRequest

    reference = factory.Sequence(lambda n: f"REF{n}")
    name = "Mei"
    email = factory.Sequence(lambda n: f"mei{n}@example.org")
    language = "en"
    organisation = factory.SubFactory(OrganisationFactory)
    organisation_name = factory.LazyAttribute(lambda request: str(request.organisation))
    role = MemberRole.SUBMITTER


class NameChangeFactory(DjangoModelFactory):
    """A wish for another name that waits."""

    class Meta:
        model = NameChange

    organisation = factory.SubFactory(OrganisationFactory)
    chinese_name = factory.Sequence(lambda n: f"新机构{n}")
    english_name = factory.Sequence(lambda n: f"New body {n}")
    type = OrganisationType.RESEARCH
    why = "Renamed."
    proposed_by = factory.SubFactory(PersonFactory)


class EnquiryFactory(DjangoModelFactory):
    """A question that waits."""

    class Meta:
        model = Enquiry

    reference = factory.Sequence(lambda n: f"ASK{n}")
    kind = EnquiryKind.QUESTION
    name = "Mei"
    email = factory.Sequence(lambda n: f"asker{n}@example.org")
    language = "en"
    message = "When?"
