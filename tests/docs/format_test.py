"""Checks that the examples of the manual and of the explain pages are written as `cadre fmt` writes them.

usage: format_test.py CADRE ROOT [--update]

Looks at each block ```cadre of the pages below ROOT/docs and ROOT/compiler/diag/explain, of README.md and
of CONTRIBUTING.md, but for those that fail (```cadre fail). `// --- name` in a block begins another file.
Prints each breach as `page:line: what is wrong`; `--update` mends the pages.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from markdown import Block, Page

FOLDERS = ["docs", "compiler/diag/explain"]
PAGES = ["README.md", "CONTRIBUTING.md"]
SPLIT = "// --- "


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def find_pages(root: str) -> list[str]:
    found = list(PAGES)
    for top in FOLDERS:
        for folder, _, files in os.walk(os.path.join(root, top)):
            found += [os.path.relpath(os.path.join(folder, file), root) for file in files if file.endswith(".md")]
    return sorted(found)


def formatted(cadre: str, block: Block) -> list[str]:
    """The block's lines as they should be; those of a file that does not parse as they are."""
    parts: list[list[str]] = [[]]
    for line in block.lines:
        if line.startswith(SPLIT):
            parts.append([line])
        else:
            parts[-1].append(line)
    lines = []
    for part in parts:
        head = part[:1] if part and part[0].startswith(SPLIT) else []
        body = part[len(head):]
        if not head or head[0].strip().endswith(".cadre"):
            text = "".join(line + "\n" for line in body).encode()
            done = subprocess.run([cadre, "fmt", "-"], input=text, capture_output=True)
            if done.returncode == 0:
                body = done.stdout.decode().split("\n")[:-1]
        lines += head + body
    return lines


def is_checked(block: Block) -> bool:
    return block.language == "cadre" and "fail" not in block.words


def mend(path: str, changed: dict[int, tuple[Block, list[str]]]) -> None:
    lines = read(path).split("\n")
    for number in sorted(changed, reverse=True):
        block, wanted = changed[number]
        opening = lines[number - 1]
        indent = opening[:len(opening) - len(opening.lstrip())]
        lines[number:number + len(block.lines)] = [(indent + line).rstrip() if not line else indent + line
                                                   for line in wanted]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main() -> int:
    arguments = [word for word in sys.argv[1:] if word != "--update"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    cadre, root = os.path.abspath(arguments[0]), arguments[1]
    passed = failed = 0
    with ThreadPoolExecutor() as pool:
        for path in find_pages(root):
            blocks = [block for block in Page(path, read(os.path.join(root, path))).blocks if is_checked(block)]
            changed = {}
            for block, lines in zip(blocks, pool.map(lambda block: formatted(cadre, block), blocks)):
                if lines == block.lines:
                    passed += 1
                    continue
                changed[block.line] = (block, lines)
            if changed and "--update" in sys.argv:
                mend(os.path.join(root, path), changed)
                passed += len(changed)
                continue
            for line in changed:
                print(f"{path}:{line}: not as `cadre fmt` writes it; {os.path.basename(__file__)} --update mends it")
            failed += len(changed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
