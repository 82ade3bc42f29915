"""Nothing is lost: what is typed is kept before it is saved, and whoever else writes is seen."""
