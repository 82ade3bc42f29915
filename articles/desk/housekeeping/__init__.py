"""What grows for ever, and goes when nobody needs it any more: one table of kinds, and pictures that nothing uses."""
