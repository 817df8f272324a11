"""Measuring the search: how well it finds, how fast, beside a plain text search in the same run."""
