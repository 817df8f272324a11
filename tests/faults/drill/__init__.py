"""`make drill`: each fault against real processes, and what became of messages and forms."""
