"""The formats of feeds. A new one is a line in each table here, and a writer that views.py names."""

RSS, ATOM, JSON = "rss", "atom", "json"
FORMATS = (RSS, ATOM, JSON)
NAMES = {RSS: "RSS", ATOM: "Atom", JSON: "JSON Feed"}
# What a feed is, said by whoever links to it. The types that they are served with are the writers'.
TYPES = {RSS: "application/rss+xml", ATOM: "application/atom+xml", JSON: "application/feed+json"}
