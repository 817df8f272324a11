"""Writing the demo cases into the database, all of them or none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import override

from cases import actions, readiness
from cases.demo import pictures, shape, texts
from cases.demo.shape import FOLDER
from cases.demo.values import case_values, row_values
from cases.errors import NotReady
from cases.models import Case
from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.core.models import AuditEvent
from partnership.network.models import Organisation
from partnership.reference.models import Place, Theme
from partnership.translations import actions as translations
from partnership.translations.together import followed_together

ROWS = {
    "sources": "sources",
    "places": "places",
    "partners": "partners",
    "blocks": "blocks",
    "indicators": "indicators",
    "money": "sums",
}


class _Faulty(Exception):
    """Ends the work on one file."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


def load(folder: Path = FOLDER, *, check_only: bool = False) -> Report:
    """Create or update every case of `folder` by its number and publish it.

    A case in whose history a person stands is left alone: what people did in the portal is worth
    more than a file. Either all files are written or, when one has a fault or with `check_only`,
    none.
    """
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for item in read(folder):
            _take(item, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def _take(item: ContentFile | Fault, report: Report) -> None:
    if isinstance(item, Fault):
        report.faults.append(item)
        return
    file = f"{item.name}.yaml"
    problems = list(shape.problems(item.data)) or list(_content_problems(item))
    if not problems:
        try:
            with transaction.atomic():
                _write(item, report)
        except _Faulty as faulty:
            problems = faulty.problems
    report.faults += [Fault(file, key, cure) for key, cure in problems]


def _content_problems(item: ContentFile) -> Iterator[shape.Problem]:
    yield from texts.problems(item.data)
    if item.data["slug"] != item.name:
        yield "slug", f"the file must be named {item.data['slug']}.yaml"
    known = set(Theme.objects.values_list("code", flat=True))
    for code in sorted(set(item.data["themes"]) - known):
        yield "themes", f"{code} is no theme; see the reference data"
    keys = {source["key"] for source in item.data["sources"]}
    for kind in ("indicators", "money"):
        for index, row in enumerate(item.data.get(kind) or [], start=1):
            if row.get("source") and row["source"] not in keys:
                yield f"{kind}[{index}].source", f"{row['source']} is no key of a source"
    for language in sorted(set(item.data["published"]) - set(languages.LANGUAGES)):
        yield "published", f"{language} is no language; write zh-hans or en"


def _write(item: ContentFile, report: Report) -> None:
    number = item.data["number"]
    found = Case.objects.filter(number=number).first()
    if found and _is_touched(found):
        report.kept.append(number)
        return
    case = found or Case()
    with followed_together():
        is_changed = _update(case, _resolved(case, case_values(item.data), "case"), "case")
        is_changed |= _set_themes(case, item.data["themes"])
        for kind, relation in ROWS.items():
            is_changed |= _update_rows(case, kind, relation, item.data.get(kind) or [])
        is_changed |= pictures.attach(case, item.name)
        if is_changed:
            _settle(case)
            audit.record(Verb.IMPORTED, case, by=LOADER, note=f"{item.name}.yaml")
    _publish(case, item.data["published"])
    if is_changed:
        translations.sign_published("case", case.pk)
    outcome = report.created if not found else report.changed if is_changed else report.unchanged
    outcome.append(number)
    report.warnings += list(_warnings(case, item))


def _is_touched(case: Case) -> bool:
    history = AuditEvent.objects.about(case)
    return not case.is_demo or history.exclude(actor_id=str(LOADER.pk)).exists()


def _settle(case: Case) -> None:
    try:
        actions.settle_edit(case)
    except NotReady as refused:
        raise _Faulty([("published", str(finding)) for finding in refused.findings]) from refused


def _publish(case: Case, published: list[str]) -> None:
    fresh = Case.objects.get(pk=case.pk)
    for language in published:
        if not fresh.published_at(language):
            try:
                fresh = actions.publish_case(fresh, language, by=LOADER)
            except NotReady as refused:
                problems = [(f"published {language}", str(found)) for found in refused.findings]
                raise _Faulty(problems) from refused


def _warnings(case: Case, item: ContentFile) -> Iterator[Fault]:
    fresh = Case.objects.with_rows().get(pk=case.pk)
    for language in item.data["published"]:
        for finding in readiness.findings(fresh, language):
            yield Fault(f"{item.name}.yaml", language, str(finding))


def _set_themes(case: Case, codes: list[str]) -> bool:
    before = set(case.themes.values_list("code", flat=True))
    case.themes.set(Theme.objects.filter(code__in=codes))
    return before != set(codes)


def _update_rows(case: Case, kind: str, relation: str, rows: list[dict[str, Any]]) -> bool:
    manager = getattr(case, relation)
    existing = {row.order: row for row in manager.all()}
    is_changed = False
    for order, data in enumerate(rows):
        row = existing.pop(order, None) or manager.model(case=case, order=order)
        values = _resolved(case, row_values(data, kind), f"{kind}[{order + 1}]")
        is_changed |= _update(row, values, f"{kind}[{order + 1}]")
    for surplus in existing.values():
        surplus.delete()
    return is_changed or bool(existing)


def _resolved(case: Case, values: dict[str, Any], key: str) -> dict[str, Any]:
    """Replace codes and keys by the rows they name."""
    if "source" in values:
        values["source"] = case.sources.filter(key=values["source"]).first()
    if "place" in values:
        place = Place.objects.filter(code=values["place"]).first()
        if place is None:
            raise _Faulty(
                [(f"{key}.place", f"{values['place']} is no place; see the reference data")]
            )
        values["place"] = place
    if "organisation" in values:
        values["organisation"] = _organisation(values["organisation"], key)
    return values


def _organisation(slug: str, key: str) -> Organisation | None:
    found = Organisation.objects.filter(slug=slug).first()
    if slug and found is None:
        raise _Faulty([(f"{key}.organisation", f"{slug} is no organisation; see the directory")])
    return found


def _update(instance: models.Model, values: dict[str, Any], key: str) -> bool:
    """Write `values` when they differ; tell whether anything was written."""
    is_new = instance.pk is None
    if not is_new and all(getattr(instance, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(instance, name, value)
    try:
        _save(instance)
    except ValidationError as refused:
        messages = refused.message_dict.items()
        raise _Faulty([(f"{key}.{name}", " ".join(texts)) for name, texts in messages]) from refused
    return True


def _save(instance: models.Model) -> None:
    """Ask the database for its constraints once, by writing; put its refusal into words after."""
    instance.clean_fields()
    try:
        with transaction.atomic():
            instance.save()
    except IntegrityError:
        instance.full_clean()
        raise
