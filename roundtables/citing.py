"""How outcome documents and outputs of projects are cited."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.core import languages
from partnership.core.citations import SECRETARIAT, Citation, Cited, Record, for_people
from partnership.core.page_meta import site_url
from roundtables.addresses import outcome_url
from roundtables.choices import CITED_AS, OutputKind
from roundtables.models import Outcome, Output


def of_outcome(outcome: Outcome, language: str) -> list[Citation]:
    """Cite the page in `language` as it is read today."""
    with override(language):
        return for_people(
            Record(
                key=outcome.event.slug,
                kind=Cited.REPORT,
                language=language,
                author=str(SECRETARIAT),
                title=getattr(outcome, languages.column("title", language)),
                designation=(_("demo data"),) if outcome.is_demo else (),
                issued=outcome.day.isoformat(),
                url=site_url(outcome_url(outcome.event.slug, language)),
                accessed=timezone.localdate().isoformat(),
                text_language=language,
            )
        )


def of_output(output: Output, title: str, language: str) -> str:
    """Cite an output by the standard readers of `language` expect."""
    record = Record(
        key=str(output.pk),
        kind=CITED_AS[OutputKind(output.kind)],
        language=language,
        author=output.made_by,
        title=title,
        container=output.container,
        issued=output.issued,
        url=output.url,
    )
    by_standard = {each.key: each.text for each in for_people(record)}
    return by_standard["gbt7714" if language == languages.CHINESE else "apa"]
