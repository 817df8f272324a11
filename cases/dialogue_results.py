"""Which cases came from a roundtable dialogue; the page of a case shows the dialogue among its facts."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.addresses import case_url
from cases.models import Case
from partnership.core import languages
from roundtables.results import Result, Source, register


def of_dialogue(event_id: int, language: str) -> list[Result]:
    """Return the public cases that came from a dialogue, the latest first."""
    rows: Any = Case.objects.published().filter(dialogues=event_id).latest_first()
    title, slug = (languages.column(name, language) for name in ("title", "slug"))
    return [
        Result(called, case_url(number, name, language), number, is_demo)
        for number, called, name, is_demo in rows.values_list("number", title, slug, "is_demo")
    ]


register(Source("case", _("Cases"), of_dialogue, rank=30))
