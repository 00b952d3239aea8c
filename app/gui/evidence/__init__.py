"""The right pane: pages and texts, and what is marked on them."""
