"""Answers out: as rows, as numbers, as pictures."""
