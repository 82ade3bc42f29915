"""Three rooms, one arrow: desk → press → site.

What Django insists on stands here: models/, admin.py, commands and migrations. Each room is a folder with a README.
tests/test_rooms.py holds the walls.
"""
