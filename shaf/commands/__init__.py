"""What commands have in common that take long: progress, interruption, and that one alone is at work."""
