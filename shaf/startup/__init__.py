"""What is read and asked before anything is served: settings, addresses of services, checks."""
