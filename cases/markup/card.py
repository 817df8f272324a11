"""A case in a list."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.addresses import case_url
from cases.cards import CardPlace, CaseCard
from partnership.core import languages
from partnership.core.markup import filled, joined
from partnership.core.templatetags.icons import icon
from partnership.documents.on_page import picture_html

THEMES_SHOWN: Final = 2
WIDTH_ON_SCREEN: Final = "(min-width: 62rem) 24rem, (min-width: 40rem) 45vw, 100vw"
CARD: Final = """<article class="card">
  {8}<p class="card__top meta">{0}{1}</p>
  <h3 class="card__title" lang="{2}"><a href="{3}">{4}</a></h3>
  <p class="card__summary" lang="{2}">{5}</p>
  {6}<ul class="badges">{7}</ul>
</article>
"""
PLACE: Final = '<span class="card__place">{}{}</span>'
YEAR: Final = '<time datetime="{}">{}</time>'
BADGE: Final = '<li><span class="badge{}">{}</span></li>'
THEMES: Final = '<p class="meta">{}</p>\n  '


def card_html(card: CaseCard) -> SafeString:
    """Return the card with the words and the address of the active language."""
    language = languages.current()
    return filled(
        CARD,
        place_html(card.places[0] if card.places else None),
        filled(YEAR, card.started, card.started[:4]) if card.started else "",
        card.text_tag,
        case_url(card.number, card.slug, language),
        card.title,
        card.summary,
        _themes(card, language),
        _badges(language, card.is_demo, card.evidence_grade, card.published),
        picture_html(card.picture, WIDTH_ON_SCREEN) if card.picture else "",
    )


def place_html(place: CardPlace | None) -> SafeString:
    """Return the place of a case with its sign."""
    return filled(PLACE, _pin(), place.label) if place else SafeString("")


@cache
def _pin() -> SafeString:
    return icon("map-pin", size=16, aria_hidden="true")


def _themes(card: CaseCard, language: str) -> SafeString | str:
    """Return the names of the first themes."""
    names = [theme.name for theme in card.themes[:THEMES_SHOWN]]
    return filled(THEMES, _between(language).join(names)) if names else ""


@cache
def _between(language: str) -> str:
    return pgettext("between items", ", ")


@cache
def _badges(language: str, is_demo: bool, grade: str, published: Collection[str]) -> SafeString:
    """Return what is said about a case at a glance. There are few such combinations, and looking
    up their words takes longer than writing a card."""
    badges = [(" badge--demo", _("Demo data"))] if is_demo else []
    if grade:
        badges.append((" badge--sea", _("Evidence grade %(grade)s") % {"grade": grade}))
    return joined(BADGE, [*badges, ("", full_text_languages(published))])


def cards_html(cards: Iterable[CaseCard]) -> SafeString:
    return SafeString("".join(map(card_html, cards)))


def full_text_languages(published: Collection[str]) -> str:
    """Say in which languages the full text is public."""
    if set(published) == set(languages.LANGUAGES):
        return _("Chinese and English")
    return _("Chinese only") if languages.CHINESE in published else _("English only")
