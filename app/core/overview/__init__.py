"""Whole documents: what they say in short, and where they differ. Begin with `summarizing`."""
