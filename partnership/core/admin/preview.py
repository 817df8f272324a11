"""A draft as readers will see it, in either language, for staff alone.

The public template is shown below a bar that says what it is; the public pages' strict policy
holds for it, no cache keeps it and no search engine may.
"""

from typing import Any

from csp.decorators import csp_replace
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from partnership.core import languages


class PreviewMixin(ModelAdmin):
    """Adds the preview below the object's own address."""

    def preview(self, obj: Any, language: str) -> tuple[str, dict[str, object]]:
        """Return template and context of the public page, with every text, public or not."""
        raise NotImplementedError

    def preview_url(self, obj: Any, language: str) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        return reverse(name, args=[obj.pk, language])

    def get_urls(self) -> list[URLPattern]:
        uncached: Any = cache_control(private=True, no_store=True)(require_safe(self.preview_view))
        view = self.admin_site.admin_view(csp_replace({})(uncached))
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        return [
            path("<path:object_id>/preview/<slug:language>/", view, name=name),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, object_id: str, language: str) -> HttpResponse:
        """Show the page in `language`, whatever language the person works in."""
        obj = self.get_object(request, object_id)
        if obj is None or language not in languages.LANGUAGES:
            raise Http404
        if not self.has_view_permission(request, obj):
            raise Http404
        with override(language):
            template, context = self.preview(obj, language)
            bar = {
                "page_template": template,
                "counterpart_url": self.preview_url(obj, languages.other(language)),
                "edit_url": reverse(
                    f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk]
                ),
                "is_public": obj.published_at(language) is not None,
            }
            response = render(request, "admin/preview.html", {**context, **bar})
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Content-Language"] = languages.tag(language)
        return response
