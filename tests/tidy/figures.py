"""Prints today's sizes of files and functions below compiler/, for a reader to judge.

usage: figures.py ROOT
"""
import os
import re
import sys

from sources import Source, find_sources

CONTROL = re.compile(r"\b(?:if|for|while|switch|catch|namespace|class|struct|union|enum|do|else|try)\b")
# A parameter list, then what may stand between it and the body.
FUNCTION_HEAD = re.compile(
    r"\)\s*(?:const|noexcept|override|final|&&?|\s)*(?:->[\w:<>,&*\s]+)?(?::[^;{}]*(?:\{[^{}]*\}[^;{}]*)*)?$", re.S)


def function_sizes(source: Source) -> list[tuple[int, str, int]]:
    """Lines, name and first line of each function with a body; lambdas count to theirs."""
    code = re.sub(r"^\s*#[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group()), source.code, flags=re.M)
    sizes = []
    stack = []  # Of each open brace: the head of the function that it began, or None.
    start = 0
    inside = 0
    for match in re.finditer(r"[{};]", code):
        at = match.start()
        if match.group() == "{":
            head = code[start:at]
            signature = head.split("(")[0]
            is_function = (inside == 0 and "(" in head and FUNCTION_HEAD.search(head)
                           and not CONTROL.search(signature) and "=" not in signature)
            stack.append((source.line_of(start + len(head) - len(head.lstrip())), signature) if is_function else None)
            inside += bool(is_function)
        elif match.group() == "}" and stack:
            opened = stack.pop()
            if opened:
                inside -= 1
                line, signature = opened
                name = (re.findall(r"[~\w:]+|operator\S+", signature) or ["?"])[-1]
                sizes.append((source.line_of(at) - line + 1, name, line))
        start = at + 1
    return sizes


def percentile(values: list[int], share: float) -> int:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def row(name: str, values: list[int]) -> str:
    return (f"{name:<14}{len(values):>7}{percentile(values, 0.5):>8}{percentile(values, 0.9):>6}"
            f"{max(values, default=0):>6}")


def comment_share(sources: list[Source]) -> int:
    lines = [line for source in sources for line in source.text.split("\n") if line.strip()]
    comments = [line for line in lines if "//" in line]
    return round(100 * len(comments) / max(len(lines), 1))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sources = [s for s in find_sources(os.path.join(sys.argv[1], "compiler")) if s.path.endswith((".h", ".cpp"))]
    folders: dict[str, list[Source]] = {}
    for source in sources:
        folders.setdefault(source.path.split("/")[0], []).append(source)
    functions = {source.path: function_sizes(source) for source in sources}

    print("files, in lines   count  median   p90   max")
    for folder in sorted(folders):
        print(row(folder, [s.text.count("\n") for s in folders[folder]]))
    print(row("all", [s.text.count("\n") for s in sources]))
    print("\nfunctions, lines  count  median   p90   max")
    for folder in sorted(folders):
        print(row(folder, [size for s in folders[folder] for size, _, _ in functions[s.path]]))
    print(row("all", [size for found in functions.values() for size, _, _ in found]))

    headers = [s for s in sources if s.path.endswith(".h")]
    others = [s for s in sources if s.path.endswith(".cpp")]
    print(f"\nlines with a comment: {comment_share(headers)} % of headers, {comment_share(others)} % of sources")
    print("\nthe longest functions")
    longest = sorted(((size, name, path, line) for path, found in functions.items() for size, name, line in found),
                     reverse=True)[:15]
    for size, name, path, line in longest:
        print(f"{size:>5}  {name}  compiler/{path}:{line}")
    print("\nthe longest files")
    for size, name in sorted(((s.text.count("\n"), s.name) for s in sources), reverse=True)[:10]:
        print(f"{size:>5}  {name}")


main()
