"""One file of database and pictures, made while the site runs; and an installation made of it, on either database."""
