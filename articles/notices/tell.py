"""Who is told what of a transition. Called in the verb's own transaction."""

from articles.models import Transition


def tell(transition: Transition) -> None:
    """Write a Notice for everybody whom the transition concerns, and for nobody else."""
