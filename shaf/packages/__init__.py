"""What is installed beside our own code: under which licences, and whether anybody has warned of it."""
