"""Reads what `--emit markdown` writes and compares it with framework.json of the same build.

usage: markdown_test.py CADRE [--onet]

Exits 77 (skipped) with --onet where the tables of O*NET are absent.
"""
import os
import re
import sys
import urllib.parse

from packages import build, check_report, document, files_below, run
from silence import check_silence

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
LINK = re.compile(r"(?<!\\)\]\(([^)]*\.md)\)")


def words(markdown: str) -> str:
    return re.sub(r"\s+", " ", ESCAPE.sub(r"\1", markdown)).strip()


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def level_text(requirement: dict, scale: dict | None) -> str:
    if "level" not in requirement:
        return ""
    level = requirement["level"]
    if isinstance(level, str):
        return plain({each["id"]: each.get("title", each["id"]) for each in scale["levels"]}[level])
    return str(int(level)) if level == int(level) else repr(level)


def check_profile(check, page: str, profile: dict, model: dict) -> None:
    competencies = {each["id"]: each for each in model["competencies"]}
    scales = {each["id"]: each for each in model["scales"]}
    check.equal(words(page.split("\n", 1)[0].removeprefix("# ")), plain(profile["title"]), "title")
    found = {}
    for block in re.split(r"^#### ", page, flags=re.M)[1:]:
        block = re.split(r"^#{1,3} ", block, flags=re.M)[0]
        title, _, body = block.partition("\n")
        found.setdefault(words(title), []).append(body)
    count = sum(map(len, found.values()))
    check.equal(count, len(profile["requirements"]), f"requirements of {profile['id']}")
    for requirement in profile["requirements"]:
        competency = competencies[requirement["competency"]]
        scale = scales.get(competency.get("scale"))
        level = level_text(requirement, scale)
        bodies = found.get(plain(competency["title"]), [])
        importance = requirement["importance"]

        def fits(body: str) -> bool:
            line = next((each for each in body.split("\n") if f"{importance}" in words(each)), "")
            return words(line).startswith(f"**{level}**" if level else importance)
        check(any(fits(body) for body in bodies), f"{profile['id']}: {competency['id']} at {level!r}")
        if "because" in requirement and "becauseMarkdown" not in requirement:
            check(any(plain(requirement["because"]) in words(body) for body in bodies), f"reason of {competency['id']}")
        for each in competency.get("levels", []):
            if each["level"] != requirement.get("level"):
                continue
            for indicator in each.get("indicators", []):
                if "textMarkdown" not in indicator:
                    check(any(plain(indicator["text"]) in words(body) for body in bodies), f"indicator {indicator['id']}")


def everything(files: dict[str, str]) -> str:
    """All words of all pages, without markup."""
    texts = "\n".join(text for name, text in files.items() if not name.startswith("fidelity."))
    texts = re.sub(r"(?<!\\)\]\([^)]*\)", "", texts)
    texts = re.sub(r"(?<!\\)(\*\*|[*`\[])", "", texts)
    return "\n".join(re.sub(r"^[ #>-]*", "", words(line)) for line in texts.split("\n"))


def test(cadre: str, package: str, out: str, check) -> None:
    build(cadre, package, out, "markdown,json")
    model = document(out)
    files = {name: data.decode() for name, data in files_below(os.path.join(out, "markdown")).items()}
    pages = {name for name in files if name.startswith("profiles/")}
    check.equal(len(pages), len(model["profiles"]), "pages of profiles")
    for name, text in files.items():
        if name.startswith("fidelity"):
            continue
        check(text.endswith("\n") and not text.endswith("\n\n"), f"{name} ends in one line feed")
        for target in LINK.findall(text):
            path = os.path.normpath(os.path.join(os.path.dirname(name), urllib.parse.unquote(target)))
            check(path in files, f"{name} links to {target}")
        check("<" not in re.sub(r"\\<|`[^`]*`", "", text), f"{name} holds no HTML")
    index = re.findall(r"^- .*\]\((profiles/.*?\.md)\)", files["index.md"], flags=re.M)
    check.equal(sorted(map(urllib.parse.unquote, index)), sorted(pages), "the index leads to each page")
    by_title = {}
    for name in pages:
        by_title.setdefault(words(files[name].split("\n", 1)[0][2:]), []).append(files[name])
    names = {profile["id"]: profile["name"] for profile in model["profiles"]}
    for profile in model["profiles"]:
        name = f"profiles/{names[profile['id']]}.md"
        page = files.get(name) or by_title.get(plain(profile["title"]), [""])[0]
        check_profile(check, page, profile, model)
    losses = check_report(check, out, "markdown", "markdown")
    # Markup is tested where it is made; addresses stand in it.
    check_silence(check, model, everything(files), losses, apart=("markup", "credential-terms"))
    origins = sum(len(each["origins"]) for profile in model["profiles"] for each in profile["requirements"])
    check.equal(losses.get("origins", {"count": 0})["count"], origins, "origins that are lost")
    check("ids" in losses and "reasons" not in losses, "ids are lost, reasons are not")


sys.exit(run(test, sys.argv[1:]))
