"""One file of database and media, made while the site runs, and an installation made of it again, on either database."""
