"""C++ sources as the tidy scripts see them: takes a folder, gives its files, with comments and
literals blanked where only code counts. Knows no law."""
import os
import re

# Raw strings, strings, characters, comments. A digit separator is no character literal.
NOT_CODE = re.compile(
    r'R"(?P<tag>[^\s()\\]{0,16})\(.*?\)(?P=tag)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)*'"
    r"|//[^\n]*|/\*.*?\*/", re.S)


def read(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def blank(match: re.Match) -> str:
    """As many characters, without meaning; line feeds stay."""
    return re.sub(r"[^\n]", " ", match.group())


class Source:
    def __init__(self, base: str, path: str):
        self.path = path  # Below compiler/, with forward slashes.
        self.name = f"compiler/{path}"
        self.text = read(os.path.join(base, path))
        # The names of includes count as code, so they are kept from looking like strings.
        kept = re.sub(r'^(\s*#\s*include\s*)"([^"\n]+)"', r"\1<\2>", self.text, flags=re.M)
        self.code = NOT_CODE.sub(blank, kept)

    def line_of(self, offset: int) -> int:
        return self.code.count("\n", 0, offset) + 1

    def includes(self):
        """Line and target of each `#include "folder/…"`."""
        for match in re.finditer(r'^\s*#\s*include\s*"([^"\n]+/[^"\n]+)"', self.text, re.M):
            yield self.text.count("\n", 0, match.start(1)) + 1, match.group(1)


def find_sources(base: str) -> list[Source]:
    found = []
    for folder, folders, files in os.walk(base):
        folders.sort()
        for file in sorted(files):
            if file.endswith((".h", ".cpp", ".def", ".inc")):
                path = os.path.relpath(os.path.join(folder, file), base)
                found.append(Source(base, path.replace(os.sep, "/")))
    return found
