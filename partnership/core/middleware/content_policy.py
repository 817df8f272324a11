"""What a page may load: strict everywhere, a little looser for the admin's theme."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

ADMIN_PATH = "/admin/"


class ContentPolicyMiddleware(CSPMiddleware):
    """Adds the admin's allowances below its path, unless the view has set a policy of its own."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(ADMIN_PATH) and parts.replace is None and not report_only:
            parts.replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
