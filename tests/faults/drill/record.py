"""What became of messages and forms in one fault, and whether that is what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass

RECOVERY = 60.0  # seconds after the fault ends
WEB_P95 = 1.0  # seconds, while Valkey is away, hung, full or emptied


@dataclass(frozen=True, kw_only=True)
class Record:
    """The figures of one fault. Times are in seconds.

    `in_hand` counts the tries whose outcome nobody knows: the sender was killed, or the mail
    server gave no answer, while it had the message. Only these may come twice.
    """

    fault: str
    title: str
    messages: int
    forms: int
    lost: int = 0
    doubled: int = 0
    kills: int = 0
    in_hand: int = 0
    rolled_back: int = 0
    unfinished: int = 0
    wrongly_ended: int = 0
    forms_lost: int = 0
    forms_doubled: int = 0
    forms_refused: int = 0
    recovery: float = 0.0
    web_p95: float = 0.0
    load: float = 0.0
    may_double: bool = False
    web_is_judged: bool = False

    @property
    def broken(self) -> list[str]:
        """Return the promises that were not kept."""
        never = ("lost", "rolled_back", "unfinished", "wrongly_ended", "forms_lost")
        never += ("forms_doubled", "forms_refused")
        found = [f"{name} {getattr(self, name)}" for name in never if getattr(self, name)]
        found += self._doubled() + self._slow()
        return found

    def _doubled(self) -> Iterable[str]:
        allowed = self.in_hand if self.may_double else 0
        return [f"doubled {self.doubled} of {allowed}"] if self.doubled > allowed else []

    def _slow(self) -> list[str]:
        found = []
        if self.recovery > RECOVERY:
            found.append(f"recovery {self.recovery:.0f} s")
        if self.web_is_judged and self.web_p95 >= WEB_P95:
            found.append(f"web p95 {self.web_p95:.2f} s")
        return found
