"""What an import left to be done, worked off at the desk."""
