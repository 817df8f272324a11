"""How templates name a case and lead to it."""

from collections.abc import Collection, Iterable
from typing import Final

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.addresses import case_url
from cases.cards import CaseCard
from partnership.core import languages

register = template.Library()

THEMES_SHOWN: Final = 2


@register.filter
def case_address(card: CaseCard) -> str:
    """Return the address of the case in the page's language."""
    return case_url(card.number, card.slug)


@register.filter
def badges_of(card: CaseCard) -> list[tuple[str, str]]:
    """Return tone and text of what is said about a case at a glance."""
    return [
        *([("demo", _("Demo data"))] if card.is_demo else []),
        *([("sea", _evidence(card.evidence_grade))] if card.evidence_grade else []),
        ("", full_text_languages(card.published)),
    ]


@register.filter
def themes_of(card: CaseCard) -> str:
    """Return the names of the first themes."""
    return listed(theme.name for theme in card.themes[:THEMES_SHOWN])


def _evidence(grade: str) -> str:
    return _("Evidence grade %(grade)s") % {"grade": grade}


@register.filter
def listed(texts: Iterable[object]) -> str:
    """Join texts as the page's language does."""
    return pgettext("between items", ", ").join(str(text) for text in texts)


def full_text_languages(published: Collection[str]) -> str:
    """Say in which languages the full text is public."""
    if set(published) == set(languages.LANGUAGES):
        return _("Chinese and English")
    return _("Chinese only") if languages.CHINESE in published else _("English only")
