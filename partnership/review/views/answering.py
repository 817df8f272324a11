"""Answering comments, one by one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.review import actions, policies
from partnership.review.forms import AnswerForm
from partnership.review.models import FieldComment
from partnership.review.views.finding import found, require


@login_required
@require_POST
def answer(request: SignedInRequest, key: UUID, comment: int) -> HttpResponse:
    """Answer one comment and stay at its place on the page."""
    submission = found(request, key)
    rows = FieldComment.objects.visible_to(request.user).filter(submission=submission)
    remark: FieldComment = get_object_or_404(rows, pk=comment)
    require(policies.may_answer(request.user, remark))
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer(remark, form.cleaned_data["answer"], by=request.user)
        except DomainError as refused:
            messages.error(request, str(refused))
    else:
        messages.error(request, _("The answer is empty or too long; at most 4,000 characters."))
    return redirect(f"{reverse('review:detail', args=[key])}#comment-{remark.pk}")
