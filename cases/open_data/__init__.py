"""The public case collection as plain data: for the API and for files.

Drafts, texts in languages that are not public and private fields are in none of it.
"""
