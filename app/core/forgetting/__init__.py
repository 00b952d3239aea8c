"""Forgetting documents, and whole vaults, so that nothing of them is left; and proving it."""
