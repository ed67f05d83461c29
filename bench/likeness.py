"""Near-duplicates among many projects: a roll that looks only where likeness can be, against judging every pair.

    .venv/bin/python bench/likeness.py

In one run: 10,000 projects are looked up on a roll of 20,000; a sample of them is judged against every other project,
and the time of that is scaled up to all. The ratio is roll / every pair.
"""

import random
import time

from ballast.rulebook.likeness import Roll, Subject, judge

ON_THE_ROLL = 20_000
LOOKED_UP = 10_000
SAMPLE = 20
WORDS = ("高端制剂", "钢铁", "电池", "芯片", "物流园", "风机", "管廊", "港口", "医院", "学院", "数据中心", "冷链")


def subjects(count: int) -> list[Subject]:
    """Made-up projects, many of them alike."""
    chance = random.Random(11)
    return [
        Subject(
            name=f"{chance.choice(WORDS)}{chance.choice(WORDS)}{chance.randrange(4000)}号项目",
            owner=f"甲{chance.randrange(6000)}有限公司", area=str(chance.randrange(17)),
        )
        for _ in range(count)
    ]  # fmt: skip


def main() -> None:
    """Measure and print."""
    everyone = subjects(ON_THE_ROLL)
    start = time.perf_counter()
    roll = Roll(everyone)
    for position in range(ON_THE_ROLL - LOOKED_UP, ON_THE_ROLL):
        roll.matches(position)
    by_roll = time.perf_counter() - start
    start = time.perf_counter()
    for mine in everyone[:SAMPLE]:
        for other in everyone:
            judge(mine, other)
    every_pair = (time.perf_counter() - start) / SAMPLE * LOOKED_UP
    print(f"roll {by_roll:.1f} s, every pair {every_pair:.0f} s (scaled from {SAMPLE}): {by_roll / every_pair:.4f}")


if __name__ == "__main__":
    main()
