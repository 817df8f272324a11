"""What somebody says about themselves and their group: from a form, the API, the admin, a file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from partnership.events import contact
from partnership.events.choices import PublishConsent


@dataclass(frozen=True, slots=True)
class Named:
    """An adult of a group."""

    name: str
    latin_name: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """As typed; `columns` brings it into the form in which it is kept."""

    email: str
    language: str
    name: str = ""
    latin_name: str = ""
    organisation_name: str = ""
    position: str = ""
    group_name: str = ""
    other_adults: int = 0
    young_people: int = 0
    children: int = 0
    guardians_agree: bool = False
    members_agree: bool = False
    publish_consent: PublishConsent = PublishConsent.NOBODY
    consent_version: str = ""
    members: tuple[Named, ...] = ()

    @property
    def seats(self) -> int:
        return self.adults + self.minors

    @property
    def adults(self) -> int:
        return 1 + self.other_adults

    @property
    def minors(self) -> int:
        return self.young_people + self.children

    def columns(self, now: datetime) -> dict[str, Any]:
        """Return the columns of a registration."""
        texts = ("name", "latin_name", "organisation_name", "position", "group_name")
        return {
            **{text: contact.name(getattr(self, text)) for text in texts},
            "email": contact.address(self.email),
            "language": self.language,
            "other_adults": self.other_adults,
            "young_people": self.young_people,
            "children": self.children,
            "seats": self.seats,
            "guardians_agreed_at": now if self.guardians_agree else None,
            "members_agreed_at": now if self.members and self.members_agree else None,
            "publish_consent": self.publish_consent,
            "consent_version": self.consent_version,
            "consented_at": now if self.consent_version else None,
        }
