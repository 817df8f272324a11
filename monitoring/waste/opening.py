"""What stands in a new form: the indicators asked for, as the year before told them."""

from datetime import date
from typing import Any

from monitoring.choices import ASKED_FIRST, WasteIndicator
from monitoring.models import WasteProfile, WasteSubmission, WasteValue
from partnership.core import languages
from partnership.review.sheets import Answers, Values


def answers_for(entry: WasteSubmission, language: str) -> Answers:
    """Return the answers a draft begins with; every value is left for the city to fill in."""
    place: Any = entry.organisation.place
    before = WasteProfile.objects.approved().filter(place=place, year__lt=entry.year)
    latest: WasteProfile | None = before.filter(is_demo=False).order_by("-year").first()
    known = {each.indicator: each for each in latest.values.all()} if latest else {}
    others = [WasteIndicator(name) for name in known if name not in ASKED_FIRST]
    name = getattr(place, languages.column("name", language))
    return {
        "about": {
            "profile": f"{name} {entry.year}",
            "area": latest.area if latest else "",
            "reason": "",
            "remarks": "",
        },
        "values": [
            _row(each, known.get(each.value), entry.year) for each in (*ASKED_FIRST, *others)
        ],
    }


def _row(indicator: WasteIndicator, before: WasteValue | None, year: int) -> Values:
    """Return a row for the calendar year, told as last time but for its value."""
    row: Values = {
        "indicator": indicator.value,
        "value": "",
        "first_day": date(year, 1, 1).isoformat(),
        "last_day": date(year, 12, 31).isoformat(),
    }
    for name in ("unit", "scope", "definition", "source_url"):
        row[name] = getattr(before, name) if before else ""
    return {**row, "source": "", "grade": ""}
