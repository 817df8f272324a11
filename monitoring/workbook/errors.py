"""Files that are refused whole, and what to do instead."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class Unreadable(DomainError):
    code = "workbook-unreadable"
    message = _(
        "The file cannot be read; it may be cut short. Open it in a spreadsheet program, save it as "
        "XLSX and upload it again."
    )


class WithMacros(DomainError):
    code = "workbook-with-macros"
    message = _("The file contains macros. Save it as XLSX without macros and upload it again.")


class Encrypted(DomainError):
    code = "workbook-encrypted"
    message = _(
        "The file is protected by a password, or in the old XLS format. Take the password off, save "
        "it as XLSX and upload it again."
    )


class TooLarge(DomainError):
    code = "workbook-too-large"
    message = _(
        "The file is too large: 20 MB, 100 MB unpacked and %(most)s rows are taken at once. Divide "
        "it and upload the parts."
    )


class WrongTemplate(DomainError):
    code = "workbook-wrong-template"
    message = _(
        "This is not the present workbook, or another version of it. Download the workbook anew and "
        "copy your rows into it."
    )


class WrongEncoding(DomainError):
    code = "workbook-wrong-encoding"
    message = _("The characters of the CSV file cannot be read. Save it as CSV UTF-8.")
