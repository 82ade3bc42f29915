"""A report on paper: the PDF of an edition, made once after it was published.

Wiring: it joins what the press prints and how the site cites it.
"""
