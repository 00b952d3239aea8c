"""Whether what a sentence says stands in the documents, and where. Begin with `grounder`."""
