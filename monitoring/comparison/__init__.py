"""Compares the statistics with files of known answers (`manage.py compare_with_reference`).

It reads the files of litteR, the reference software for beach litter, and works like it from there,
with the functions of `monitoring.statistics`. Nothing here is used by the portal's pages.
"""
