"""Write the pages every portal needs: about, accessibility, privacy, terms."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnership.portal import content


class Command(BaseCommand):
    help = "Create or update the portal's own pages; what people have edited is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        report = content.load_pages()
        if report.faults:
            raise CommandError("\n".join(str(fault) for fault in report.faults))
        self.stdout.write(
            f"Pages: {len(report.created)} created, {len(report.changed)} changed, "
            f"{len(report.unchanged)} unchanged, {len(report.kept)} touched by people and left alone."
        )
