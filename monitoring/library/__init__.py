"""Policies on plastics and methods of survey, country by country, each with its official source."""
