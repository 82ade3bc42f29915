"""Feeds of full texts in RSS 2.0, Atom and JSON Feed, for everything and for each entry of the register.

`addresses` where they are, `channel` what one is of, `archive` which editions a document holds, `items` an edition as
values of no format, `rss`, `atom` and `json_feed` one writer a format, `validators` what a reader may keep, `views`.
"""
