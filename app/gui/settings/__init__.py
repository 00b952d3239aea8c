"""The settings, and the models that are brought."""
