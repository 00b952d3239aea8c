"""Questions for everything: what they ask for, and all that answers them, page by page."""
