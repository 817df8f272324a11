"""The rows of pages about cases; `cases.markup` says why they are not written in templates."""

from django import template

from cases.markup.citations import citation_rows
from cases.markup.facts import fact_rows, heading_rows, item_rows
from cases.markup.figures import figure_rows, sum_rows
from cases.markup.related import related_cards
from cases.markup.sources import source_rows
from cases.markup.texts import block_rows, lesson_rows
from partnership.core.markup import prose

register = template.Library()

for rows in (
    block_rows,
    citation_rows,
    fact_rows,
    figure_rows,
    heading_rows,
    item_rows,
    lesson_rows,
    prose,
    related_cards,
    source_rows,
    sum_rows,
):
    register.filter(rows)
