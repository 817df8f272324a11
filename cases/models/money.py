"""What a case cost and earned."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.choices import Funding, MoneyKind
from cases.models.row import CaseRow
from partnership.core.constraints import one_of
from partnership.core.figures import plain


class MoneyRow(CaseRow):
    """A sum in the currency it was paid in, with its year; sums are never converted."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="sums")
    kind = models.CharField(_("kind"), max_length=30, choices=MoneyKind.choices)
    amount = models.DecimalField(
        _("amount"), max_digits=20, decimal_places=4, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(
        _("currency"), max_length=3, help_text=_("ISO 4217 code, such as CNY or VND.")
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    funding = models.CharField(_("funding"), max_length=20, choices=Funding.choices)
    note = models.TextField(_("note"), blank=True)
    source = models.ForeignKey(
        "cases.CaseSource",
        models.RESTRICT,
        related_name="sums",
        null=True,
        blank=True,
        verbose_name=_("source"),
    )

    class Meta(CaseRow.Meta):
        verbose_name = _("sum of money")
        verbose_name_plural = _("sums of money")
        constraints = [
            *CaseRow.Meta.constraints,
            one_of("kind", MoneyKind, name="cases_moneyrow_kind_known"),
            one_of("funding", Funding, name="cases_moneyrow_funding_known"),
            models.CheckConstraint(
                name="cases_moneyrow_not_negative",
                condition=Q(amount__gte=0),
                violation_error_message=_("A sum of money is not negative."),
            ),
            models.CheckConstraint(
                name="cases_moneyrow_currency_code",
                condition=Q(currency__regex=r"^[A-Z]{3}$"),
                violation_error_message=_("Write the currency as three capital letters."),
            ),
            models.CheckConstraint(
                name="cases_moneyrow_year_plausible",
                condition=Q(year__isnull=True) | Q(year__range=(1950, 2100)),
                violation_error_message=_("The year must lie between 1950 and 2100."),
            ),
        ]

    def __str__(self) -> str:
        facts = {"name": self.get_kind_display(), "value": f"{plain(self.amount)} {self.currency}"}
        return gettext("%(name)s: %(value)s") % facts
