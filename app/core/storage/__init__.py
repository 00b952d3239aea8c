"""The vault's own files: the catalogue, the vectors, how they are checked and mended."""
