"""What attendance asks of the secretariat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.attendance.choices import ARRANGERS
from partnership.attendance.models import Plan
from partnership.core.admin.waiting import Question, register

register(
    Question(
        title=_("Events whose certificates can be issued"),
        advice=_("Look through the attendance, then issue them from the attendance plan."),
        roles=ARRANGERS,
        find=Plan.objects.to_certify,
        link=lambda: reverse("admin:attendance_plan_changelist") + "?waits=certificates",
        rank=22,
        deeds=("issue-certificates",),
    ),
    Question(
        title=_("Evaluations to begin"),
        advice=_("The event took place and the questions are there: invite who attended."),
        roles=ARRANGERS,
        find=Plan.objects.to_evaluate,
        link=lambda: reverse("admin:attendance_plan_changelist") + "?waits=evaluation",
        rank=24,
        deeds=("begin-evaluation",),
    ),
)
