"""Who is told that the outcome of a dialogue is public, or that a project has moved on."""

from partnership.accounts.models import User
from partnership.events.models import Registration
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.notifications.actions.telling import notify
from roundtables.addresses import outcome_url, project_url
from roundtables.models import Outcome, Project


def tell_of_outcome(outcome: Outcome, language: str) -> None:
    """Tell people with an account who had a seat and did not stay away, each once, when the document
    is public in their language. Of demo documents nobody hears."""
    if outcome.is_demo:
        return
    rows = Registration.objects.had_seats().filter(
        event=outcome.event_id, person__language=language
    )
    slug = outcome.event.slug
    for person in User.objects.filter(pk__in=rows.values("person")).order_by("pk"):
        notify(
            "roundtables.outcome",
            person,
            event=f"outcome-{outcome.pk}",
            page=lambda: outcome_url(slug),
            dialogue=outcome.event,
        )


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
