"""What acceptance makes of a submission: a case in draft, with its rows, in the author's language."""

from typing import Any

from django.db import models

from cases import actions
from cases.models import Case, CaseSubmission
from cases.submitting.sheet import sheet
from partnership.accounts.models import User
from partnership.core import languages
from partnership.documents import actions as documents
from partnership.documents.models import Picture, StoredFile
from partnership.events.choices import Kind
from partnership.reference.choices import Grade
from partnership.reference.models import Place, Theme
from partnership.review.choices import EnclosureRole
from partnership.review.models import Enclosure, Submission
from partnership.review.sheets.sheet import Cleaned

# Texts of the case by the part of the form that asks for them; the rest is free of language.
TEXTS = {
    "about": ("title", "short_title", "summary", "lead_organisation"),
    "background": ("background",),
    "results": ("results",),
    "lessons": (
        "success_factors",
        "difficulties",
        "did_not_work",
        "replication_conditions",
        "replications_known",
    ),
}
FACTS = {
    "about": ("started", "ended", "results_from", "results_to"),
    "kind": ("hierarchy_step", "scale", "phase", "waste_streams", "instruments"),
    "contact": ("contact_name", "contact_details"),
}
ROW_TEXTS = {
    "blocks": ("title", "done", "who", "enabling_factors"),
    "indicators": ("name", "unit", "period", "definition", "method"),
    "sums": ("note",),
    "partners": ("name",),
    "places": ("site",),
}
# Until the secretariat has judged a source, it counts as the weakest.
UNJUDGED = Grade.C


def make_case(submission: Submission, *, by: User) -> Case:
    """Create the case, or write anew one that was returned during its public notice."""
    cleaned = sheet(submission.language).cleaned(submission.answers)
    entry = CaseSubmission.objects.select_for_update().get(submission=submission)
    submission.of_case = entry  # what was asked about it before knows of no case
    values = _values(cleaned, submission.language) | {"permission_letter": _letter(submission)}
    if entry.case is None:
        case = actions.create_case(
            by=by,
            source_language=submission.language,
            organisation=entry.organisation,
            **values,
        )
        entry.case = case
        entry.save(update_fields=["case"])
        _tie_to_dialogue(case, entry)
    else:
        case = actions.lock_for_edit(entry.case, by=by)
        _set(case, values)
        _remove_rows(case)
    case.themes.set(Theme.objects.filter(code__in=cleaned["kind"]["themes"]))
    _add_rows(case, cleaned, submission.language)
    _add_pictures(case, submission, by=by)
    return actions.settle_edit(case)


def _tie_to_dialogue(case: Case, entry: CaseSubmission) -> None:
    """A case that began with a lead in a report on a dialogue came from that dialogue."""
    event = entry.lead.report.event if entry.lead else None
    if event is not None and event.kind == Kind.DIALOGUE:
        case.dialogues.add(event)


def _values(cleaned: Cleaned, language: str) -> dict[str, Any]:
    texts = {
        languages.column(name, language): cleaned[part][name]
        for part, names in TEXTS.items()
        for name in names
    }
    facts = {name: cleaned[part][name] for part, names in FACTS.items() for name in names}
    return {**texts, **facts}


def _set(case: Case, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(case, name, value)
    case.save()


def _remove_rows(case: Case) -> None:
    for relation in ("indicators", "sums", "blocks", "places", "partners", "sources", "pictures"):
        getattr(case, relation).all().delete()


def _add_rows(case: Case, cleaned: Cleaned, language: str) -> None:
    sources = _add_sources(case, cleaned["sources"], language)
    places = {
        place.code: place
        for place in Place.objects.filter(code__in=[row["place"] for row in cleaned["places"]])
    }
    rows: dict[str, list[dict[str, Any]]] = {
        "places": [{**row, "place": places[row["place"]]} for row in cleaned["places"]],
        "blocks": cleaned["measures"],
        "indicators": [
            {**row, "source": sources[int(row["source"]) - 1], "grade": UNJUDGED}
            for row in cleaned["indicators"]
        ],
        "sums": cleaned["money"],
        "partners": cleaned["partners"],
    }
    for relation, of_relation in rows.items():
        manager = getattr(case, relation)
        for order, row in enumerate(of_relation):
            manager.create(order=order, **_in_language(row, ROW_TEXTS[relation], language))


def _add_pictures(case: Case, submission: Submission, *, by: User) -> None:
    """Add the pictures with what their sender said of them; nothing shows them before their rights
    are in order in both languages."""
    shown = submission.enclosures.present().of_role(EnclosureRole.PICTURE).select_related("file")
    caption = languages.column("caption", submission.language)
    for order, row in enumerate(shown):
        picture = Picture.objects.filter(file=row.file).first() or documents.create_picture(
            row.file, by=by, **_rights(row, submission.language)
        )
        case.pictures.create(order=order, picture=picture, **{caption: row.caption})


def _letter(submission: Submission) -> StoredFile | None:
    """Return the letter of permission that was sent last."""
    letters = submission.enclosures.present().of_role(EnclosureRole.PERMISSION)
    last = letters.select_related("file").last()
    return last.file if last else None


def _rights(row: Enclosure, language: str) -> dict[str, Any]:
    return {
        "author": row.photographer,
        "licence": row.licence,
        "people": row.people,
        languages.column("alt_text", language): row.alt_text,
    }


def _in_language(row: dict[str, Any], texts: tuple[str, ...], language: str) -> dict[str, Any]:
    return {
        languages.column(name, language) if name in texts else name: value
        for name, value in row.items()
    }


def _add_sources(case: Case, rows: list[dict[str, Any]], language: str) -> list[models.Model]:
    return [
        case.sources.create(
            order=order,
            key=f"s{order + 1}",
            language=languages.SUFFIXES[language][:2],
            grade=UNJUDGED,
            **row,
        )
        for order, row in enumerate(rows)
    ]
