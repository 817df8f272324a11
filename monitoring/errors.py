"""What trainings and surveys refuse, and what to do instead."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class NoTest(DomainError):
    code = "no-test"
    message = _("This training has no test. Give its full marks in the form of the event first.")


class NotAParticipant(DomainError):
    code = "not-a-participant"
    message = _("Marks are kept of confirmed participants only. Reload the page.")


class TooManyMarks(DomainError):
    code = "too-many-marks"
    message = _("There are %(most)d marks at most. Correct the results above that.")


class TooManyUploads(DomainError):
    code = "too-many-uploads"
    message = _(
        "Three of your files are under way, or you have sent fifty since yesterday. Nothing was "
        "stored. Wait until one is done, or cancel one under “My uploads”."
    )


class TooManyFiles(DomainError):
    code = "too-many-files"
    message = _(
        "Many files are being made at the moment. Ask again in some minutes, or choose a city or a "
        "year to get a smaller file at once."
    )


class AlreadySurveyed(DomainError):
    code = "M051"
    message = _(
        "This transect has an approved survey with this replicate number on this day already. Return "
        "the survey and ask for another replicate number, or decline it."
    )


class ProfileUnderWay(DomainError):
    code = "profile-under-way"
    message = _(
        "The waste profile of your city for %(year)s has been begun already and is not decided yet. Go "
        "on with it under “My submissions”."
    )


class NothingToReport(DomainError):
    code = "nothing-to-report"
    message = _(
        "No approved survey of this area lies in these years. Choose other years, or come back when "
        "surveys have been approved."
    )


class NothingFrozen(DomainError):
    code = "no-computed-report"
    message = _(
        "There is no monitoring report of this city for %(year)s yet. Ask somebody who submits for your "
        "organisation to begin the annual report, or to make the monitoring report first."
    )


class ComputedWithdrawn(DomainError):
    code = "computed-part-withdrawn"
    message = _(
        "The computed part %(number)s has been withdrawn since this report was begun. Return the report, "
        "or decline it, and ask the city to begin a new one around the present figures."
    )


class WithdrawnAlready(DomainError):
    code = "report-withdrawn"
    message = _("Report %(number)s has been withdrawn already. Reload the page.")


class SameAsBefore(DomainError):
    code = "same-report"
    message = _(
        "Nothing has changed since report %(number)s was made, so it still holds. Make a new version "
        "when further surveys have been approved."
    )
