"""Check the files that wait in quarantine now, without waiting for the clock."""

from typing import Any

from django.core.management.base import BaseCommand

from partnership.documents import actions
from partnership.documents.models import StoredFile


class Command(BaseCommand):
    help = (
        "Check the files that wait in quarantine (the virus scanner did not answer, or a request "
        "was cut off), and delete bytes that no row names."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        settled = actions.check_waiting()
        unnamed = actions.delete_what_nobody_names()
        still = StoredFile.objects.waiting().count()
        self.stdout.write(f"{settled} settled, {still} waiting, {unnamed} unnamed deleted.")
