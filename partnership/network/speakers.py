"""For whom people hand things in, who is told of it, and who is too near to judge it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network.models import Membership, Organisation
from partnership.network.roles import Right
from partnership.network.superiors import above, provinces_of
from partnership.reference.models import Place
from partnership.review.models import Submission

TOO_NEAR = _(
    "There is a conflict of interest: this person belongs to the organisation that handed it in, to "
    "the province above it, or to another organisation of the same city."
)


class OrganisationField(forms.ModelChoiceField):
    """For which of the own organisations something is handed in; the only one is chosen already."""

    def __init__(self, user: User) -> None:
        own = Organisation.objects.filter(pk__in=writes_for(user)).ordered_for()
        super().__init__(
            own,
            label=_("For which organisation?"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=own.get().pk if own.count() == 1 else None,
            help_text=_("Colleagues who write for it work on it with you."),
        )


def writes_for(user: User) -> QuerySet[Any, Any]:
    """Return the keys of the organisations `user` writes for, now."""
    return Membership.objects.with_right(Right.DRAFT).of(user).values("organisation")


def endorsers_for(organisation: Organisation) -> QuerySet[User]:
    """Return who endorses for the bodies above."""
    endorsing = Membership.objects.with_right(Right.ENDORSE)
    members = endorsing.filter(organisation__in=above(organisation))
    return User.objects.filter(pk__in=members.values("user")).order_by("pk")


def submitters_of(organisation: Organisation) -> QuerySet[User]:
    """Return who submits for the organisation."""
    submitting = Membership.objects.with_right(Right.SUBMIT).filter(organisation=organisation)
    return User.objects.filter(pk__in=submitting.values("user")).order_by("pk")


def people_to_tell(submission: Submission, organisation: Organisation) -> QuerySet[User]:
    """Return the author and who submitted, as far as they still write for the organisation; when
    both have left, everybody who submits for it."""
    live = Membership.objects.filter(organisation=organisation)
    writers = live.with_right(Right.DRAFT).values("user")
    submitters = submission.versions.values("submitted_by")
    involved = User.objects.filter(Q(pk=submission.author_id) | Q(pk__in=submitters))
    found = involved.filter(pk__in=writers)
    return found.order_by("pk") if found.exists() else submitters_of(organisation)


def conflict_of_interest(
    user: User, organisation: Organisation, places: Iterable[Place] = ()
) -> Verdict:
    """A reviewer of the own city is refused, and one of its province, whether it endorses or not.
    `places` are written about, and may be others than the organisation's."""
    near = Q(organisation=organisation)
    near |= Q(organisation__in=provinces_of(organisation))
    near |= Q(
        organisation__place__in={organisation.place_id, *(place.pk for place in places)} - {None}
    )
    belongs = Membership.objects.live().of(user).filter(near).exists()
    return Verdict(TOO_NEAR) if belongs else ALLOWED
