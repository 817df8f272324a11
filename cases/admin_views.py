"""The pages behind the buttons of a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases import actions, policies, readiness
from cases.choices import PUBLISH
from cases.models import Case
from partnership.core import languages
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.theme import DateWidget, ManyChoicesWidget
from partnership.core.verdicts import Verdict

WITHDRAW = {
    languages.CHINESE: _("Withdraw the Chinese text"),
    languages.ENGLISH: _("Withdraw the English text"),
}


class FactsForm(forms.Form):
    """When the facts were compared with their sources, and when it is due again."""

    checked_on = forms.DateField(
        label=capfirst(_("facts checked on")), initial=timezone.localdate, widget=DateWidget()
    )
    next_due = forms.DateField(
        label=capfirst(_("next check due")),
        required=False,
        widget=DateWidget(),
        help_text=_("Leave it empty for one year later."),
    )


class Publish(ConfirmPage):
    question = _(
        "Everyone can then read the full text in this language, at once; title and summary appear "
        "in both languages."
    )
    done = _("The case is public.")

    def __init__(self, language: str) -> None:
        self.language, self.label, self.slug = language, PUBLISH[language], f"publish-{language}"

    def verdict(self, user: Any, obj: Case) -> Verdict:
        return policies.may_make_public(user, obj)

    def is_offered(self, obj: Case) -> bool:
        return obj.published_at(self.language) is None

    def findings(self, obj: Case) -> Sequence[object]:
        return readiness.findings(obj, self.language)

    def perform(self, obj: Case, *, by: Any, **typed: Any) -> None:
        actions.publish_case(obj, self.language, by=by)


class Withdraw(ConfirmPage):
    question = _("Nobody outside can then read the full text in this language.")
    done = _("The case is no longer public in this language.")
    form_class = ReasonForm
    is_danger = True

    def __init__(self, language: str) -> None:
        self.language, self.label, self.slug = language, WITHDRAW[language], f"withdraw-{language}"

    def verdict(self, user: Any, obj: Case) -> Verdict:
        return policies.may_publish(user, obj)

    def is_offered(self, obj: Case) -> bool:
        return obj.published_at(self.language) is not None

    def perform(self, obj: Case, *, by: Any, **typed: Any) -> None:
        actions.withdraw_from_publication(obj, self.language, by=by, reason=typed["reason"])


class ConfirmFacts(ConfirmPage):
    slug = "confirm-facts"
    label = _("Confirm the facts")
    question = _("You have compared figures, dates and names with the sources of the case.")
    done = _("The check is noted.")
    form_class = FactsForm

    def verdict(self, user: Any, obj: Case) -> Verdict:
        return policies.may_check_facts(user, obj)

    def perform(self, obj: Case, *, by: Any, **typed: Any) -> None:
        actions.confirm_facts(obj, by=by, **typed)


class VerifyFigures(ConfirmPage):
    slug = "verify-figures"
    label = _("Verify figures")
    question = _("Choose the figures you have compared with their source.")
    done = _("The figures are noted as verified.")

    def verdict(self, user: Any, obj: Case) -> Verdict:
        return policies.may_check_facts(user, obj)

    def is_offered(self, obj: Case) -> bool:
        return obj.indicators.filter(verified_at__isnull=True).exists()

    def form(self, obj: Case, data: Any) -> forms.Form:
        """Offer the figures that nobody has verified yet."""
        form = forms.Form(data)
        form.fields["figures"] = forms.ModelMultipleChoiceField(
            obj.indicators.filter(verified_at__isnull=True),
            label=capfirst(_("figures")),
            widget=ManyChoicesWidget(),
        )
        return form

    def perform(self, obj: Case, *, by: Any, **typed: Any) -> None:
        with transaction.atomic():
            for figure in typed["figures"]:
                actions.confirm_indicator(figure, by=by)


class MarkAsReal(ConfirmPage):
    slug = "mark-as-real"
    label = _("Take the demo mark off")
    question = _("The case is then shown without the mark “Demo data”: you answer for it.")
    done = _("The case no longer carries the demo mark.")
    form_class = ReasonForm

    def verdict(self, user: Any, obj: Case) -> Verdict:
        return policies.may_publish(user, obj)

    def is_offered(self, obj: Case) -> bool:
        return obj.is_demo

    def perform(self, obj: Case, *, by: Any, **typed: Any) -> None:
        actions.mark_as_real(obj, by=by, reason=typed["reason"])


CONFIRM_PAGES = (
    *(page(language) for language in languages.LANGUAGES for page in (Publish, Withdraw)),
    ConfirmFacts(),
    VerifyFigures(),
    MarkAsReal(),
)
