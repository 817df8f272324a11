"""The portal of the China-ASEAN Marine Plastic Reduction Partnership."""

from partnership.celery import app as celery_app

__all__ = ["celery_app"]
