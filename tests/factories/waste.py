"""Waste profiles: invented ones, marked as demo data unless they were handed in."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from monitoring.choices import WasteArea, WasteScope, WasteUnit
from monitoring.models import WasteProfile, WasteValue
from partnership.accounts.models import User
from partnership.review import actions, subjects
from partnership.review.models import Submission
from tests.factories.reference import CityFactory
from tests.factories.submissions import speaking

UNITS = {"population": WasteUnit.PERSONS, "plastics-share": WasteUnit.PER_CENT}


def waste_values(profile: WasteProfile, told: dict[str, Any], **facts: Any) -> list[WasteValue]:
    """Return values of a whole year by indicator, not stored yet."""
    return [
        WasteValue(
            **{
                "profile": profile,
                "indicator": indicator,
                "value": value,
                "unit": UNITS.get(indicator, WasteUnit.TONNES),
                "scope": WasteScope.MUNICIPAL,
                "first_day": date(profile.year, 1, 1),
                "last_day": date(profile.year, 12, 31),
                "definition": "All of it, weighed.",
                "source": "Yearbook (demo)",
                **facts,
            }
        )
        for indicator, value in told.items()
    ]


class WasteProfileFactory(DjangoModelFactory):
    """A demo profile; `told` are values by indicator, `told__…` facts of all of them."""

    class Meta:
        model = WasteProfile
        skip_postgeneration_save = True

    place = factory.SubFactory(CityFactory)
    year = 2024
    area = WasteArea.URBAN
    language = "en"
    is_demo = True

    @factory.post_generation
    def told(self: Any, _create: bool, told: dict[str, Any] | None, **facts: Any) -> None:
        WasteValue.objects.bulk_create(waste_values(self, told or {}, **facts))


def value_row(indicator: str, value: str, **values: str) -> dict[str, str]:
    """Return a row of the form filled completely."""
    return {
        "indicator": indicator,
        "value": value,
        "unit": UNITS.get(indicator, "t"),
        "scope": "municipal",
        "first_day": "2024-01-01",
        "last_day": "2024-12-31",
        "definition": "All of it, weighed.",
        "source": "Yearbook (demo)",
        "source_url": "",
        "grade": "A",
        **values,
    }


def waste_answers(*rows: dict[str, str], **about: str) -> dict[str, Any]:
    """Return a form with `rows`, or with the waste generated alone."""
    return {
        "about": {"profile": "City 2024", "area": "urban", "reason": "", "remarks": "", **about},
        "values": [*rows] or [value_row("generated", "1000")],
    }


def waste_draft(by: User, answers: dict[str, Any] | None = None, year: int = 2024) -> Submission:
    """Begin the profile of the city `by` speaks for, and fill it in."""
    own = by.memberships.first() or speaking(by)
    kind = subjects.get("waste-profile")
    begun = actions.begin(kind, "en", by=by, organisation=own.organisation, year=year)
    return actions.save_answers(begun, answers or waste_answers(), by=by, revision=0)


def waste_handed_in(by: User, answers: dict[str, Any] | None = None, **more: Any) -> Submission:
    draft = waste_draft(by, answers, **more)
    return actions.submit(draft, by=by, revision=draft.revision)
