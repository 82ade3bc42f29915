"""Print what the copy check of a text costs, and of one block of it while somebody writes.

DJANGO_SETTINGS_MODULE=tests.settings uv run python -m tests.benchmarks.copy_check [--words 5000] [--names 5000]
"""

import argparse
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from articles.press.copy.checking import check, check_block
from articles.press.copy.document import Document, body_blocks
from articles.press.copy.house import House
from articles.press.copy.repairing import repaired

# The bar of 150 ms is for 5,000 words. The least of several runs: what else the machine does only adds.
RUNS = 5
SAMPLES = Path(__file__).parents[2] / "articles" / "desk" / "importers" / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.copy_check", description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--names", type=int, default=5000, help="names of the register, two words each")
    asked = parser.parse_args()
    body = text_of(asked.words)
    names = frozenset(f"اسم{n} عائلة{n}" for n in range(asked.names))
    document = Document(title="عنوان التقرير", body=body)
    print(f"{asked.words} words, {asked.names} names; milliseconds of CPU")  # noqa: T201
    for what, act in {
        "check": lambda: check(document, "ar", House(names=names)),
        "repair": lambda: repaired(document, "ar", House(names=names)),
        "one block": lambda: check_block(body_blocks(body[: body.index("</p>") + 4], "ar")[0], "ar", House()),
    }.items():
        print(f"{what:10} {milliseconds(act):8.1f}")  # noqa: T201


def text_of(words: int) -> str:
    """So many words of the samples, with what a writer gets wrong in every paragraph."""
    lines = [line for path in sorted(SAMPLES.glob("*.ar.txt")) for line in path.read_text().splitlines() if line]
    found: list[str] = []
    count = 0
    while count < words:
        for line in lines:
            found.append(f"<p>{escape(line)} و هذا  خطأ ، فى آخرها...</p>")
            count += len(line.split()) + 6
            if count >= words:
                break
    return "".join(found)


def milliseconds(act: Callable[[], object]) -> float:
    """The least CPU time of several runs."""

    def once() -> float:
        begun = time.process_time()
        act()
        return time.process_time() - begun

    return 1000 * min(once() for _run in range(RUNS))


if __name__ == "__main__":
    main()
