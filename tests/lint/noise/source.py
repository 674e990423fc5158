"""Writes Cadre source, a statement a line, and keeps what stands on which line."""
import html.entities
import re
import string

ENTITIES = html.entities.html5
ABBREVIATIONS = ("e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "incl", "no", "p. ex", "ex")


# ---- Texts ---------------------------------------------------------------------------------------

def one_line(text: str) -> str:
    """The text with every run of white space as one space, without control characters."""
    return re.sub(r"[\x00-\x1F\x7F-\x9F]", "", " ".join(text.split()))


def may_delimit(text: str, begin: int, end: int) -> bool:
    """Whether a run of `*` or `_` can begin or end emphasis."""
    before = text[begin - 1] if begin else " "
    after = text[end] if end < len(text) else " "
    if before == " " and after == " ":
        return False
    if text[begin] == "*" or before == " " or after == " ":
        return True
    return not (before.isalnum() and after.isalnum())


def is_reference(text: str) -> bool:
    """Whether a text that begins with `&` begins with a character reference."""
    if re.match(r"&#(\d{1,7}|[xX][0-9a-fA-F]{1,6});", text):
        return True
    named = re.match(r"&([A-Za-z][A-Za-z0-9]*;)", text)
    return bool(named) and named.group(1) in ENTITIES


def needs_escape(text: str, at: int) -> bool:
    """Whether a character other than `*` and `_` is markup where it stands."""
    c = text[at]
    after = text[at + 1] if at + 1 < len(text) else " "
    if c == "\\":
        return after in string.punctuation
    if c == "`":
        return True
    if c == "[":
        return at == 0 or "](" in text
    if c == "<":
        return after != " " and ">" in text[at:]
    return c == "&" and is_reference(text[at:])


def escape(text: str) -> str:
    """The text with a backslash before what inline Markdown would read as markup: markdown::escape."""
    out, at = [], 0
    while at < len(text):
        if text[at] in "*_":
            end = at
            while end < len(text) and text[end] == text[at]:
                end += 1
            run = text[at:end]
            out.append("".join("\\" + c for c in run) if may_delimit(text, at, end) else run)
            at = end
        else:
            out.append("\\" + text[at] if needs_escape(text, at) else text[at])
            at += 1
    return "".join(out)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def prose(markdown: str) -> str:
    """Inline Markdown as the words of a bullet."""
    return re.sub(r"[{}]", lambda brace: "\\" + brace.group(), markdown)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each with its own punctuation."""
    out, begin = [], 0
    text = one_line(text)
    for stop in re.finditer(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ])", text):
        before = text[begin:stop.start()].lower()
        if re.search(r"(?:^|[\s(])(?:" + "|".join(map(re.escape, ABBREVIATIONS)) + r")$", before):
            continue
        out.append(text[begin:stop.end()].strip())
        begin = stop.end()
    out.append(text[begin:].strip())
    return [sentence for sentence in out if sentence]


# ---- Names ---------------------------------------------------------------------------------------

class Names:
    """Gives each title a name of its own."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, title: str, longest: int = 60) -> str:
        words = re.findall(r"[A-Za-z0-9]+", title.replace("'", "").replace("’", ""))
        name = ""
        for word in words:
            part = word[0].upper() + word[1:]
            if name and len(name) + len(part) > longest:
                break
            name += part
        return self.code(name or "Unnamed")

    def code(self, code: str) -> str:
        """The name for an identifier of the source: what names cannot hold is a dash."""
        name = re.sub(r"[^A-Za-z0-9]+", "-", code).strip("-")
        if not name[0].isalpha():
            name = "N" + name
        unique, count = name, 1
        while unique in self.taken:
            count += 1
            unique = f"{name}-{count}"
        self.taken.add(unique)
        return unique


# ---- Source --------------------------------------------------------------------------------------

# What counts as a statement, and so in `findings per 1,000 statements`.
STATEMENTS = ("indicator", "statement", "task")


class Source:
    """The lines of one package. `index` holds [line, kind, key, text] for every text in it; the key
    is the qualified name of the declaration (and of the level) around it."""

    def __init__(self, framework: str) -> None:
        self.framework = framework
        self.lines: list[str] = []
        self.index: list[list] = []
        self.scope: list[str] = []
        self.markdown = False  # whether the texts are Markdown already

    def line(self, text: str = "") -> None:
        self.lines.append("  " * len(self.scope) + text if text else "")

    def note(self, kind: str, text: str, name: str = "") -> None:
        """Says what the last line holds."""
        key = ".".join([part for part in self.scope if part] + ([name] if name else []))
        self.index.append([len(self.lines), kind, key or self.framework, text])

    def open(self, head: str, name: str = "", title: str = "", kind: str = "title") -> None:
        self.line(f"{head} {{")
        self.note(kind, title or name, name)
        self.scope.append(name)

    def close(self) -> None:
        self.scope.pop()
        self.line("}")

    def declare(self, words: str, name: str, title: str) -> None:
        """Opens a declaration: `words NAME "TITLE" {`."""
        self.line()
        self.open(f"{words} {name} {quoted(one_line(title))}", name, one_line(title))

    def marked(self, text: str) -> str:
        return one_line(text) if self.markdown else escape(one_line(text))

    def about(self, text: str) -> None:
        if one_line(text):
            self.line(f"about {quoted(self.marked(text))}")
            self.note("description", one_line(text))

    def bullet(self, text: str, kind: str, label: str = "") -> None:
        begin = f"[{label}] " if label else ""
        self.line(f"- {begin}{prose(self.marked(text))}")
        self.note(kind, one_line(text), label)

    def bullets(self, word: str, texts: list[str], kind: str) -> None:
        if texts:
            self.line(f"{word} {{")
            self.scope.append("")
            for text in texts:
                self.bullet(text, kind)
            self.scope.pop()
            self.line("}")

    def statement(self, word: str, name: str, text: str) -> None:
        self.line(f"{word} {name} {quoted(self.marked(text))}")
        self.note("task" if word == "task" else "statement", one_line(text), name)

    def keywords(self, words: list[str]) -> None:
        if words:
            self.line("keywords " + ", ".join(map(quoted, words)))

    def level(self, name: str, text: str = "", title: str = "") -> None:
        """A level of a scale, with what is said of it."""
        self.line(f"level {name} {quoted(one_line(title or name))}" + (" {" if text else ""))
        self.note("title", one_line(title or name), name)
        if text:
            self.scope.append(name)
            self.bullet(text, "level")
            self.close()

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def count(self, *kinds: str) -> int:
        return sum(1 for entry in self.index if entry[1] in kinds)
