"""Answers that are computed from figures of the documents. Begin with `calculating`."""
