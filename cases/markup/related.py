"""Cases to read next."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from cases.addresses import case_url
from cases.markup.card import place_html
from cases.related import Reason, Related
from partnership.core.markup import joined

REASONS_SHOWN: Final = 3
RELATED: Final = """<article class="card">
  <p class="card__top">{}</p>
  <h3 class="card__title"><a href="{}">{}</a></h3>
  <ul class="small">{}</ul>
</article>
"""
REASON: Final = '<li><span class="soft">{}</span> {}</li>'


def related_cards(related: Iterable[Related]) -> SafeString:
    """Return each case with what it has in common with the one that is read."""
    return joined(
        RELATED,
        [
            (
                place_html(item.place),
                case_url(item.number, item.slug),
                item.title,
                _reasons(item.reasons[:REASONS_SHOWN]),
            )
            for item in related
        ],
    )


def _reasons(reasons: Iterable[Reason]) -> SafeString:
    between = pgettext("between items", ", ")
    return joined(
        REASON, [(reason.kind, between.join(map(str, reason.names))) for reason in reasons]
    )
