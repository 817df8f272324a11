"""What is kept of trainers, of people's tests, and of who surveyed."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy
from partnership.core.privacy import ONESELF, PersonalField
from partnership.events.privacy import OVER


def _trainer(field: str) -> PersonalField:
    return PersonalField(
        "monitoring.trainer",
        field,
        purpose=_("Everyone reads who teaches at a training; the trainer has agreed to it."),
        retention=_("As long as the page of the training is public."),
        seen_by=(ONESELF, Role.SECRETARIAT.value),
        masked=False,
    )


def _score(field: str) -> PersonalField:
    return PersonalField(
        "monitoring.score",
        field,
        purpose=_("To show what a training achieves, as the mean of all who took the test."),
        retention=_("A year after the event; then it is a number of nobody."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=OVER,
        seen_by=(Role.SECRETARIAT.value,),
    )


def _team(field: str) -> PersonalField:
    return PersonalField(
        "monitoring.survey",
        field,
        purpose=_("To ask about a survey whoever made it, and to say how much work it was."),
        retention=_("As long as the survey."),
        seen_by=(Role.SECRETARIAT.value, Role.PUBLISHER.value),
    )


privacy.register(
    *(_trainer(field) for field in ("name_zh_hans", "name_en", "about_zh_hans", "about_en")),
    _score("before"),
    _score("after"),
    *(_team(field) for field in ("leader", "people", "hours")),
)
