"""What a competent Django developer writes in an hour: the same reports, and nothing but what comes with Django."""
