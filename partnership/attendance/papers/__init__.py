"""Files about the people of an event: the table of registrations, lists, attendance sheets, badges."""
