"""A port of the loopback address for each server, remembered per data folder."""

import random
import socket

RANGE = range(20000, 32000)  # below the ports that systems hand out to outgoing connections


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose() -> int:
    """Return a free port; random, so that two checkouts hardly ever reach for the same one."""
    return next(port for port in random.sample(RANGE, len(RANGE)) if is_free(port))
