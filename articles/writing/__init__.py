"""The parts of the report's form that are not stock: attribution, names added on the spot, cover, counts."""
