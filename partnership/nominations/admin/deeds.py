"""The pages behind the buttons of quotas and nominations."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.admin.confirm import ConfirmPage
from partnership.core.verdicts import Verdict
from partnership.nominations import actions, policies
from partnership.nominations.choices import CHANGES, REPLACEABLE, NominationStatus
from partnership.nominations.forms.staff import InsteadForm, MaybeToldForm, ToldForm
from partnership.nominations.models import Nomination, NominationQuota


class Release(ConfirmPage):
    """Gives back what an organisation has not filled."""

    slug = "release"
    label = _("Give unused seats back")
    question = _(
        "Seats nobody of the organisation sits on become free for others; the organisation is "
        "told. Whoever is accepted keeps their seat."
    )
    done = _("The unused seats are free for others.")
    is_danger = True

    def verdict(self, user: Any, obj: NominationQuota) -> Verdict:
        return policies.may_ask(user)

    def is_offered(self, obj: NominationQuota) -> bool:
        return obj.is_over(timezone.now()) and obj.released_at is None

    def perform(self, obj: NominationQuota, *, by: Any, **typed: Any) -> None:
        actions.release(obj, by=by)


class Decision(ConfirmPage):
    """One decision about a nomination."""

    def __init__(
        self,
        slug: str,
        status: NominationStatus,
        deed: Callable[..., object],
        texts: tuple[str | Promise, str | Promise, str | Promise],
        form: type[forms.Form] = forms.Form,
        *,
        is_danger: bool = False,
    ) -> None:
        self.slug, self.status, self.deed, self.is_danger = slug, status, deed, is_danger
        self.label, self.question, self.done = texts
        self.asked = form

    def form(self, obj: Nomination, data: Any) -> forms.Form:
        return self.asked(data)

    def verdict(self, user: Any, obj: Nomination) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Nomination) -> bool:
        return self.status in CHANGES[NominationStatus(obj.status)]

    def findings(self, obj: Nomination) -> list[object]:
        """Say what the one who decides should know."""
        found: list[object] = []
        if obj.needs_endorsement and obj.status == NominationStatus.SUBMITTED:
            found.append(_("The body above the organisation has not endorsed this person yet."))
        if obj.replaces and self.status == NominationStatus.ACCEPTED:
            found.append(_("%s loses the seat and is told.") % obj.replaces.name)
        return found

    def perform(self, obj: Nomination, *, by: Any, **typed: Any) -> None:
        self.deed(obj, by=by, **typed)


class Substitute(ConfirmPage):
    """Puts somebody else on the seat at once."""

    slug = "substitute"
    label = _("Name somebody else")
    question = _(
        "Whoever is named now loses the seat and every link to it, and is told. The new person is "
        "asked by mail whether they come. The seat stays with the organisation."
    )
    done = _("The new person is invited.")
    form_class = InsteadForm

    def verdict(self, user: Any, obj: Nomination) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Nomination) -> bool:
        return obj.status in REPLACEABLE

    def perform(self, obj: Nomination, *, by: Any, **typed: Any) -> None:
        form = InsteadForm(typed)
        form.full_clean()
        actions.substitute(obj, form.nominee(), by=by)


ACCEPT = Decision(
    "accept",
    NominationStatus.ACCEPTED,
    actions.accept,
    (
        pgettext_lazy("nomination", "Accept"),
        _("The person gets a seat of the organisation and is asked by mail whether they come."),
        _("The person is accepted and invited."),
    ),
)
RESERVE = Decision(
    "reserve",
    NominationStatus.RESERVE,
    actions.put_in_reserve,
    (
        _("Put on the reserve list"),
        _("The organisation is told. The person can be accepted when a seat comes free."),
        _("The person is on the reserve list."),
    ),
    MaybeToldForm,
)
RETURN = Decision(
    "return",
    NominationStatus.RETURNED,
    actions.return_to_organisation,
    (
        pgettext_lazy("nomination", "Return"),
        _("The organisation changes what you ask for and hands the person in again."),
        _("The nomination is with the organisation again."),
    ),
    ToldForm,
)
DECLINE = Decision(
    "decline",
    NominationStatus.DECLINED,
    actions.decline,
    (
        pgettext_lazy("nomination", "Decline"),
        _("The organisation is told, with your reason."),
        _("The nomination is declined."),
    ),
    ToldForm,
    is_danger=True,
)
DECISIONS = (ACCEPT, RESERVE, RETURN, Substitute(), DECLINE)
