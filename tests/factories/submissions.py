"""Cases as cities submit them."""

from typing import Any

from partnership.accounts.models import User
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole
from partnership.review import actions, subjects
from partnership.review.models import Submission
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.reference import CityFactory, ThemeFactory


def case_answers(**about: Any) -> dict[str, Any]:
    """Return a form filled completely; the place and the theme it names are made where needed."""
    city = CityFactory()
    theme = ThemeFactory()
    return {
        "about": {
            "title": "Clean beaches of Da Nang",
            "short_title": "Clean beaches",
            "summary": "Fishing crews bring litter ashore and are paid for it.",
            "lead_organisation": "City government (demo)",
            "started": "2024-03",
            "ended": "",
            "results_from": "2024",
            "results_to": "2025",
            **about,
        },
        "places": [{"place": city.code, "site": "North beach"}],
        "kind": {
            "themes": [theme.code],
            "hierarchy_step": "collection",
            "scale": "city",
            "phase": "pilot",
            "waste_streams": ["bottles"],
            "instruments": ["economic"],
        },
        "background": {"background": "Litter reached the beaches with every rain."},
        "measures": [
            {
                "title": "Payment",
                "done": "Crews are paid by weight.",
                "who": "",
                "enabling_factors": "",
            }
        ],
        "results": {"results": "Less litter on four beaches."},
        "indicators": [
            {
                "name": "Litter brought ashore",
                "qualifier": "about",
                "value": "12.5",
                "unit": "t",
                "as_of": "2025-12",
                "period": "January to December 2025",
                "definition": "All litter, wet weight.",
                "method": "",
                "source": "1",
            }
        ],
        "lessons": {
            "success_factors": "Payment on the day.",
            "difficulties": "",
            "did_not_work": "Bins on the quay were stolen.",
            "replication_conditions": "",
            "replications_known": "",
        },
        "sources": [
            {
                "title": "Yearly report",
                "type": "report",
                "author": "",
                "publisher": "City government (demo)",
                "issued": "2026-01",
                "url": "",
            }
        ],
        "money": [],
        "partners": [{"name": "Port authority (demo)", "role": "implementer"}],
        "contact": {"contact_name": "A. Person", "contact_details": "a.person@example.org"},
        "rights": {"accurate": "on", "open_to_all": "on", "not_awarded": "on"},
    }


def city_government(**fields: Any) -> Organisation:
    place = fields.pop("place", None) or CityFactory()
    return OrganisationFactory(type=OrganisationType.CITY_GOVERNMENT, place=place, **fields)


def speaking(user: User, role: MemberRole = MemberRole.SUBMITTER, **fields: Any) -> Membership:
    """Let `user` speak for a city government of its own, or for `organisation`."""
    organisation = fields.pop("organisation", None) or city_government(**fields)
    return MembershipFactory(user=user, organisation=organisation, role=role)


def case_draft(by: User, language: str = "en", **about: Any) -> Submission:
    """Return a complete draft; `by` is made to speak for a city where they speak for none."""
    membership = Membership.objects.live().of(by).first() or speaking(by)
    begun = actions.begin(
        subjects.get("case"), language, by=by, organisation=membership.organisation
    )
    return actions.save_answers(begun, case_answers(**about), by=by, revision=0)


def case_handed_in(by: User, **about: Any) -> Submission:
    draft = case_draft(by, **about)
    return actions.submit(draft, by=by, revision=draft.revision)


def as_posted(answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return answers as a browser sends the form."""
    sent: dict[str, Any] = {}
    for part, values in answers.items():
        if isinstance(values, dict):
            sent |= {f"{part}-{name}": value for name, value in values.items() if value}
            continue
        sent[f"{part}-rows"] = str(len(values))
        for index, row in enumerate(values):
            sent |= {f"{part}-{index}-{name}": value for name, value in row.items() if value}
    return {**sent, **more}
