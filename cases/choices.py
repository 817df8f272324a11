"""What a case can be: the vocabularies of the case collection."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role
from partnership.core import languages

EDITORS = frozenset({Role.SECRETARIAT})
PUBLISHERS = frozenset({Role.PUBLISHER})
DRAFT_READERS = EDITORS | PUBLISHERS | {Role.AUDIT_ADMINISTRATOR}

# What making a case public is called, by language.
PUBLISH = {languages.CHINESE: _("Publish in Chinese"), languages.ENGLISH: _("Publish in English")}


class HierarchyStep(models.TextChoices):
    """Where the measure acts, from avoiding plastic to knowing where it went."""

    PREVENTION = "prevention", _("Prevention")
    REUSE = "reuse", _("Reuse")
    COLLECTION = "collection", _("Collection")
    RECYCLING = "recycling", _("Recycling")
    RECOVERY = "recovery", _("Energy recovery")
    DISPOSAL = "disposal", _("Disposal")
    CLEANUP = "cleanup", _("Clean-up")
    MONITORING = "monitoring", _("Monitoring")


class WasteStream(models.TextChoices):
    """What the measure deals with."""

    BAGS = "bags", _("Plastic bags")
    PACKAGING = "packaging", _("Packaging")
    BOTTLES = "bottles", _("Bottles")
    FOAM = "foam", _("Foam")
    FISHING_GEAR = "fishing-gear", _("Fishing gear")
    AQUACULTURE = "aquaculture", _("Aquaculture equipment")
    MICROPLASTICS = "microplastics", _("Microplastics")
    MIXED = "mixed", _("Mixed waste")
    ORGANIC = "organic", _("Organic waste")
    VESSEL_WASTE = "vessel-waste", _("Vessel waste")


class Instrument(models.TextChoices):
    """By what means."""

    REGULATION = "regulation", _("Regulation")
    ECONOMIC = "economic", _("Economic instrument")
    TECHNOLOGY = "technology", _("Technology")
    ORGANISATION = "organisation", _("Organisation and management")
    AWARENESS = "awareness", _("Awareness")
    MONITORING = "monitoring", _("Monitoring and data")


class BusinessModel(models.TextChoices):
    """Who pays whom for what."""

    NONE = "none", pgettext_lazy("business model", "None")
    PUBLIC_SERVICE = "public-service", _("Public service")
    PUBLIC_PRIVATE = "public-private", _("Public-private partnership")
    PAYMENT_FOR_COLLECTION = "payment-for-collection", _("Payment for collection")
    DEPOSIT_REFUND = "deposit-refund", _("Deposit and refund")
    CHARGE_LEVY = "charge-levy", _("Charge or levy")
    SOCIAL_ENTERPRISE = "social-enterprise", _("Social enterprise")
    CERTIFICATION = "certification", _("Certification")


class Scale(models.TextChoices):
    """How far the measure reaches."""

    SITE = "site", pgettext_lazy("scale", "Site")
    CITY = "city", pgettext_lazy("scale", "City")
    PROVINCE = "province", pgettext_lazy("scale", "Province")
    NATIONAL = "national", pgettext_lazy("scale", "National")
    REGIONAL = "regional", pgettext_lazy("scale", "Regional (several countries)")


class Phase(models.TextChoices):
    """How far the measure has come."""

    PILOT = "pilot", pgettext_lazy("phase", "Pilot")
    SCALING = "scaling", pgettext_lazy("phase", "Being extended")
    ESTABLISHED = "established", pgettext_lazy("phase", "Established")
    COMPLETED = "completed", pgettext_lazy("phase", "Completed")


class PartnerRole(models.TextChoices):
    """What a partner of the lead organisation does."""

    FUNDER = "funder", _("Funder")
    IMPLEMENTER = "implementer", _("Implementing body")
    TECHNICAL = "technical", _("Technical support")
    RESEARCH = "research", _("Research")
    COMMUNITY = "community", _("Community")
    OPERATOR = "operator", _("Operator")


class Qualifier(models.TextChoices):
    """How exactly a figure is meant."""

    EXACT = "exact", pgettext_lazy("qualifier", "exactly")
    ABOUT = "about", pgettext_lazy("qualifier", "about")
    AT_LEAST = "at-least", pgettext_lazy("qualifier", "at least")
    MORE_THAN = "more-than", pgettext_lazy("qualifier", "more than")
    AT_MOST = "at-most", pgettext_lazy("qualifier", "at most")


class MoneyKind(models.TextChoices):
    """What a sum of money was."""

    INVESTMENT = "investment", _("Investment")
    RUNNING_COST = "running-cost", _("Running cost")
    REVENUE = "revenue", _("Revenue")
    AWARD = "award", _("Award")
    PRICE_OF_OUTCOME = "price-of-outcome", _("Price of an outcome")


class Funding(models.TextChoices):
    """Where a sum of money came from."""

    PUBLIC = "public", pgettext_lazy("funding", "Public funds")
    PRIVATE = "private", pgettext_lazy("funding", "Private funds")
    DONOR = "donor", pgettext_lazy("funding", "Donors")
    MIXED = "mixed", pgettext_lazy("funding", "Mixed funds")
    USERS = "users", pgettext_lazy("funding", "Users' payments")


class SourceType(models.TextChoices):
    """What kind of document a fact was taken from."""

    WEBPAGE = "webpage", _("Web page")
    REPORT = "report", pgettext_lazy("source", "Report")
    ARTICLE = "article", _("Journal article")
    NEWSPAPER = "newspaper", _("Newspaper article")
    LEGISLATION = "legislation", _("Law or regulation")
    DATASET = "dataset", _("Data set")


# Numbered and lettered targets of the 17 Sustainable Development Goals.
# Source: United Nations General Assembly resolution 70/1, 25 September 2015.
_SDG_GOALS = (
    (5, "ab"), (5, "abc"), (9, "abcd"), (7, "abc"), (6, "abc"), (6, "ab"), (3, "ab"), (10, "ab"),
    (5, "abc"), (7, "abc"), (7, "abc"), (8, "abc"), (3, "ab"), (7, "abc"), (9, "abc"), (10, "ab"),
    (19, ""),
)  # fmt: skip
SDG_TARGETS = tuple(
    f"{goal}.{target}"
    for goal, (numbers, letters) in enumerate(_SDG_GOALS, start=1)
    for target in [*range(1, numbers + 1), *letters]
)


def typical(grades: list[str]) -> str:
    """Return the grade that at least half of `grades` reach; empty when half of them have none."""
    from_strong_to_weak = sorted(grades, key=lambda grade: grade or "Z")
    return from_strong_to_weak[(len(grades) - 1) // 2] if grades else ""
