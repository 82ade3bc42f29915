"""Three rooms, one arrow: desk → press → site.

The desk is this app's own modules (models, workflow, admin, importers). The press (articles/press/) freezes a
manuscript into an edition. The site (articles/site/) shows editions and knows nothing else. tests/test_rooms.py holds
the walls.
"""
