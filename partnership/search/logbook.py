"""What was searched for: per day, without anything about who asked."""

import re
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import retention
from partnership.search.asking.reading import cleaned
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


def note(text: str, language: str, results: int) -> None:
    """Write down that somebody searched for `text`, unless it may say something about a person."""
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


def _due(moment: datetime) -> models.QuerySet:
    last = timezone.localdate(moment) - timedelta(days=settings.SEARCH_LOG_RETENTION_DAYS)
    return AskedText.objects.filter(day__lt=last)


retention.register(
    retention.Rule(
        name="searches",
        sentence=_("What was searched for is deleted after 90 days."),
        due=_due,
        apply=lambda rows: rows.delete(),
    )
)
