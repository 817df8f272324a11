"""What was public and has been withdrawn: its address says so to whoever followed a citation."""

from datetime import date

from django.http import Http404


class Gone(Http404):
    """Answered with 410. `number` is what citations call it by; `day` is that of the withdrawal, None
    where the history no longer goes back so far."""

    def __init__(self, number: str, day: date | None) -> None:
        super().__init__(number)
        self.number = number
        self.day = day
