"""Two people at once, each on a real connection."""

import threading

from django.db import connection


def in_parallel(*acts):
    """Run each act on a connection of its own, all at once; returns what each returned or raised."""
    outcomes = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def run(place, act):
        try:
            gate.wait(timeout=20)
            outcomes[place] = act()
        except Exception as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes
