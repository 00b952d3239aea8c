"""Carrying a whole library as one file: made, checked byte by byte, and taken in."""
