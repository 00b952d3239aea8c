"""The panel that shows how Strongroom is locked."""
