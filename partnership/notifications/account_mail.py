"""Mails about accounts go through the outbox (the setting ACCOUNT_MAILER names this)."""

from partnership.accounts.mail import Mail
from partnership.notifications import outbox
from partnership.notifications.outbox import Draft


def put(mail: Mail) -> None:
    """Write the mail into the outbox, within the caller's transaction."""
    draft = Draft(
        kind=f"accounts.{mail.kind}",
        to_address=mail.to,
        language=mail.language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        recipient_id=mail.person_id,
    )
    outbox.put(draft, is_rehearsal=mail.is_rehearsal)
