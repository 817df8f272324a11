"""Writing the organisations into the database, all of them or none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.core.models import AuditEvent
from partnership.network.choices import Standing
from partnership.network.models import Organisation, OrganisationSource
from partnership.reference.models import Place, Theme
from partnership.translations import actions as translations

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo"
CODES: Final = {"zh": languages.CHINESE, "en": languages.ENGLISH}
TEXTS: Final = ("name", "short_name", "summary")
KEYS: Final = frozenset({*TEXTS, "slug", "type", "place", "website", "themes", "sources"})
SOURCE: Final = frozenset({"title", "publisher", "url", "language", "checked_on"})

Problems = Iterator[tuple[str, str]]


def load(folder: Path = FOLDER, *, check_only: bool = False) -> Report:
    """Create or update every organisation of `folder` by its slug and list it.

    One in whose history a person stands is left alone. With a fault or with `check_only`,
    nothing is written.
    """
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for item in read(folder):
            report.faults += _take(item, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def _take(item: ContentFile | Fault, report: Report) -> list[Fault]:
    if isinstance(item, Fault):
        return [item]
    problems = list(_problems(item))
    if not problems:
        try:
            with transaction.atomic():
                _write(item, report)
        except ValidationError as refused:
            problems = [(key, " ".join(texts)) for key, texts in refused.message_dict.items()]
    return [Fault(f"{item.name}.yaml", key, cure) for key, cure in problems]


def _problems(item: ContentFile) -> Problems:
    data = item.data
    for key in sorted(KEYS ^ data.keys()):
        yield key, "is missing; add it" if key in KEYS else "is no key of the format"
        return
    for key in TEXTS:
        if not (isinstance(data[key], dict) and set(data[key]) == set(CODES)):
            yield key, "write {zh: …, en: …}"
    if data["slug"] != item.name:
        yield "slug", f"write {item.name}, as the file is named"
    if not data["sources"]:
        yield "sources", "an organisation that is no partner needs a source"
    for source in data["sources"]:
        if set(source) != SOURCE:
            yield "sources", f"write {', '.join(sorted(SOURCE))}"
    yield from _unknown_codes(data)


def _unknown_codes(data: dict[str, Any]) -> Problems:
    known = set(Theme.objects.values_list("code", flat=True))
    for code in sorted(set(data["themes"]) - known):
        yield "themes", f"{code} is no theme; see the reference data"
    if data["place"] and not Place.objects.filter(code=data["place"]).exists():
        yield "place", f"{data['place']} is no place; see the reference data"


def _write(item: ContentFile, report: Report) -> None:
    found = Organisation.objects.filter(slug=item.name).first()
    if found and _is_touched(found):
        report.kept.append(item.name)
        return
    organisation = found or Organisation()
    is_changed = _update(organisation, _values(item.data))
    is_changed |= _set_themes(organisation, item.data["themes"])
    is_changed |= _set_sources(organisation, item.data["sources"])
    if is_changed:
        translations.sign_published("organisation", organisation.pk)
        audit.record(Verb.IMPORTED, organisation, by=LOADER, note=f"{item.name}.yaml")
    outcome = report.created if not found else report.changed if is_changed else report.unchanged
    outcome.append(item.name)


def _is_touched(organisation: Organisation) -> bool:
    history = AuditEvent.objects.about(organisation)
    return history.exclude(actor_id=str(LOADER.pk)).exists()


def _values(data: dict[str, Any]) -> dict[str, Any]:
    values = {key: data[key] for key in ("slug", "type", "website")}
    values["place"] = Place.objects.filter(code=data["place"]).first()
    values["standing"] = Standing.PUBLIC_INFORMATION
    for text in TEXTS:
        for code, language in CODES.items():
            values[languages.column(text, language)] = data[text][code].strip()
    return values


def _update(organisation: Organisation, values: dict[str, Any]) -> bool:
    """Write `values` when they differ; tell whether anything was written."""
    is_new = organisation.pk is None
    if not is_new and all(getattr(organisation, key) == value for key, value in values.items()):
        return False
    for key, value in values.items():
        setattr(organisation, key, value)
    organisation.confirmed_at = organisation.confirmed_at or timezone.now()
    organisation.listed_since = organisation.listed_since or timezone.now()
    organisation.full_clean()
    organisation.save()
    return True


def _set_themes(organisation: Organisation, codes: list[str]) -> bool:
    before = set(organisation.themes.values_list("code", flat=True))
    organisation.themes.set(Theme.objects.filter(code__in=codes))
    return before != set(codes)


def _set_sources(organisation: Organisation, rows: list[dict[str, Any]]) -> bool:
    wanted = [_source(row) for row in rows]
    before = list(organisation.sources.values(*SOURCE))
    if before == wanted:
        return False
    organisation.sources.all().delete()
    for order, values in enumerate(wanted):
        source = OrganisationSource(organisation=organisation, order=order, **values)
        source.full_clean()
        source.save()
    return True


def _source(row: dict[str, Any]) -> dict[str, Any]:
    """Return a source's columns; one that nobody has read yet has no day."""
    day = row["checked_on"]
    return {**row, "checked_on": date.fromisoformat(day) if day else None}
