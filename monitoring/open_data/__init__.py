"""Approved surveys and samples as files for others: writers over plain rows, the questions apart.

Nothing about a person is in any row, so that no writer can let it out. What was not recorded stays
blank in every file; a zero is there only where somebody looked and found none.
"""
