"""Reads the parts of a Markdown page that the tests look at: fenced blocks, links, headings."""
import re


class Block:
    """A fenced block. `line` is that of its opening fence, from 1."""

    def __init__(self, line: int, info: str):
        self.line = line
        self.words = info.split()
        self.language = self.words[0] if self.words else ""
        self.lines: list[str] = []

    @property
    def text(self) -> str:
        return "".join(line + "\n" for line in self.lines)

    def option(self, name: str) -> str | None:
        """`value` for a word `name=value` of the info string."""
        for word in self.words[1:]:
            key, equals, value = word.partition("=")
            if key == name and equals:
                return value
        return None


FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})\s*(.*)$")


class Page:
    def __init__(self, path: str, text: str):
        self.path = path
        self.blocks: list[Block] = []
        self.prose: list[tuple[int, str]] = []  # Lines outside of blocks, with their numbers.
        fence, indent, block = None, 0, None
        for number, line in enumerate(text.split("\n"), 1):
            match = FENCE.match(line)
            if fence is None and match:
                fence, indent = match.group(2), len(match.group(1))
                block = Block(number, match.group(3).strip())
            elif fence is not None and match and match.group(2).startswith(fence) and not match.group(3):
                self.blocks.append(block)
                fence = None
            elif fence is not None:
                block.lines.append(line[indent:] if not line[:indent].strip() else line)
            else:
                self.prose.append((number, line))

    def marks(self) -> list[tuple[int, str]]:
        """(line, words) of each `<!-- docs: words -->`."""
        found = [(line, re.fullmatch(r"\s*<!-- docs: (.+?) -->\s*", text)) for line, text in self.prose]
        return [(line, match.group(1)) for line, match in found if match]

    def table(self, line: int) -> list[list[str]]:
        """The rows of the table that follows the line, its head first; cells without backticks."""
        rows: list[list[str]] = []
        for number, text in self.prose:
            if number <= line or not rows and not text.strip():
                continue
            if not text.lstrip().startswith("|"):
                break
            cells = re.split(r"(?<!\\)\|", text.strip())[1:-1]
            rows.append([cell.replace("\\|", "|").replace("`", "").strip() for cell in cells])
        return rows[:1] + rows[2:]  # Without the line below the head.

    def links(self):
        """(line, target) of each inline link, image and `href`; code spans are passed over."""
        for number, line in self.prose:
            plain = re.sub(r"(`+).+?\1", lambda code: " " * len(code.group()), line)
            # A code span may be what a link shows: the target survives in the original line.
            for match in re.finditer(r"\]\(\s*<?([^)<>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)", line):
                if plain[match.start()] == "]":
                    yield number, match.group(1)
            for match in re.finditer(r"^\s*\[[^\]]+\]:\s*(\S+)", plain):
                yield number, match.group(1)
            for match in re.finditer(r"(?:href|src)=\"([^\"]+)\"", plain):
                yield number, match.group(1)

    def anchors(self) -> set[str]:
        """What `#…` may name: the headings, as GitHub writes them, and explicit names."""
        found: set[str] = set()
        for _, line in self.prose:
            heading = re.match(r"^#{1,6}\s+(.*?)\s*#*$", line)
            if heading:
                slug = slug_of(heading.group(1))
                unique, count = slug, 0
                while unique in found:
                    count += 1
                    unique = f"{slug}-{count}"
                found.add(unique)
            found.update(re.findall(r"<a (?:id|name)=\"([^\"]+)\"", line))
        return found


def slug_of(heading: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    text = re.sub(r"[*]", "", text).lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
