"""The projects of an organisation, for its page in an app below this one."""

from typing import Final

from django import template

from partnership.network.models import Organisation
from roundtables.models import Project
from roundtables.project_cards import ProjectCard, cards_of
from roundtables.querysets import ProjectQuerySet

register = template.Library()

MOST_PROJECTS: Final = 24


@register.simple_tag
def projects_of(organisation: Organisation) -> list[ProjectCard]:
    """Return the cards of the public projects it takes part in, those that moved last first."""
    public: ProjectQuerySet = Project.objects.published().of_organisation(organisation.pk)
    latest: ProjectQuerySet = public.moved_last_first()[:MOST_PROJECTS]
    return cards_of(latest)
