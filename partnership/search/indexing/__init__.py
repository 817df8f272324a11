"""Keeping the index in step with what is public."""
