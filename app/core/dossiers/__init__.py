"""Conversations as files that somebody else can check. Begin with `making`."""
