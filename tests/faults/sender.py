"""Senders of messages in processes of their own: run as `python -m tests.faults.sender`.

Django is set up once; each line read starts one more sender, whose process number is printed.
"""

import os
import signal
import sys
import threading

import django

django.setup()

from partnership.notifications import sweeping  # noqa: E402, models need a Django that is set up

sweeping.EVERY = 0.1  # type: ignore[misc]  # seconds; nobody waits for ten here
signal.signal(signal.SIGCHLD, signal.SIG_IGN)

for _line in sys.stdin:
    child = os.fork()
    if child == 0:
        sweeping.sweep_until(threading.Event(), alive=lambda: None)
    sys.stdout.write(f"{child}\n")
    sys.stdout.flush()
