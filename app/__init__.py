"""Strongroom: questions to your own confidential documents, on your own machine."""

__version__ = "0.1.0"
