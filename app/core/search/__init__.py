"""Finding pages: by meaning, by keyword, by rows of tables, and exactly."""
