"""The page of an event from which it is sent into chat groups."""

from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.events import sharing
from partnership.events.models import Event


class SharePageMixin(ModelAdmin):
    """Adds the page below the event's own address."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.share_view))
        return [
            path("<path:object_id>/share/", view, name="events_event_share"),
            *super().get_urls(),
        ]

    def share_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show text and code in each language the event is public in."""
        event = self.get_object(request, object_id)
        if not isinstance(event, Event) or not self.has_view_permission(request, event):
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("Share in chat groups"),
            "object": event,
            "shares": sharing.shares_of(event),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/events/share.html", context)
