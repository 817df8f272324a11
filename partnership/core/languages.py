"""The two languages of the portal, and how a text's column is found.

A code is Django's (`zh-hans`, `en`), a column suffix is modeltranslation's (`zh_hans`, `en`),
a tag is what HTML's `lang` wants (`zh-Hans`, `en`).
"""

from typing import Final

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import get_supported_language_variant
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

CHINESE: Final = "zh-hans"
ENGLISH: Final = "en"
LANGUAGES: Final = (CHINESE, ENGLISH)
TAGS: Final = {CHINESE: "zh-Hans", ENGLISH: "en"}
SUFFIXES: Final = {CHINESE: "zh_hans", ENGLISH: "en"}
NAMES: Final = {CHINESE: "中文", ENGLISH: "English"}
READ_NAMES: Final = {CHINESE: _("Chinese"), ENGLISH: _("English")}  # in the page's language
COOKIE: Final = "language"


def current() -> str:
    """Return the active language's code; Chinese when none of ours is active."""
    language = translation.get_language()
    return language if language in LANGUAGES else CHINESE


def other(language: str | None = None) -> str:
    """Return the language that is not `language` (default: not the active one)."""
    return ENGLISH if (language or current()) == CHINESE else CHINESE


def tag(language: str | None = None) -> str:
    """Return the value of HTML's `lang` attribute."""
    return TAGS[language or current()]


def column(field: str, language: str | None = None) -> str:
    """Return the database column that holds `field` in `language`.

    Lists, feeds, API and exports select these columns: reading through modeltranslation's
    descriptors costs a multiple (measured 60 times a plain attribute).
    """
    return f"{field}_{SUFFIXES[language or current()]}"


def values_of(rows: QuerySet, *columns: str) -> QuerySet:
    """Return `rows` as tuples of columns that bear their language.

    As `values_list` of Django itself: modeltranslation's looks each row over for columns without a
    language, which takes longer than reading it.
    """
    return QuerySet.values_list(rows, *columns)


def tag_of_column(name: str) -> str:
    """Return the value of `lang` for what a column holds; empty where it is no translation."""
    return next((TAGS[code] for code in LANGUAGES if name.endswith(f"_{SUFFIXES[code]}")), "")


def from_path(path: str) -> str | None:
    """Return the language an address begins with, if any."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in LANGUAGES else None


def counterpart(request: HttpRequest | None) -> str:
    """Return the same address in the other language; its home page where there is none."""
    home = f"/{other()}/"
    if request is None or request.resolver_match is None:
        return home
    language = from_path(request.path_info)
    if language is None:
        return home
    return home + request.get_full_path().removeprefix(f"/{language}/")


def from_accept_header(header: str) -> str | None:
    """Return the best of our languages a browser asks for, if any."""
    for wanted, _quality in parse_accept_lang_header(header):
        try:
            supported = get_supported_language_variant(wanted)
        except LookupError:
            continue
        if supported in LANGUAGES:
            return supported
    return None


def chosen(request: HttpRequest) -> str | None:
    """Return the language the visitor chose: by the switch, else in the account."""
    cookie = request.COOKIES.get(COOKIE)
    if cookie in LANGUAGES:
        return cookie
    user = getattr(request, "user", None)
    return user.language if user is not None and user.is_authenticated else None


def preferred(request: HttpRequest) -> str:
    """Return the language for an address without one: choice, browser, then Chinese."""
    accepted = from_accept_header(request.headers.get("Accept-Language", ""))
    return chosen(request) or accepted or CHINESE
