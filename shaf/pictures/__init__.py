"""Pictures: decoded, re-encoded, stored by their hash, and put into a page."""
