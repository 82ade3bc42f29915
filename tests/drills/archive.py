"""A made-up archive of WordPress moves in, killed twice on the way and run again: minutes, memory, nothing double.

nice uv run python -m tests.drills.archive [--posts 2000] [--pictures 3000] [--postgresql]
"""

import io
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tests.drills.installation import ROOT, Installation, installation, somebody
from tests.wordpress_files import END, HOME, Item, attachment, export

SAID = (
    "القرار المشهد الأطراف المصالح الحسابات المنطقة السياسة الاقتصاد المياه الحدود الأمن الانتخابات "
    "التحالفات الدولة المؤسسات الإقليم الأزمة التوازن المسار التفاوض المجتمع السوق الطاقة الغذاء التعليم "
    "الإعلام"
)
WORDS = SAID.split()
SEED = 15
PIECE = 500
# Shares of the way at which it is killed.
KILLS = (0.3, 0.65)


def sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _word in range(words)) + "."


def picture(rng: random.Random) -> bytes:
    from PIL import Image

    made = Image.new("RGB", (32, 24), tuple(rng.randrange(256) for _band in range(3)))
    made.putdata([tuple(rng.randrange(256) for _band in range(3)) for _pixel in range(32 * 24)])
    out = io.BytesIO()
    made.resize((1200, 900)).save(out, "JPEG", quality=85)
    return out.getvalue()


def items(posts: int, pictures: int, uploads: Path) -> Iterator[Item]:
    """The entries, and the files of the pictures beside them."""
    rng = random.Random(SEED)
    first = datetime(2014, 1, 5, 9, 0)
    files = [f"{2014 + n % 10}/{1 + n % 12:02d}/صورة-{n}.jpg" for n in range(pictures)]
    for n, file in enumerate(files):
        path = uploads / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture(rng))
        yield attachment(100_000 + n, file, alt=sentence(rng, 5))
    for n in range(posts):
        mine = range(n * pictures // posts, (n + 1) * pictures // posts)
        paragraphs = [sentence(rng, rng.randrange(40, 120)) for _one in range(rng.randrange(6, 14))]
        paragraphs[1:1] = [
            f'[caption id="attachment_{100_000 + m}"]<img class="wp-image-{100_000 + m}" '
            f'src="{HOME}/wp-content/uploads/{files[m].replace(".jpg", "-300x225.jpg")}"> {sentence(rng, 4)}[/caption]'
            for m in mine
        ]
        paragraphs[3] += f"[ref]{sentence(rng, 8)}[/ref]"
        day = first + timedelta(hours=n * 44)
        yield Item(
            n + 1,
            f"{sentence(rng, 6)[:-1]} {n + 1}",
            "\n\n".join([*paragraphs, END]),
            sentence(rng, 15),
            day=f"{day:%Y-%m-%d %H:%M:%S}",
            gmt=f"{day - timedelta(hours=2):%Y-%m-%d %H:%M:%S}",
            name=f"تقرير-{n + 1}",
            terms=[("category", "cairo", "فرع القاهرة"), ("category", "politics", "السياسة")],
            meta={"_thumbnail_id": str(100_000 + mine[0])} if mine else {},
        )


def run(place: Installation, command: list[str], *, kill_at: int = 0) -> tuple[int, float, float, int]:
    """Run it, and kill it where that many reports are stored.

    Returns its status, seconds, seconds of work (which another load does not change) and most memory in MB.
    """
    from articles.models import Article

    began, worked = time.monotonic(), work()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=place.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    most = 0
    said: list[str] = []
    reading = threading.Thread(target=lambda: said.extend(process.stderr or ()))
    reading.start()
    while process.poll() is None:
        most = max(most, memory(process.pid))
        if kill_at and Article.objects.count() >= kill_at:
            os.kill(process.pid, signal.SIGKILL)
            break
        time.sleep(0.2)
    status = process.wait()
    reading.join()
    if status not in (0, -signal.SIGKILL):
        raise RuntimeError("".join(said)[-2000:])
    return status, time.monotonic() - began, work() - worked, most


def work() -> float:
    """Seconds of work of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(pid: int) -> int:
    """The most that the process has had, in MB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    more = (("posts", 2000), ("pictures", 3000))
    with installation("archive", __doc__, *more) as (place, asked):
        from tqdm import tqdm

        from articles.models import Article, Picture
        from articles.press.models import Edition, OldAddress
        from tests import factories as f

        f.make_publisher()
        branch = f.make_branch()
        writer, editor = somebody("writer"), somebody("editor")
        uploads = place.folder / "uploads"
        made = list(items(asked.posts, asked.pictures, uploads))
        exports = []
        for first in range(0, len(made), PIECE):
            exports.append(place.folder / f"export.{first // PIECE}.xml")
            exports[-1].write_bytes(export(*made[first : first + PIECE]))
        map_ = place.folder / "map.toml"
        command = ["import_wordpress", *map(str, exports), "--map", str(map_), "--media", str(uploads)]
        command += ["--branch", branch.slug_ar, "--as", writer, "--report", str(place.folder / "report.txt")]
        run(place, command)
        map_.write_text(map_.read_text().replace('"politics" = ""', '"politics" = "topic:السياسة"'))
        command += ["--publish", "--approved-by", editor]
        seconds = 0.0
        for kill_at in (*(int(share * asked.posts) for share in KILLS), 0):
            before = Article.objects.count()
            status, took, worked, most = run(place, command, kill_at=kill_at)
            seconds += took
            stored = Article.objects.count()
            tqdm.write(
                f"{'killed' if status else 'done'} after {took / 60:.1f} min: {stored - before} reports more, "
                f"{(stored - before) / took:.1f} a second and {(stored - before) / worked:.1f} a second of work, with "
                f"pictures; {most} MB"
            )
        _status, again, worked, most = run(place, command)
        tqdm.write(f"once more, nothing to do: {again:.0f} s ({worked:.0f} of work), {most} MB")
        editions, pictures = Edition.objects.count(), Picture.objects.count()
        tqdm.write(
            f"{seconds / 60:.1f} min in all; {Article.objects.count()} reports, {editions} public, "
            f"{pictures} pictures, {OldAddress.objects.count()} old addresses; the drill itself took "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
        assert Article.objects.count() == editions == asked.posts
        assert pictures == asked.pictures
        assert not Edition.objects.exclude(feed_id__startswith=HOME).exists()


if __name__ == "__main__":
    main()
