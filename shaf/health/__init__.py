"""Whether the installation is in order, part by part: one table, which monitors, the doctor and figures ask."""
