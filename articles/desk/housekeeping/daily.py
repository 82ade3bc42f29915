"""Once a day, by a round of the worker."""

import logging
from datetime import timedelta

from django.db import DatabaseError

from articles.desk.housekeeping.kinds import sweep
from shaf import heartbeats

logger = logging.getLogger(__name__)
HOUSEKEEPING = "housekeeping"
EVERY = timedelta(days=1)


def keep_house() -> None:
    """Sweep where the last time is a day ago. Two workers that look at one moment both do, which does no harm."""
    last = heartbeats.age(HOUSEKEEPING)
    if last is not None and last < EVERY:
        return
    # Before, so that what fails is tried again tomorrow, and not with each round.
    heartbeats.beat(HOUSEKEEPING)
    try:
        swept = [f"{found.kind.name}: {found.count}" for found in sweep() if found.count]
    except (DatabaseError, OSError):
        logger.exception("Housekeeping failed; it is tried again in a day.")
        return
    logger.info("Housekeeping let go of %s.", ", ".join(swept) or "nothing")
