"""What a visitor is told when the database was too busy to answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partnership.core.page_cache import FOR_ONE
from partnership.search.errors import TookTooLong

View = Callable[..., HttpResponse]


def within_time(view: View) -> View:
    """Let a view of what a text finds answer with a page of its own when that takes too long."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except TookTooLong as late:
            context = {"reason": str(late), "query": {"text": request.GET.get("q", "")}}
            response = render(request, "search/late.html", context, status=503)
            response.headers["Cache-Control"] = FOR_ONE
            response.headers["Retry-After"] = str(late.retry_after)
            return response

    return answering
