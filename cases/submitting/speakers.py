"""For which organisation a case is handed in, and who endorses it."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.roles import Right
from partnership.network.speakers import writes_for
from partnership.network.superiors import above

NOT_ABOVE = _("Only endorsers of the province decide on the endorsement.")


class OrganisationField(forms.ModelChoiceField):
    """For which of the own organisations a case is handed in; the only one is chosen already."""

    def __init__(self, user: User) -> None:
        own = Organisation.objects.filter(pk__in=writes_for(user)).ordered_for()
        super().__init__(
            own,
            label=_("For which organisation?"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=own.get().pk if own.count() == 1 else None,
            help_text=_("Colleagues who write for it work on the case with you."),
        )


def may_endorse_for(user: User, organisation: Organisation) -> Verdict:
    endorses = Membership.objects.with_right(Right.ENDORSE).of(user)
    is_theirs = endorses.filter(organisation__in=above(organisation)).exists()
    return ALLOWED if is_theirs else Verdict(NOT_ABOVE)


def endorsed_by(user: User) -> Q:
    """Return the condition on submissions that `may_endorse_for` allows `user` to decide on."""
    provinces = Membership.objects.with_right(Right.ENDORSE).of(user)
    places = provinces.filter(organisation__type=OrganisationType.PROVINCE)
    below = Q(of_case__organisation__place__province__in=places.values("organisation__place"))
    return below & ~Q(of_case__organisation__type=OrganisationType.PROVINCE)
