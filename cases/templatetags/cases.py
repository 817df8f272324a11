"""How templates name a case and lead to it."""

from collections.abc import Collection, Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.addresses import case_url
from cases.cards import CaseCard
from partnership.core import languages

register = template.Library()


@register.filter
def case_address(card: CaseCard) -> str:
    """Return the address of the case in the page's language."""
    return case_url(card.number, card.slug)


@register.filter
def listed(texts: Iterable[object]) -> str:
    """Join texts as the page's language does."""
    return pgettext("between items", ", ").join(str(text) for text in texts)


@register.filter
def full_text_languages(published: Collection[str]) -> str:
    """Say in which languages the full text is public."""
    if set(published) == set(languages.LANGUAGES):
        return _("Chinese and English")
    return _("Chinese only") if languages.CHINESE in published else _("English only")
