#!/usr/bin/env python3
"""Checks a site as files: links, fragments, elements, ids, titles, sizes. Needs the standard library
alone.

usage: check_site.py SITE

Prints one line for each fault and ends with 1 when there is one.
"""
import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = {"br", "link", "meta", "img", "hr", "input"}
ELSEWHERE = {"http", "https", "mailto"}
# Attributes through which a browser loads something without being asked.
LOADING = {("link", "href"), ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"),
           ("video", "src"), ("audio", "src"), ("object", "data"), ("embed", "src")}
FORBIDDEN = {"script", "iframe", "object", "embed", "form", "base", "style", "img"}
LARGEST = 250_000
POLICY = "default-src 'none'"


class Page(HTMLParser):
    def __init__(self, path: str, text: str):
        super().__init__(convert_charrefs=True)
        self.path, self.faults = path, []
        self.open, self.ids, self.links, self.headings = [], set(), [], []
        self.title, self.language, self.policy, self.main = "", "", "", 0
        if not text.startswith("<!doctype html>\n"):
            self.fault("no doctype")
        self.feed(text)
        self.close()
        self.finish()

    def fault(self, text: str) -> None:
        self.faults.append(f"{self.path}:{self.getpos()[0]}: {text}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(set(names)) != len(names):
            self.fault(f"<{tag}> says an attribute twice")
        values = {name: value or "" for name, value in attributes}
        if tag in FORBIDDEN:
            self.fault(f"<{tag}> has no place in a site")
        for name in names:
            if name.startswith("on") or name == "style":
                self.fault(f"<{tag}> has {name}")
        if tag not in VOID:
            self.open.append(tag)
        self.take_id(values)
        self.take(tag, values)

    def take_id(self, values):
        if "id" not in values:
            return
        if values["id"] in self.ids or not values["id"] or any(c.isspace() for c in values["id"]):
            self.fault(f"the id {values['id']!r} is not unique, or not an id")
        self.ids.add(values["id"])

    def take(self, tag, values):
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "main":
            self.main += 1
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values.get("content", "")
        for name in ("href", "src", "data"):
            if name in values:
                self.links.append((self.getpos()[0], tag, name, values[name]))
        for name in ("aria-labelledby", "aria-describedby"):
            if name in values:
                self.links.append((self.getpos()[0], tag, name, "#" + values[name]))

    def handle_endtag(self, tag):
        if tag in VOID:
            self.fault(f"</{tag}> of an element that holds nothing")
        elif not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> where <{self.open[-1] if self.open else ''}> is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "title":
            self.title += data

    def finish(self):
        if self.open:
            self.fault(f"<{self.open[-1]}> stays open")
        if not self.title.strip():
            self.fault("no title")
        if not self.language:
            self.fault("no language")
        if self.main != 1:
            self.fault(f"{self.main} main parts")
        if not self.policy.startswith(POLICY):
            self.fault("no content security policy")
        if self.headings.count(1) != 1 or self.headings[0] != 1:
            self.fault("the first heading, and no other, is of level 1")
        for above, below in zip(self.headings, self.headings[1:]):
            if below > above + 1:
                self.fault(f"a heading of level {below} follows one of level {above}")


def resolve(page: Page, link: str):
    """The file and fragment that a link of the page leads to, or a fault."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None, None, "not a URL"
    if parts.scheme or parts.netloc:
        known = parts.scheme.lower() in ELSEWHERE
        return None, None, None if known else "not http, https or mailto"
    if "\\" in link or any(c <= " " for c in link):
        return None, None, "not a URL"
    folder = os.path.dirname(page.path)
    target = os.path.normpath(os.path.join(folder, unquote(parts.path))) if parts.path else page.path
    if target.startswith(".."):
        return None, None, "leads out of the site"
    return target, unquote(parts.fragment), None


def check_links(page: Page, pages: dict, files: set) -> None:
    for line, tag, name, link in page.links:
        target, fragment, fault = resolve(page, link)
        if (tag, name) in LOADING and target is None:
            fault = "loads something from elsewhere"
        if not fault and target is not None and target not in files:
            fault = "leads nowhere"
        if not fault and fragment and target in pages and fragment not in pages[target].ids:
            fault = "has a fragment that is not there"
        if fault:
            page.faults.append(f"{page.path}:{line}: {name}={link!r} {fault}")


def main() -> int:
    if len(sys.argv) != 2 or not os.path.isfile(os.path.join(sys.argv[1], "index.html")):
        print(__doc__, file=sys.stderr)
        return 2
    root = sys.argv[1]
    files, pages, faults = set(), {}, []
    for folder, _, names in os.walk(root):
        files.update(os.path.relpath(os.path.join(folder, name), root) for name in names)
    for path in sorted(files):
        with open(os.path.join(root, path), encoding="utf-8", newline="") as file:
            text = file.read()
        if path.endswith(".html"):
            pages[path] = Page(path, text)
            if len(text.encode()) > LARGEST:
                faults.append(f"{path}: {len(text.encode())} bytes")
        elif path.endswith(".css") and ("url(" in text or "@import" in text):
            faults.append(f"{path}: loads something")
    folded = {}
    for path in sorted(files):
        if folded.setdefault(path.casefold(), path) != path:
            faults.append(f"{path}: differs from {folded[path.casefold()]} in case only")
    for page in pages.values():
        check_links(page, pages, files)
        faults += page.faults
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
