"""Answers of policies: yes, or no with the reason."""

from dataclasses import dataclass

from django.utils.functional import Promise

from partnership.core.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Verdict:
    """True when allowed; otherwise false and `reason` says why, for the person who asked."""

    reason: str | Promise | None = None

    def __bool__(self) -> bool:
        return self.reason is None

    def require(self) -> None:
        """Raise the refusal; actions begin with this."""
        if self.reason is not None:
            raise NotAllowed(self.reason)


ALLOWED = Verdict()
