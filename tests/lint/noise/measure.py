#!/usr/bin/env python3
"""Measures what the linter finds in the packages that convert.py wrote.

usage: measure.py BINARY OUT                          the table: rule, findings, per 1,000 statements
       measure.py BINARY OUT --sample N [--seed S] [--rule NAME]… [--sheet FILE] [--unjudged DIR]
                                                      random findings of each rule, to be judged
       measure.py --judge SHEET --into DIR            takes a sheet with verdicts into the judgements
       measure.py BINARY OUT --judge DIR [--page FILE]
                                                      the table with the share judged right

BINARY is cadre; `--verb check` runs another verb than `lint`. A sheet is tab-separated; write `y` or
`n` into `verdict`, and into `why` a few words of your own. The judgements name a statement by its
corpus, its declaration and a hash of its text, and hold none of its words.

Where a corpus has indicators, declared statements or tasks, these are its statements; ESCO has
none, and there its descriptions are.
"""
import argparse
import csv
import hashlib
import json
import random
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from source import STATEMENTS

IDENTITY = ["rule", "corpus", "declaration", "hash", "mark"]
JUDGED = IDENTITY + ["verdict", "why"]
SHEET = JUDGED + ["words", "statement", "message"]
# The longest run of words that a `why` may share with the statement.
SHARED_WORDS = 4


@dataclass(frozen=True)
class Finding:
    rule: str
    corpus: str
    declaration: str
    hash: str
    mark: str  # the place of the marked words in the text, `begin-end`, or `*` where it is the whole
    line: int
    words: str
    statement: str  # the source of the statement, the marked words in ⟦ ⟧
    message: str

    def identity(self) -> tuple[str, ...]:
        return tuple(getattr(self, field) for field in IDENTITY)


class Corpus:
    def __init__(self, name: str, folder: Path, index: list[list]) -> None:
        self.name = name
        self.folder = folder
        self.lines = (folder / "framework.cadre").read_text(encoding="utf-8").split("\n")
        self.texts = {line: (kind, key, text) for line, kind, key, text in index}
        kinds = Counter(kind for kind, _, _ in self.texts.values())
        self.statements = sum(kinds[kind] for kind in STATEMENTS) or kinds["description"]

    def place(self, line: int) -> tuple[str, str]:
        """The declaration that a line belongs to, and what the line says."""
        if line in self.texts:
            _, key, text = self.texts[line]
            return key, text or self.lines[line - 1].strip()
        above = [at for at in self.texts if at < line]
        key = self.texts[max(above)][1] if above else "-"
        return key, self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""

    def finding(self, record: dict) -> Finding:
        line = record["line"]
        key, text = self.place(line)
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        indent = len(source) - len(source.lstrip())
        begin = max(record["column"] - 1, 0)
        whole = record["endLine"] != line
        end = len(source) if whole else record["endColumn"] - 1
        shown = f"{source[:begin]}⟦{source[begin:end]}⟧{source[end:]}".strip()
        extra = [label["message"] + " ⟦" + self.at(label) + "⟧" for label in record["labels"]
                 if label["file"] and (label["line"], label["column"]) != (line, record["column"])]
        return Finding(
            record["code"], self.name, key, hashlib.sha256(text.encode()).hexdigest()[:16],
            "*" if whole else f"{begin - indent}-{end - indent}", line, source[begin:end], shown,
            "; ".join([record["message"], *extra, *record["notes"]]))

    def at(self, label: dict) -> str:
        source = self.lines[label["line"] - 1] if 0 < label["line"] <= len(self.lines) else ""
        return source.strip()


def read_corpora(out: Path) -> list[Corpus]:
    index = json.loads((out / "index.json").read_text(encoding="utf-8"))
    return [Corpus(name, out / name, texts) for name, texts in index.items()]


