"""What the case collection asks of the secretariat."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import EDITORS, PUBLISHERS
from cases.models import Case
from partnership.core.admin.waiting import Question, register


def listed(work: str) -> Callable[[], str]:
    """Return the way to the list that the filter of this name narrows down."""
    return lambda: f"{reverse('admin:cases_case_changelist')}?work={work}"


register(
    Question(
        title=_("Cases ready to publish"),
        advice=_("Nothing lacks. Look at the preview, then publish."),
        roles=PUBLISHERS,
        find=Case.objects.ready_to_publish,
        link=listed("ready"),
        rank=10,
        deeds=("publish-zh-hans", "publish-en"),
    ),
    Question(
        title=_("Facts to check again"),
        advice=_("Compare figures and links of these public cases with their sources."),
        roles=EDITORS,
        find=lambda: Case.objects.due_for_check(timezone.localdate()),
        link=listed("check"),
        rank=20,
        deeds=("confirm-facts",),
    ),
    Question(
        title=_("Public cases whose facts nobody has checked"),
        advice=_("Compare them with their sources and note the check."),
        roles=EDITORS,
        find=Case.objects.never_checked,
        link=listed("unchecked"),
        rank=25,
        deeds=("confirm-facts",),
    ),
    Question(
        title=_("Cases in Chinese only"),
        advice=_("Finish the English text, so that partners abroad can read them in full."),
        roles=EDITORS,
        find=Case.objects.in_chinese_only,
        link=listed("translate"),
        rank=30,
    ),
    Question(
        title=_("Cases with warnings"),
        advice=_("Each form says what to look at: lengths, figures that differ, doubles."),
        roles=EDITORS,
        find=Case.objects.with_warnings,
        link=listed("warnings"),
        rank=40,
    ),
    Question(
        title=_("Unfinished drafts of cases"),
        advice=_("Each form says what is missing for publication."),
        roles=EDITORS,
        find=Case.objects.unfinished_drafts,
        link=listed("unfinished"),
        rank=50,
    ),
)
