"""Citations in templates: `{{ citations|citation_rows }}`."""

from django import template

from partnership.core.citations.markup import citation_rows

register = template.Library()
register.filter(citation_rows)
