"""Where a request comes from, as far as that can be trusted.

`X-Forwarded-For` is written by whoever sends the request; only what our own proxies added to its
right end is true. TRUSTED_PROXIES says how many of them stand in front of the portal.
"""

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.http import HttpRequest

UNKNOWN: Final = "0.0.0.0"  # noqa: S104, the address of nobody, not one to listen on
IPV6_PREFIX: Final = 64  # what one subscriber is given; its addresses are one origin


def of(request: HttpRequest) -> str:
    """Return the client's address; UNKNOWN when the server names none (a local socket)."""
    peer = request.META.get("REMOTE_ADDR", "")
    count = settings.TRUSTED_PROXIES
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    if count and len(hops) >= count and _is_address(hops[-count]):
        return hops[-count]
    return peer if _is_address(peer) else UNKNOWN


def network_of(request: HttpRequest) -> str:
    """Return what limits count by: the address, of IPv6 the subscriber's network."""
    address = ip_address(of(request))
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, IPV6_PREFIX), strict=False).network_address)
    return str(getattr(address, "ipv4_mapped", None) or address)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
