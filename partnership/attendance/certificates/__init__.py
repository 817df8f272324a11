"""Certificates: their numbers and codes, what is printed, and the PDF."""
