"""Deeds around translations: each asks the policy, locks, changes and leaves a trace."""

from partnership.translations.actions.approving import (
    Approval,
    approvals_of,
    approve,
    sign_published,
)
from partnership.translations.actions.assigning import assign, assign_texts
from partnership.translations.actions.drafts import (
    confirm_minor_edit,
    excuse,
    save_draft,
    send_to_review,
)
from partnership.translations.actions.handouts import hand_out, look_at, take_in
from partnership.translations.actions.publication import require_approved, unapproved

__all__ = [
    "Approval",
    "approvals_of",
    "approve",
    "assign",
    "assign_texts",
    "confirm_minor_edit",
    "excuse",
    "hand_out",
    "look_at",
    "require_approved",
    "save_draft",
    "send_to_review",
    "sign_published",
    "take_in",
    "unapproved",
]
