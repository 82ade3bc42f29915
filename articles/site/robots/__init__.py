"""What machines ask for at the root of the site, once for both languages: sitemaps, robots, security, llms.txt."""
