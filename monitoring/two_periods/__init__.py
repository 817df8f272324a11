"""Two periods of a site, city, country or the region beside each other: the page and the API."""
