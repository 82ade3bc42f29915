"""The site's own typeface: subsets of a declared package, made once and served as static files."""
