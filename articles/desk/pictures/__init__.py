"""The media library: uploads, their texts, their sizes, and where they are used."""
