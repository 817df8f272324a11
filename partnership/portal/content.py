"""Writing the texts that come with the portal into the database, all of them or none.

One YAML file per text, both languages side by side: the pages every portal needs in
`partnership/portal/data/pages/`, demo content in `data/demo/`. Messages are for the people who
write the files, in English.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import override

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.core.errors import DomainError
from partnership.core.models import AuditEvent
from partnership.portal import actions
from partnership.portal.models import News, Page, PublishedText
from partnership.translations import actions as translations

ESSENTIAL: Final = Path(__file__).with_name("data")
DEMO: Final = ESSENTIAL / "demo"
TEXTS: Final = ("title", "summary", "body")
CODES: Final = {"zh": languages.CHINESE, "en": languages.ENGLISH}
DAY: Final = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
FACTS: Final = frozenset({"key", "date", "source_language", "published", "is_demo"})


@dataclass(frozen=True)
class Folder:
    """Where the files of a model lie and which keys they have."""

    name: str
    model: type[PublishedText]
    facts: frozenset[str] = FACTS

    @property
    def keys(self) -> set[str]:
        return {*self.facts, *TEXTS}


FOLDERS: Final = (Folder("pages", Page, FACTS | {"kind"}), Folder("news", News))


def load_pages(*, check_only: bool = False) -> Report:
    """Write the pages every portal needs: about, accessibility, privacy, terms."""
    return load(ESSENTIAL, check_only=check_only)


def load_demo(*, check_only: bool = False) -> Report:
    """Write notices, publications and news that show the portal."""
    return load(DEMO, check_only=check_only)


def load(root: Path, *, check_only: bool = False) -> Report:
    """Create or update every text by its key and publish it in the languages the file names.

    `root` has a folder `pages`, `news` or both.
    A text in whose history a person stands is left alone: what people did in the portal is worth
    more than a file. With a fault or with `check_only`, nothing is written.
    """
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for folder in FOLDERS:
            for item in read(root / folder.name):
                report.faults += _take(item, folder, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def _take(item: ContentFile | Fault, folder: Folder, report: Report) -> list[Fault]:
    if isinstance(item, Fault):
        return [item]
    problems = list(_problems(item, folder))
    if not problems:
        try:
            with transaction.atomic():
                _write(item, folder, report)
        except ValidationError as refused:
            problems = [(key, " ".join(texts)) for key, texts in refused.message_dict.items()]
        except DomainError as refused:
            problems = [("published", str(refused))]
    return [Fault(f"{folder.name}/{item.name}.yaml", key, cure) for key, cure in problems]


def _problems(item: ContentFile, folder: Folder) -> Iterator[tuple[str, str]]:
    for key in sorted(folder.keys ^ item.data.keys()):
        yield key, "is missing; add it" if key in folder.keys else "is no key of the format"
    for key in TEXTS:
        pair = item.data.get(key)
        if not (isinstance(pair, dict) and set(pair) == set(CODES)):
            yield key, "write {zh: …, en: …}"
    if not DAY.fullmatch(str(item.data.get("date"))):
        yield "date", "write YYYY-MM-DD"
    if item.data.get("key") != item.name:
        yield "key", f"write {item.name}, as the file is named"


def _write(item: ContentFile, folder: Folder, report: Report) -> None:
    found = folder.model._base_manager.filter(key=item.name).first()
    if found and _is_touched(found):
        report.kept.append(item.name)
        return
    text = found or folder.model()
    is_changed = _update(text, _values(item.data, folder))
    if is_changed:
        text = actions.settle_edit(text)
        audit.record(Verb.IMPORTED, text, by=LOADER, note=f"{item.name}.yaml")
    for language in item.data["published"]:
        if not text.published_at(language):
            text = actions.publish(text, language, by=LOADER)
    if is_changed:
        translations.sign_published(str(text._meta.model_name), text.pk)
    outcome = report.created if not found else report.changed if is_changed else report.unchanged
    outcome.append(item.name)


def _is_touched(text: PublishedText) -> bool:
    history = AuditEvent.objects.about(text)
    return history.exclude(actor_id=str(LOADER.pk)).exists()


def _values(data: dict[str, Any], folder: Folder) -> dict[str, Any]:
    values = {key: data[key] for key in folder.facts - {"published"}}
    values["date"] = date.fromisoformat(data["date"])
    for text in TEXTS:
        for code, language in CODES.items():
            values[languages.column(text, language)] = data[text][code].strip()
    return values


def _update(text: PublishedText, values: dict[str, Any]) -> bool:
    """Write `values` when they differ; tell whether anything was written."""
    if text.pk and all(getattr(text, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(text, name, value)
    text.full_clean()
    text.save()
    return True
