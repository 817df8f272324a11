"""The base of read-only resources."""

from typing import Any

from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

FRESH_FOR = 60  # seconds an answer may be kept on the way


# The tag is made of the answer itself: names of places and themes are part of it, so no version
# of one object could vouch for it.
@method_decorator(conditional_page, name="dispatch")
class ReadOnlyView(APIView):
    """Answers GET in JSON, to everyone, without looking at who asks; tags its answers."""

    authentication_classes = ()
    renderer_classes = (JSONRenderer,)
    http_method_names = ("get", "head", "options")

    def finalize_response(
        self, request: Request, response: Any, *args: Any, **kwargs: Any
    ) -> Response:
        """Only answers are kept on the way; a refusal is one visitor's own."""
        final = super().finalize_response(request, response, *args, **kwargs)
        if final.status_code == 200:
            patch_cache_control(final, public=True, max_age=FRESH_FOR)
        else:
            patch_cache_control(final, no_store=True)
        return final
