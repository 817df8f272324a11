"""Which language answers a request."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from partnership.core import languages


class LanguageMiddleware(LocaleMiddleware):
    """The address decides; without a language in it the visitor's choice does.

    The admin speaks Chinese unless the person chose English: a browser set to English by its
    maker is no choice. Public addresses never touch session or account here, so that their
    pages can be cached for everyone.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = languages.from_path(request.path_info)
        if language is None and request.path_info.startswith("/admin/"):
            language = languages.chosen(request) or languages.CHINESE
        translation.activate(language or languages.preferred(request))
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response = super().process_response(request, response)
        response.headers["Content-Language"] = languages.tag()
        return response
