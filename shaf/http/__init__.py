"""What surrounds every request: middleware, health, static files, the preview that joins the rooms."""
