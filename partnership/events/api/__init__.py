"""Events and one's own registrations in the API."""
