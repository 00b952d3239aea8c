"""The left pane: the documents there are, and the work on them."""
