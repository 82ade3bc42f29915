"""What is true of the whole product: its bounds, and the release that made what is derived."""
