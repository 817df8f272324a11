"""The cases of an organisation, for its page in an app below this one."""

from typing import Final

from django import template
from django.utils.safestring import SafeString

from cases.listing.fragments import cards_html
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.network.models import Organisation

register = template.Library()

MOST_CASES: Final = 24


@register.simple_tag
def cases_of(organisation: Organisation) -> SafeString:
    """Return the cards of the organisation's public cases, the latest first."""
    public: CaseQuerySet = Case.objects.published().of_organisation(organisation)
    return cards_html(list(public.latest_first().values_list("pk", "version")[:MOST_CASES]))
