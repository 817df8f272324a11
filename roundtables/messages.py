"""Who is told that the outcome of a dialogue is public, or that a project has moved on."""

from partnership.accounts.models import User
from partnership.events.messages import tell_of_page
from partnership.events.models import Registration
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.notifications.actions.telling import notify
from roundtables.addresses import outcome_url, project_url
from roundtables.models import Outcome, Project


def tell_of_outcome(outcome: Outcome, language: str) -> None:
    """Tell people who had a seat and did not stay away, each once, when the document is public in their
    language; who has no account gets a mail. Of demo documents nobody hears."""
    if outcome.is_demo:
        return
    rows = Registration.objects.had_seats().filter(event=outcome.event_id)
    slug, about = outcome.event.slug, f"outcome-{outcome.pk}"
    readers = rows.filter(person__language=language).values("person")
    for person in User.objects.filter(pk__in=readers).order_by("pk"):
        notify(
            "roundtables.outcome",
            person,
            event=about,
            page=lambda: outcome_url(slug),
            dialogue=outcome.event,
        )
    strangers = rows.filter(person__isnull=True, language=language).order_by("pk")
    for row in strangers.select_related("event__place"):
        page = outcome_url(slug, language)
        tell_of_page("roundtables.outcome", row, page, about=about, dialogue=outcome.event)


def tell_of_step(project: Project) -> None:
    """Tell those who submit for its partners, each once, at what stage a public project is now. Of demo
    projects nobody hears."""
    if project.is_demo or not project.is_public:
        return
    rows = Membership.objects.with_right(Right.SUBMIT).select_related("user", "organisation")
    partners = project.partners.values("organisation")
    told = {row.user_id: row for row in rows.filter(organisation__in=partners).in_order()}
    for row in told.values():
        notify(
            "roundtables.project",
            row.user,
            event=f"project-{project.pk}-{project.stage}",
            page=lambda: project_url(project.slug),
            project=project,
            organisation=row.organisation,
        )
