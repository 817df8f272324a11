"""Writes docs/permissions.md: `python -m tests.permissions`, or `make permissions`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.test")
os.environ.setdefault("DATABASE_URL", "postgres://nobody@127.0.0.1/none")  # none is asked
django.setup()

from tests.permissions import document  # noqa: E402, models need a Django that is set up

document.write()
