"""What was searched for: per day, without anything about who asked.

A text may itself be somebody's name. What was searched for only once or twice, on one day, is shown
to nobody and goes after a week.
"""

import re
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import privacy, retention
from partnership.search.asking.reading import cleaned
from partnership.search.choices import EDITORS
from partnership.search.language.characters import normalised
from partnership.search.models import AskedText

MOST_TEXTS: Final = 20_000  # a day; nobody fills the table by making texts up
PERSONAL: Final = re.compile(r"@|(?:\d[\s().-]*){7,}")  # mail addresses, telephone and card numbers
NOTE: Final = """
INSERT INTO search_askedtext (day, language, text, results, times)
SELECT %(day)s, %(language)s, %(text)s, %(results)s, 1
WHERE (SELECT count(*) FROM search_askedtext WHERE day = %(day)s) < %(most)s
ON CONFLICT (day, language, text)
DO UPDATE SET times = search_askedtext.times + 1, results = EXCLUDED.results
"""
MOST_OPENED: Final = 20  # results of one search: nobody makes numbers up either
NOTE_OPENED: Final = """
UPDATE search_askedtext SET opened = opened + 1, places = places + %s
WHERE day = %s AND language = %s AND text = %s AND opened < times * %s
"""


def note(text: str, language: str, results: int) -> None:
    """Write down that somebody searched for `text`, unless there is an address or number in it."""
    plain = normalised(cleaned(text))
    if not plain or PERSONAL.search(plain):
        return
    day = timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(
            NOTE,
            {
                "day": day,
                "language": language,
                "text": plain,
                "results": results,
                "most": MOST_TEXTS,
            },
        )


def note_opened(text: str, language: str, place: int) -> None:
    """Count that one of the results for `text` was opened, at this place of the list. What was not
    written down today as searched for is not written down here either."""
    day, plain = timezone.localdate(), normalised(cleaned(text))
    with connection.cursor() as cursor:
        cursor.execute(NOTE_OPENED, [place, day, language, plain, MOST_OPENED])


def _due(moment: datetime) -> models.QuerySet:
    last = timezone.localdate(moment) - timedelta(days=settings.SEARCH_LOG_RETENTION_DAYS)
    return AskedText.objects.filter(day__lt=last)


def _single(moment: datetime) -> models.QuerySet:
    last = timezone.localdate(moment) - timedelta(days=settings.SEARCH_LOG_SINGLE_DAYS)
    return AskedText.objects.single_before(last)


privacy.register(
    privacy.PersonalField(
        "search.askedtext",
        "text",
        purpose=_("To add words to the glossary that people look for in vain."),
        retention=_(
            "90 days; what was searched for once or twice on one day, 7 days, shown to nobody."
        ),
        retention_days=settings.SEARCH_LOG_RETENTION_DAYS,
        rule="searches",
        seen_by=tuple(sorted(EDITORS)),
        masked=False,
    )
)
retention.register(
    retention.Rule(
        name="single-searches",
        sentence=_(
            "What was searched for on one day only, and fewer than three times, is deleted after 7 days."
        ),
        due=_single,
        apply=lambda rows: rows.delete(),
    ),
    retention.Rule(
        name="searches",
        sentence=_("What was searched for is deleted after 90 days."),
        due=_due,
        apply=lambda rows: rows.delete(),
    ),
)
