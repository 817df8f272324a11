"""Keeps the message catalogues in step with the source, without gettext on the machine.

Python files are read with Babel, templates first through Django's own `templatize`. Strings of
packages that bring no Chinese of their own (the admin theme above all) are part of our
catalogue, so that no page is half English.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Final, cast

import polib
from babel.messages.extract import extract_python
from django import conf
from django.apps import apps
from django.conf import settings
from django.utils.translation.template import templatize

from partnership.core.languages import CHINESE, ENGLISH

SOURCES: Final = ("partnership", "cases", "roundtables", "monitoring", "outreach", "templates")
FOREIGN_PACKAGES: Final = ("unfold",)  # no Chinese of its own
PARTLY_TRANSLATED: Final = (
    "django.contrib.admin",
    "django.contrib.auth",
    "django.core",
    "django.db",
    "django.forms",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "import_export",
    "modeltranslation",
    "rest_framework",
)
UNSEEN_FOLDERS: Final = {"tests", "management", "migrations"}
# Chinese with blanks before Latin letters, numbers or values, or with half-width punctuation.
ILL_SET: Final = re.compile(
    r"[\u3400-\u9fff，。：；！？（）“”] (?:[A-Za-z0-9{]|%[(sd])"
    r"|(?:[A-Za-z0-9}]|\)[sdr]|%[sd]) [\u3400-\u9fff]"
    r"|[\u3400-\u9fff][.,:;!?()]|[.,:;!?()][\u3400-\u9fff]"
)
# What the extractor takes for a string in the code of Django's own log, which is not in use.
NO_STRINGS: Final = {"addedname", "changedname", "deletedname"}
LOCALES: Final = {CHINESE: "zh_Hans", ENGLISH: "en"}
PLURAL_FORMS: Final = {CHINESE: "nplurals=1; plural=0;", ENGLISH: "nplurals=2; plural=(n != 1);"}
TEMPLATE_SUFFIXES: Final = {".html", ".txt", ".svg"}
KEYWORDS: Final = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

Arguments = str | tuple[str | None, ...] | None
Key = tuple[str, str]  # context, msgid


@dataclass
class Message:
    """One string to translate and where it stands."""

    msgid: str
    plural: str = ""
    context: str = ""
    places: list[str] = field(default_factory=list)


def collect() -> dict[Key, Message]:
    """Return all strings of the project and of the packages we translate."""
    messages: dict[Key, Message] = {}
    for file, name in source_files():
        _add(messages, file, name)
    known = translated_by_packages()
    for package in PARTLY_TRANSLATED:
        strings: dict[Key, Message] = {}
        for file in files_of(package):
            _add(strings, file, package)
        for key, message in strings.items():
            if key not in known and message.msgid not in NO_STRINGS:
                messages.setdefault(key, message)
    return messages


def _add(messages: dict[Key, Message], file: Path, name: str) -> None:
    for context, msgid, plural in strings_in(file):
        message = messages.setdefault((context, msgid), Message(msgid, plural, context))
        message.plural = message.plural or plural
        if name not in message.places:
            message.places.append(name)


def source_files() -> Iterator[tuple[Path, str]]:
    """Yield the files all strings of which are ours, each with the name shown in the catalogue."""
    root = Path(settings.BASE_DIR)
    for folder in SOURCES:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix == ".py" or file.suffix in TEMPLATE_SUFFIXES:
                yield file, str(file.relative_to(root))
    for package in FOREIGN_PACKAGES:
        for file in files_of(package):
            yield file, package


def files_of(package: str) -> Iterator[Path]:
    """Yield the files of an installed package that may hold strings people see."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    for file in sorted(folder.rglob("*")):
        is_seen = UNSEEN_FOLDERS.isdisjoint(file.relative_to(folder).parts)
        if is_seen and (file.suffix == ".py" or file.suffix in TEMPLATE_SUFFIXES):
            yield file


def translated_by_packages() -> set[Key]:
    """Return the strings for which an installed package brings Chinese fit for our pages."""
    folders = [Path(config.path) for config in apps.get_app_configs()]
    catalogues = [
        folder / "locale" / LOCALES[CHINESE] / "LC_MESSAGES" / "django.mo"
        for folder in (*folders, Path(conf.__file__).parent)
    ]
    return {
        (entry.msgctxt or "", entry.msgid)
        for path in catalogues
        if path.exists()
        for entry in polib.mofile(str(path))
        if not any(map(ILL_SET.search, (entry.msgstr, *entry.msgstr_plural.values())))
    }


def strings_in(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield context, msgid and plural of every marked string of a file."""
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        source = template_source(source, str(file))
    code = io.BytesIO(source.encode())
    rows = cast(
        "Iterable[tuple[int, str | None, Arguments, list[str]]]",
        extract_python(code, KEYWORDS, (), {}),
    )
    for _line, function, arguments, _comments in rows:
        yield from _message(function or "_", arguments)


def template_source(source: str, origin: str) -> str:
    """Return the Python that stands for a template, one statement a line and not indented."""
    python = templatize(source, origin=origin)
    return re.sub(r"^[ \t]+", "", python, flags=re.MULTILINE)


def _message(function: str, arguments: Arguments) -> Iterator[tuple[str, str, str]]:
    given = [arguments] if isinstance(arguments, str) else list(arguments or ())
    context = given.pop(0) if "pgettext" in function else ""
    texts = [text for text in given if isinstance(text, str)]
    if not texts or not texts[0] or context is None:
        return
    plural = texts[1] if function.startswith(("ng", "np")) and len(texts) > 1 else ""
    yield context, texts[0], plural


def catalogue_path(language: str) -> Path:
    return Path(settings.BASE_DIR) / "locale" / LOCALES[language] / "LC_MESSAGES" / "django.po"


def load(language: str) -> polib.POFile:
    """Return the catalogue as it stands, a new one when there is none."""
    path = catalogue_path(language)
    if path.exists():
        return polib.pofile(str(path))
    return polib.POFile()


def merged(language: str, messages: dict[Key, Message]) -> polib.POFile:
    """Return the catalogue with exactly `messages`, keeping the translations there are."""
    translated_last = sorted(load(language), key=is_translated)  # merged files may hold one twice
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in translated_last}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Language": LOCALES[language],
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    for key in sorted(messages):
        catalogue.append(_entry(language, messages[key], known.get(key)))
    return catalogue


def _entry(language: str, message: Message, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.msgid, msgctxt=message.context or None)
    entry.occurrences = [(place, "") for place in message.places]
    entry.flags = [flag for flag in (old.flags if old else []) if flag == "fuzzy"]
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = _plural_texts(language, message, old)
    else:
        entry.msgstr = (old.msgstr if old else "") or (message.msgid if language == ENGLISH else "")
    return entry


def _plural_texts(language: str, message: Message, old: polib.POEntry | None) -> dict[int, str]:
    texts = dict(old.msgstr_plural) if old else {}
    if language == ENGLISH:
        return {0: texts.get(0) or message.msgid, 1: texts.get(1) or message.plural}
    return {0: texts.get(0) or (old.msgstr if old else "")}


def incomplete(catalogue: polib.POFile) -> list[str]:
    """Return the strings without a translation, or with one somebody still has to look at."""
    return [entry.msgid for entry in catalogue if entry.fuzzy or not is_translated(entry)]


def is_translated(entry: polib.POEntry) -> bool:
    return bool(all(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr)
