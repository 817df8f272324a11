"""How often strangers may ask."""

import logging
from typing import Any

from django.conf import settings
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle

from partnership.core.client_address import network_of

logger = logging.getLogger(__name__)


class AnonymousThrottle(AnonRateThrottle):
    """Counts requests per address in the cache. Without a cache everybody may ask: a limit that
    shuts the API when its counter is away would be the larger evil."""

    def get_rate(self) -> str | None:
        return settings.API_RATE_ANONYMOUS or None

    def get_ident(self, request: Request) -> str:
        return network_of(request)

    def allow_request(self, request: Request, view: Any) -> bool:
        try:
            return super().allow_request(request, view)
        except (RedisError, OSError):
            logger.warning("The cache does not answer; the API is not limited.")
            return True
