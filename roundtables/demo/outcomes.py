"""Outcome documents of the demo dialogues, each in a file named as its dialogue is."""

from pathlib import Path
from typing import Any, Final

from django.core.files.base import ContentFile as Bytes
from django.db import transaction
from django.utils.translation import override

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.documents import actions as documents
from partnership.documents.choices import Licence
from partnership.documents.models import Picture
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event
from partnership.network.models import Commitment
from roundtables import actions
from roundtables.models import Annex, Outcome, OutcomePicture, OutcomeSection

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo" / "outcomes"


def load(folder: Path = FOLDER, *, check_only: bool = False) -> Report:
    """Create those that are not there yet; one whose dialogue is missing or to come is a fault."""
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for item in read(folder):
            report.faults += _take(item, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def tie_commitments(folder: Path = FOLDER) -> int:
    """Tie the demo commitments to the documents they were made in; return how many were tied."""
    tied = 0
    for item in (each for each in read(folder) if isinstance(each, ContentFile)):
        outcome = Outcome.objects.filter(is_demo=True, event__slug=item.name).first()
        if outcome is not None:
            rows = Commitment.objects.filter(is_demo=True, outcomes__isnull=True)
            made = list(rows.filter(title_en__in=item.data.get("commitments", ())))
            outcome.commitments.add(*made)
            tied += len(made)
    return tied


def _take(item: ContentFile | Fault, report: Report) -> list[Fault]:
    if isinstance(item, Fault):
        return [item]
    event = Event.objects.filter(slug=item.name).first()
    if event is None:
        return [Fault(f"{item.name}.yaml", "file", "names no dialogue; load the dialogues first")]
    if Outcome.objects.filter(event=event).exists():
        report.unchanged.append(item.name)
        return []
    _write(event, item)
    report.created.append(item.name)
    return []


def _write(event: Event, item: ContentFile) -> None:
    outcome = Outcome.objects.create(
        event=event, is_demo=True, **texts_of(item.data, "title", "summary")
    )
    for number, section in enumerate(item.data["sections"]):
        texts = texts_of(section, "title", "text")
        OutcomeSection.objects.create(outcome=outcome, order=number, **texts)
    for number, annex in enumerate(item.data.get("annexes", ())):
        _write_annex(outcome, number, annex)
    for number, picture in enumerate(item.data.get("pictures", ())):
        _show(outcome, number, picture)
    audit.record(Verb.IMPORTED, outcome, by=LOADER, note=f"{item.name}.yaml")
    for language in languages.LANGUAGES:
        outcome = actions.publish_outcome(outcome, language, by=LOADER)


def _show(outcome: Outcome, number: int, data: dict[str, Any]) -> None:
    """Show a picture that was drawn for the demo, where it is there: a mere check draws none."""
    made_here = Picture.objects.filter(file__owner__isnull=True, file__label=data["file"])
    picture = made_here.order_by("pk").first()
    if picture is not None:
        captions = texts_of(data, "caption")
        OutcomePicture.objects.create(outcome=outcome, picture=picture, order=number, **captions)


def _write_annex(outcome: Outcome, number: int, data: dict[str, Any]) -> None:
    """Send the table through the portal's own way in for files."""
    content = Bytes(data["table"].encode(), data["name"])
    file = documents.upload(content, by=LOADER, made_by_portal=True)
    Annex.objects.create(
        outcome=outcome, order=number, file=file, licence=Licence.CC0, **texts_of(data, "title")
    )
