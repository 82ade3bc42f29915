"""What an installation goes through when something fails, tried on the server that is shipped, at its socket.

    uv run python -m tests.drills.kills [--times 300] [--postgresql]

Each module is one drill and prints its figures; it fails where a promise was broken. None runs with the suite.
"""
