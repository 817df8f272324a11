"""What a sheet lacks before it may be submitted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend; `path` leads to the field, empty for the sheet as a whole. `code` names
    the rule where the subject's rules have codes."""

    path: str
    label: str
    message: str
    code: str = ""

    @property
    def anchor(self) -> str:
        """Where the field stands on the page of the form."""
        return f"id_{self.path.replace('.', '-')}"

    def __str__(self) -> str:
        return f"{self.label}: {self.message}" if self.label else self.message
