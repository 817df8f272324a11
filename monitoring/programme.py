"""What trainings add to the page of an event."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from monitoring.models import Score, Trainer, Training
from partnership.core import languages
from partnership.core.rich_text import render
from partnership.core.text_lines import lines_of
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.programmes import Part, Programme, Stage, register, texts_of

FEWEST: Final = 5  # people, below which a mean would say something about one of them


@dataclass(frozen=True)
class TrainingPart:
    """What is taught by whom; after the training, what people had gained."""

    training: Training
    stage: Stage

    @property
    def topics(self) -> list[str]:
        return lines_of(self._text("topics"))

    @property
    def methods(self) -> list[str]:
        return lines_of(self._text("methods"))

    @property
    def prerequisites(self) -> str:
        return render(self._text("prerequisites"))

    @cached_property
    def trainers(self) -> list[dict[str, str]]:
        name, about = languages.column("name"), languages.column("about")
        rows = self.training.event.trainers.all()
        return [
            {"name": getattr(row, name) or str(row), "about": getattr(row, about)} for row in rows
        ]

    @cached_property
    def gain(self) -> str:
        """How the mean of the test has changed; empty while too few took it both times."""
        if self.stage != Stage.AFTER or not self.training.full_marks:
            return ""
        gain = Score.objects.of_event(self.training.event).gain()
        if gain is None or gain.people < FEWEST:
            return ""
        words = ngettext(
            "Of %(most)d marks, %(people)d participant reached %(before)s on average before the "
            "training and %(after)s after it.",
            "Of %(most)d marks, %(people)d participants reached %(before)s on average before the "
            "training and %(after)s after it.",
            gain.people,
        )
        return words % {
            "most": self.training.full_marks,
            "people": gain.people,
            "before": number_format(gain.before, 1),
            "after": number_format(gain.after, 1),
        }

    def _text(self, name: str) -> str:
        return getattr(self.training, languages.column(name)) or ""


def part(event: Event, stage: Stage) -> Part | None:
    """Return what the training of `event` has to show; None while it was not described."""
    found = Training.objects.filter(pk=event.pk).first()
    if found is None:
        return None
    found.event = event
    facts = []
    if found.certificate_share:
        words = _("from %(share)d%% attendance") % {"share": found.certificate_share}
        facts.append({"term": _("Certificate"), "value": words})
    return Part("monitoring/part.html", TrainingPart(found, stage), facts)


def certificate_share(event: Event) -> int | None:
    """Return what the training asks for; None without a training or without certificates."""
    found: int | None = (
        Training.objects.filter(pk=event.pk).values_list("certificate_share", flat=True).first()
    )
    return found


register(
    Programme(
        kind=Kind.TRAINING,
        title=gettext_lazy("All trainings"),
        home="monitoring:home",
        part=part,
        certificate_share=certificate_share,
        texts=(
            texts_of(Training, "topics", "methods", "prerequisites"),
            texts_of(Trainer, "name", "about"),
        ),
    )
)
