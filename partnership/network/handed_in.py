"""What an organisation hands in: its people write it together, and nobody near it judges it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Q, QuerySet

from partnership.accounts.models import User
from partnership.core.verdicts import Verdict
from partnership.network import policies, speakers
from partnership.network.models import Organisation
from partnership.network.roles import Right
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place
from partnership.review.models import Submission
from partnership.review.subjects import Subject


class OrganisationSubject(Subject):
    """`sender` leads from a submission to the organisation, as look-ups of the database are
    written: `of_waste__organisation`."""

    sender: ClassVar[str]

    def sender_of(self, submission: Submission) -> Organisation:
        found: Any = submission
        for name in self.sender.split("__"):
            found = getattr(found, name)
        organisation: Organisation = found
        return organisation

    def places_of(self, submission: Submission) -> Iterable[Place]:
        """Return what is written about, where that may be elsewhere than the organisation is."""
        return ()

    def acted_for_by(self, user: User) -> Q:
        return Q(**{f"{self.sender}__in": speakers.writes_for(user)})

    def may_write(self, user: User, submission: Submission) -> Verdict:
        return policies.may(user, self.sender_of(submission), Right.DRAFT)

    def may_submit(self, user: User, submission: Submission) -> Verdict:
        return policies.may(user, self.sender_of(submission), Right.SUBMIT)

    def people_to_tell(self, submission: Submission) -> Iterable[User]:
        return speakers.people_to_tell(submission, self.sender_of(submission))

    def conflict_of_interest(self, user: User, submission: Submission) -> Verdict:
        places = self.places_of(submission)
        return speakers.conflict_of_interest(user, self.sender_of(submission), places)


def places_called(codes: Iterable[str | None]) -> QuerySet[Place]:
    """Return the provinces and cities with these codes; a country makes nobody a neighbour."""
    named = [code for code in codes if code]
    return Place.objects.filter(code__in=named).exclude(kind=PlaceKind.COUNTRY)
