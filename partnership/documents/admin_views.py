"""The pages behind the buttons of files, pictures and consents."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.verdicts import Verdict
from partnership.documents import actions, policies
from partnership.documents.choices import State
from partnership.documents.models import Consent, Picture, StoredFile


class OfKeepers(ConfirmPage):
    """For whoever looks after files."""

    def verdict(self, user: Any, obj: Any) -> Verdict:
        return policies.may_keep(user)


class CheckAgain(OfKeepers):
    slug = "check-again"
    label = _("Check now")
    question = _("The file is checked at once instead of with the next round.")
    done = _("The check is done; the page shows its result.")

    def is_offered(self, obj: StoredFile) -> bool:
        return obj.state == State.QUARANTINED

    def perform(self, obj: StoredFile, *, by: Any, **typed: Any) -> None:
        actions.inspect_again(obj, by=by)


class TakeOutOfUse(OfKeepers):
    slug = "take-out-of-use"
    label = _("Take out of use")
    question = _("The file is deleted for good and vanishes from every page that shows it.")
    done = _("The file is deleted.")
    form_class = ReasonForm
    is_danger = True

    def is_offered(self, obj: StoredFile) -> bool:
        return obj.state != State.REFUSED

    def perform(self, obj: StoredFile, *, by: Any, **typed: Any) -> None:
        actions.take_out_of_use(obj, by=by, reason=typed["reason"])


class WithdrawPicture(OfKeepers):
    slug = "withdraw"
    label = _("Withdraw the picture")
    question = _("It vanishes at once from pages, data, PDF and link previews.")
    done = _("The picture is withdrawn.")
    form_class = ReasonForm
    is_danger = True

    def is_offered(self, obj: Picture) -> bool:
        return not obj.is_withdrawn

    def perform(self, obj: Picture, *, by: Any, **typed: Any) -> None:
        actions.withdraw_picture(obj, by=by, reason=typed["reason"])


class RestorePicture(OfKeepers):
    slug = "restore"
    label = _("Restore the picture")
    question = _("It is shown again where its rights are in order.")
    done = _("The picture is restored.")
    form_class = ReasonForm

    def is_offered(self, obj: Picture) -> bool:
        return obj.is_withdrawn

    def perform(self, obj: Picture, *, by: Any, **typed: Any) -> None:
        actions.restore_picture(obj, by=by, reason=typed["reason"])


class WithdrawConsent(OfKeepers):
    slug = "withdraw"
    label = _("Note the withdrawal")
    question = _(
        "The person no longer agrees. Every picture that needs this consent is hidden at once. This "
        "cannot be undone; who agrees again signs a new sheet."
    )
    done = _("The withdrawal is noted, the pictures are hidden.")
    form_class = ReasonForm
    is_danger = True

    def is_offered(self, obj: Consent) -> bool:
        return obj.withdrawn_at is None

    def findings(self, obj: Consent) -> list[str]:
        """Name the pictures that will vanish."""
        return [str(picture) for picture in obj.pictures.all()]

    def perform(self, obj: Consent, *, by: Any, **typed: Any) -> None:
        actions.withdraw_consent(obj, by=by, reason=typed["reason"])
