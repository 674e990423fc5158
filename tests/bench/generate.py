"""Writes a made-up framework of any size, for benchmarks: the same bytes for the same numbers.

usage: generate.py DIR [--competencies 10000] [--profiles 2500] [--files 25]

Each competency has three levels of five indicators; each profile requires twelve competencies.
"""
import argparse
import os

VERBS = ["Plans", "Checks", "Repairs", "Measures", "Records", "Explains", "Designs", "Tests", "Cleans", "Orders",
         "Reviews", "Compares", "Prepares", "Assembles", "Adjusts", "Reports"]
THINGS = ["the weekly schedule", "a pump before use", "the cooling circuit", "incoming goods against the list",
          "deviations from the drawing", "the work of a new colleague", "a sample of every batch",
          "safety distances on site", "the handover to the next shift", "spare parts for the quarter",
          "customer requests with their history", "the calibration of a sensor", "cost against the budget"]
CIRCUMSTANCES = ["with guidance", "alone on a normal day", "under time pressure", "for a whole department",
                 "with partners in another country", "before the inspector asks", "by the written procedure",
                 "while other work goes on", "after a breakdown"]
LEVELS = ["Foundation", "Practitioner", "Expert"]


class Numbers:
    """A sequence that looks random and is the same on every machine."""

    def __init__(self):
        self.state = 20260301

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


def indicator(numbers: Numbers) -> str:
    words = [VERBS[numbers.below(len(VERBS))], THINGS[numbers.below(len(THINGS))],
             CIRCUMSTANCES[numbers.below(len(CIRCUMSTANCES))]]
    return " ".join(words) + f" in area {numbers.below(100000)}."


def competency(index: int, numbers: Numbers) -> str:
    kind = ("technical ", "behavioural ", "")[index % 3]
    lines = [f'{kind}competency Skill{index} "Skill number {index}" {{',
             f"  in       Area{index % 50}",
             f'  about    "{indicator(numbers)} {indicator(numbers)}"',
             f'  code     "S-{index:05}"']
    for number, level in enumerate(LEVELS):
        lines.append(f"  level {level} {{")
        lines += [f"    - [S{index}-{number}{i}] {indicator(numbers)}" for i in range(5)]
        lines.append("    develop { - Shadow a colleague for a day and write down what differs. }")
        lines.append("  }")
    return "\n".join(lines + ["}", ""])


def profile(index: int, competencies: int, numbers: Numbers) -> str:
    lines = [f'profile Job{index} "Job number {index}" {{', f"  family   Family{index % 40}",
             f'  about    "{indicator(numbers)}"']
    chosen = []
    while len(chosen) < min(12, competencies):
        number = numbers.below(competencies)
        if number not in chosen:
            chosen.append(number)
    for number in chosen:
        importance = ("essential", "desired", "optional")[numbers.below(3)]
        lines.append(f"  requires Skill{number} at {LEVELS[numbers.below(3)]} {importance} weight {1 + numbers.below(9)}")
    lines += [f"  tasks    {{ - {indicator(numbers)} }}" for _ in range(3)]
    return "\n".join(lines + ["}", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("dir")
    parser.add_argument("--competencies", type=int, default=10000)
    parser.add_argument("--profiles", type=int, default=2500)
    parser.add_argument("--files", type=int, default=25)
    options = parser.parse_args()
    os.makedirs(options.dir, exist_ok=True)
    numbers = Numbers()

    def write(name: str, text: str) -> None:
        with open(os.path.join(options.dir, name), "w", encoding="utf-8") as file:
            file.write(text)

    head = ['framework bench.works "Bench works" {', '  version  "1.0.0"', "  language en", "  scale    Mastery", "}", "",
            'scale Mastery "Mastery" cumulative {']
    head += [f'  level {level} "{level}"' for level in LEVELS] + ["}", ""]
    head += [f'category Area{i} "Area {i}"' for i in range(50)]
    head += [f'family Family{i} "Family {i}"' for i in range(40)]
    write("cadre.toml", '[package]\nedition = "2026"\n')
    write("framework.cadre", "\n".join(head) + "\n")
    for number in range(options.files):
        own = range(number, options.competencies, options.files)
        write(f"skills{number:03}.cadre", "\n".join(competency(i, numbers) for i in own))
        own = range(number, options.profiles, options.files)
        write(f"jobs{number:03}.cadre", "\n".join(profile(i, options.competencies, numbers) for i in own))


main()
