"""Rows of pages as HTML: what stands on a page twenty or a hundred times.

Pages are templates. A row inside one costs the template engine a few microseconds for each
variable, condition and include, which on a list of twenty cases with a hundred choices beside it
makes ten times the work of everything else. So rows are written here, by `core.markup.filled`,
which escapes every value that is not HTML already, and the templates put them in their place.
"""
