"""Abstract bases and the audit trail."""

from partnership.core.models.audit import AuditEvent
from partnership.core.models.made_file import MadeFile, MadeFileQuerySet
from partnership.core.models.publication import Publication, PublicationQuerySet
from partnership.core.models.publication_version import PublicationVersion
from partnership.core.models.spent_ticket import SpentTicket
from partnership.core.models.timestamps import TimeStamped

__all__ = [
    "AuditEvent",
    "MadeFile",
    "MadeFileQuerySet",
    "Publication",
    "PublicationQuerySet",
    "PublicationVersion",
    "SpentTicket",
    "TimeStamped",
]