def run(binary: str, verb: str, corpus: Corpus) -> list[Finding]:
    command = [binary, verb, "--message-format", "json", "--max-diagnostics", "0", str(corpus.folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    records = [json.loads(line) for line in (done.stdout + done.stderr).split("\n")
               if line.startswith("{")]
    for record in records:
        if re.fullmatch(r"E\d{4}", record["code"]) or not record["file"]:
            sys.exit(f"{corpus.name}: {record['code']}: {record['message']}")
    return [corpus.finding(record) for record in records]


# ---- Judgements ----------------------------------------------------------------------------------

def read_rows(file: Path, columns: list[str]) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as rows:
        reader = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [column for column in columns if column not in (reader.fieldnames or [])]
        if missing:
            sys.exit(f"{file}: no column {', '.join(missing)}")
        return list(reader)


def write_rows(file: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    def cell(text: str) -> str:
        return re.sub(r"[\t\r\n]+", " ", text)

    file.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(columns)] + ["\t".join(cell(row[column]) for column in columns) for row in rows]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_judged(folder: Path) -> dict[tuple[str, ...], dict[str, str]]:
    judged = {}
    for file in sorted(folder.glob("*.tsv")):
        for row in read_rows(file, JUDGED):
            if row["verdict"] not in ("y", "n"):
                sys.exit(f"{file}: verdict `{row['verdict']}`; `y` or `n` is expected")
            judged[tuple(row[column] for column in IDENTITY)] = row
    return judged


def shares_words(why: str, statement: str) -> bool:
    """Whether a reason repeats a run of words of the statement."""
    words = re.findall(r"\w+", why.lower())
    text = " " + " ".join(re.findall(r"\w+", statement.lower())) + " "
    runs = (words[at:at + SHARED_WORDS + 1] for at in range(len(words) - SHARED_WORDS))
    return any(" " + " ".join(run) + " " in text for run in runs)


def take_sheet(sheet: Path, folder: Path) -> int:
    rows = [row for row in read_rows(sheet, SHEET) if row["verdict"]]
    for row in rows:
        if row["verdict"] not in ("y", "n"):
            sys.exit(f"{sheet}: verdict `{row['verdict']}`; `y` or `n` is expected")
        if shares_words(row["why"], row["statement"]):
            sys.exit(f"{sheet}: this reason quotes the statement: {row['why']}")
    judged = read_judged(folder)
    judged.update({tuple(row[column] for column in IDENTITY): row for row in rows})
    for rule in sorted({row["rule"] for row in rows}):
        of_rule = [row for identity, row in sorted(judged.items()) if identity[0] == rule]
        write_rows(folder / f"{rule}.tsv", JUDGED, of_rule)
    print(f"{len(rows)} judgements taken into {folder}")
    return 0


class Verdicts:
    """Finds the verdict on a finding, also where a rule has come to mark other words of the text."""

    def __init__(self, judged: dict[tuple[str, ...], dict[str, str]]) -> None:
        self.exact = {identity: row["verdict"] for identity, row in judged.items()}
        by_text: dict[tuple[str, ...], set[str]] = {}
        for identity, verdict in self.exact.items():
            by_text.setdefault(identity[:-1], set()).add(verdict)
        self.by_text = {text: min(found) for text, found in by_text.items() if len(found) == 1}

    def of(self, finding: Finding) -> str:
        identity = finding.identity()
        return self.exact.get(identity) or self.by_text.get(identity[:-1], "")


# ---- What is printed -----------------------------------------------------------------------------

def sample(findings: list[Finding], count: int, seed: int) -> list[Finding]:
    """So many findings of each rule, the same ones for the same seed whatever other rules find."""
    out = []
    for rule in sorted({finding.rule for finding in findings}):
        of_rule = sorted((finding for finding in findings if finding.rule == rule),
                         key=lambda finding: (finding.corpus, finding.line, finding.mark, finding.message))
        out += random.Random(f"{seed}/{rule}").sample(of_rule, min(count, len(of_rule)))
    return out


def show(findings: list[Finding], total: Counter) -> None:
    rule = ""
    for finding in findings:
        if finding.rule != rule:
            rule = finding.rule
            print(f"\n== {rule} ({total[rule]} findings)")
        print(f"\n{finding.corpus}:{finding.line} {finding.declaration}\n  {finding.statement}\n"
              f"  {finding.message}")


def table(findings: list[Finding], corpora: list[Corpus], verdicts: Verdicts | None) -> list[str]:
    statements = sum(corpus.statements for corpus in corpora)
    head = ["rule", "findings", "per 1,000"]
    if verdicts:
        head += ["judged", "right"]
    lines = ["| " + " | ".join(head + [corpus.name for corpus in corpora]) + " |",
             "|---" + "|---:" * (len(head) - 1 + len(corpora)) + "|"]
    per_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        per_rule.setdefault(finding.rule, []).append(finding)
    for rule, of_rule in sorted(per_rule.items()):
        cells = [rule, f"{len(of_rule):,}", f"{1000 * len(of_rule) / statements:.1f}"]
        if verdicts:
            known = [verdict for verdict in map(verdicts.of, of_rule) if verdict]
            share = f"{100 * known.count('y') / len(known):.0f} %" if known else ""
            cells += [str(len(known)), share]
        by_corpus = Counter(finding.corpus for finding in of_rule)
        cells += [str(by_corpus[corpus.name] or "") for corpus in corpora]
        lines.append("| " + " | ".join(cells) + " |")
    blank = [""] * (len(head) - 1)
    lines.append("| " + " | ".join(["statements", f"{statements:,}", *blank[1:]] +
                                   [f"{corpus.statements:,}" for corpus in corpora]) + " |")
    return lines


def write_page(page: Path, lines: list[str]) -> None:
    """Puts the table where the page has one that begins with `| rule |`, else at its end."""
    old = page.read_text(encoding="utf-8").rstrip("\n").split("\n") if page.exists() else ["# Noise", ""]
    begin = next((at for at, line in enumerate(old) if line.startswith("| rule |")), len(old))
    end = begin
    while end < len(old) and old[end].startswith("|"):
        end += 1
    if begin == len(old) and old[-1]:
        old.append("")
        begin = end = len(old)
    page.write_text("\n".join(old[:begin] + lines + old[end:]) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures what the linter finds in the converted data.")
    parser.add_argument("binary", nargs="?")
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--verb", default="lint")
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--corpus", action="append", default=[])
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--unjudged", type=Path, metavar="DIR")
    parser.add_argument("--judge", type=Path)
    parser.add_argument("--into", type=Path, metavar="DIR")
    parser.add_argument("--page", type=Path)
    options = parser.parse_args()
    if options.into:
        if not options.judge:
            parser.error("--into needs --judge SHEET")
        return take_sheet(options.judge, options.into)
    if not options.binary or not options.out:
        parser.error("BINARY and OUT are needed")

    corpora = read_corpora(options.out)
    unknown = set(options.corpus) - {corpus.name for corpus in corpora}
    if unknown:
        parser.error(f"there is no corpus {', '.join(sorted(unknown))} in {options.out}")
    corpora = [corpus for corpus in corpora if not options.corpus or corpus.name in options.corpus]
    findings = [finding for corpus in corpora for finding in run(options.binary, options.verb, corpus)]
    if options.rule:
        findings = [finding for finding in findings if finding.rule in options.rule]
    if options.sample:
        total = Counter(finding.rule for finding in findings)
        if options.unjudged:
            verdicts = Verdicts(read_judged(options.unjudged))
            findings = [finding for finding in findings if not verdicts.of(finding)]
        taken = sample(findings, options.sample, options.seed)
        show(taken, total)
        if options.sheet:
            write_rows(options.sheet, SHEET, [{**vars(finding), "verdict": "", "why": ""} for finding in taken])
        return 0
    lines = table(findings, corpora, Verdicts(read_judged(options.judge)) if options.judge else None)
    if options.page:
        write_page(options.page, lines)
    else:
        print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
