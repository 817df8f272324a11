"""Fill an empty portal with reference data and marked demo content."""

from argparse import ArgumentParser
from typing import Any, Final, Protocol

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases import demo as cases
from cases.demo import pictures, submissions
from monitoring import demo as monitoring
from outreach import demo as outreach
from partnership.accounts import demo as accounts
from partnership.attendance import demo as attendance
from partnership.core.content_files import Report
from partnership.events import demo as events
from partnership.network import demo as network
from partnership.nominations import demo as nominations
from partnership.portal import content
from partnership.reports import demo as reports
from roundtables import demo as roundtables


class Loader(Protocol):
    def __call__(self, *, check_only: bool) -> Report: ...


PARTS: Final[tuple[tuple[str, Loader], ...]] = (
    ("Pages", content.load_pages),
    ("Organisations", network.load),
    ("Pictures", pictures.load),
    ("Cases", cases.load),
    ("Roundtable dialogues", roundtables.load),
    ("Outcome documents", roundtables.load_outcomes),
    ("Projects", roundtables.load_projects),
    ("Trainings", monitoring.load),
    ("Clean-ups", outreach.load),
    ("Notices and news", content.load_demo),
)


class Command(BaseCommand):
    help = (
        "Load the reference data, then create or update the demo content. Each part is written "
        "whole or not at all; a second run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="examine the files, write nothing")
        parser.add_argument("--quiet", action="store_true", help="do not list warnings")

    def handle(self, *args: Any, check: bool, quiet: bool, **options: Any) -> None:
        call_command("load_reference", check=check, stdout=self.stdout, stderr=self.stderr)
        if settings.DEMO and not check:
            self.stdout.write(f"People: {len(accounts.load())} created.")
        if check:
            with transaction.atomic():  # cases name organisations, so all are there until the end
                self._load(quiet=quiet, with_files=False)
                transaction.set_rollback(True)
            return
        self._load(quiet=quiet, with_files=True)
        if settings.DEMO:
            self.stdout.write(f"Memberships: {network.join()} created.")
            self.stdout.write(f"Commitments: {network.commit()} created.")
            self.stdout.write(f"Commitments of dialogues: {roundtables.tie_commitments()} tied.")
            self.stdout.write(f"Surveys: {monitoring.surveys.load()} created.")
            self.stdout.write(f"Surveys at sea: {monitoring.sea.load()} created.")
            self.stdout.write(f"Samples: {monitoring.samples.load()} created.")
            self.stdout.write(f"Waste profiles: {monitoring.waste.load()} created.")
            self.stdout.write(f"Results: {monitoring.renew()} computed.")
            self.stdout.write(f"Monitoring reports: {monitoring.reports.load()} created.")
            self.stdout.write(f"Annual city reports: {monitoring.annual.load()} created.")
            self.stdout.write(f"Submissions: {submissions.load()} created.")
            self.stdout.write(f"Registrations: {events.register()} created.")
            self.stdout.write(f"Nominations: {nominations.load()} created.")
            self.stdout.write(f"City reports: {reports.load()} created.")
            self.stdout.write(f"Attendance: of {attendance.load()} events noted.")
            self.stdout.write(f"Requests and enquiries: {network.letters.write()} created.")

    def _load(self, *, quiet: bool, with_files: bool) -> None:
        for noun, load in PARTS:
            report = load(check_only=noun == "Pictures" and not with_files)
            for warning in [] if quiet else report.warnings:
                self.stdout.write(f"warning: {warning}")
            self._tell(noun, report)

    def _tell(self, noun: str, report: Report) -> None:
        for fault in report.faults:
            self.stderr.write(str(fault))
        if report.faults:
            raise CommandError(f"{noun}: {len(report.faults)} faults; nothing was written.")
        self.stdout.write(
            f"{noun}: {len(report.created)} created, {len(report.changed)} changed, "
            f"{len(report.unchanged)} unchanged, {len(report.kept)} touched by people and left alone."
        )
