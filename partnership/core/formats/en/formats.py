"""Day before month, as the region writes English; a time says whose it is."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = r"j F Y, H:i (\U\T\C+8)"  # the portal's own, TIME_ZONE
