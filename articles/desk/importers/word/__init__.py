"""Word and OpenDocument files: what is hostile is refused, the rest made plain, pandoc reads it, HTML comes out."""
