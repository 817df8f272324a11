"""Chinese figures in groups of three with a comma, as GB/T 15835-2011 allows; Django has none."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
