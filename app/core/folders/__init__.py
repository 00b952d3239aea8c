"""The folders that documents lie in, and what changes there."""
