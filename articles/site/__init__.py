"""The site: what a stranger may see. It reads editions and the register, and writes nothing."""
