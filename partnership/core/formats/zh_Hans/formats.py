"""Chinese figures in groups of three with a comma, as GB/T 15835-2011 allows; Django has none. A time
says whose it is."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
DATETIME_FORMAT = "Y年n月j日 H:i（北京时间）"  # the portal's own, TIME_ZONE
