"""The rows of pages about cases; `cases.markup` says why they are not written in templates."""

from django import template

from cases.markup.citations import citation_rows

register = template.Library()
register.filter(citation_rows)
