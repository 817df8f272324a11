"""What is kept of trainers and of people's tests."""

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


privacy.register(
    *(_trainer(field) for field in ("name_zh_hans", "name_en", "about_zh_hans", "about_en")),
    _score("before"),
    _score("after"),
)
