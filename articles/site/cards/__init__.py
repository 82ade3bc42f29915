"""Social cards: what a messenger shows of a report that somebody shares, drawn from its edition."""
