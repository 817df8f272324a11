"""The lists of litter items, to browse and to take along."""
