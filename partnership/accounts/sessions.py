"""The session engine: Django's, with the limits enforced where a session is read.

A session past its limits is not loaded, whichever view, middleware or API asks for it; pages
that never look at the session stay untouched by it.
"""

from datetime import datetime, timedelta
from typing import Any, Final, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

from partnership.accounts.choices import SessionEnd
from partnership.accounts.models import Session

STARTED: Final = "signed_in_at"
CLIENT: Final = "client"
ENDED: Final = "sign_in_ended"  # in the next session: why the last one ended
NOTED_EVERY: Final = timedelta(minutes=1)  # how exactly the last activity is known


class SessionStore(db.SessionStore):
    """Keeps `ended` and `ended_for` when the limits refused the session that was asked for."""

    ended: SessionEnd | None = None
    ended_for: int | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        now = timezone.now()
        row = self._row(now)
        if row is None:
            self._session_key = None
            return {}
        self.ended = row.end(now)
        if self.ended:
            return self._refuse(row)
        self._note_activity(row, now)
        return self.decode(row.session_data)

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Project what lists and limits need out of the data into columns."""
        session = cast(Session, super().create_model_instance(data))
        now = timezone.now()
        client = data.get(CLIENT, {})
        session.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        session.started_at = datetime.fromisoformat(data[STARTED]) if STARTED in data else now
        session.seen_at = now
        session.address = client.get("address")
        session.browser = client.get("browser", "")
        return session

    def _row(self, now: datetime) -> Session | None:
        if not self.session_key:
            return None
        rows = Session.objects.open(now).select_related("user")
        return rows.filter(session_key=self.session_key).first()

    def _refuse(self, row: Session) -> dict[str, Any]:
        self.ended_for = row.user_id
        self._session_key = None
        row.delete()
        return {}

    def _note_activity(self, row: Session, now: datetime) -> None:
        if now - row.seen_at >= NOTED_EVERY:
            Session.objects.filter(session_key=row.session_key).update(seen_at=now)
