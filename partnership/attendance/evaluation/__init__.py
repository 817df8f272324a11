"""Evaluation: who may answer, the usual questions, and what came of it."""
