"""Builds the site of every example and checks it, and one that is compared with an older release.

usage: examples_test.py CADRE EXAMPLES [--browser]

Without --browser every page is read as a file (check_site.py); with it, the sites of the marketing
example and of the hospital's careers are looked at in headless Chromium (axe_test.mjs); exits 77
(skipped) where Node, Chromium or the packages of package.json are absent.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def build(cadre: str, package: str, out: str, *options: str) -> str:
    subprocess.run([cadre, "build", "-q", package, "-o", out, "--emit", "html", *options], check=True)
    return os.path.join(out, "site")


# A year in the marketing example: what rises for all, what goes, what comes, what is said otherwise.
EDITS = {
    "framework.cadre": (('version      "1.0.0"', 'version      "2.0.0"'), ),
    "general.cadre": (("requires CustomerFocus at Foundation ", "requires CustomerFocus at Practitioner "), ),
    "profiles.cadre": (("requires PlainWriting     at Practitioner weight 20", "requires PlainWriting     at Advanced weight 20"),
                       ("CrisisResponse at Practitioner weight 20", "CrisisResponse at Advanced weight 20"),
                       ('profile CampaignSpecialist "Campaign Specialist"', 'profile Adviser "Adviser <new>" extends MarketingProfessional {\n'
                        '  grade P1\n}\n\nprofile CampaignSpecialist "Campaign Specialist"')),
    "technical.cadre": (("Tests two versions of a message before launch.", "Tests two versions of each <message> before the launch."), ),
}


def since(cadre: str, examples: str, work: str) -> str:
    """The site of a newer release of the marketing example."""
    old, new = os.path.join(examples, "marketing"), os.path.join(work, "newer")
    shutil.copytree(old, new)
    for name, edits in EDITS.items():
        path = os.path.join(new, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for before, after in edits:
            assert before in text, f"{name} no longer says {before!r}"
            text = text.replace(before, after, 1)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return build(cadre, new, os.path.join(work, "newer.out"), "--since", old)


def page_faults(site: str, without: str) -> list[str]:
    """What the site with its page of changes lacks, and what the one without has too much."""
    def text(path: str) -> str:
        with open(os.path.join(site, path), encoding="utf-8") as file:
            return file.read()

    def link(path: str, title: str) -> str:
        return f'<a href="{path}">{title}</a>'

    wanted = {
        "changes.html": ('<h1>What changed</h1>', 'id="people"', 'id="text"', "Through the base profile Marketing professional",
                         link("profiles/CampaignSpecialist.html", "Campaign Specialist"),
                         link("competencies/CrisisResponse.html", "Crisis response"), "<strong>Practitioner</strong>",
                         "<ins>Tests two versions of each &lt;message&gt; before the launch.</ins>",
                         "<del>Tests two versions of a message before launch.</del>",
                         link("profiles/Adviser.html", "Adviser &lt;new&gt;")),
        "index.html": (link("changes.html", "What changed"), link("changes.html", "Since 1.0.0")),
        "profiles/MarketingManager.html": ("Changed since 1.0.0</h2>", link("../competencies/PlainWriting.html", "Plain writing"),
                                           ", through the base profile Marketing professional", link("../changes.html", "All changes")),
        "competencies/CampaignPlanning.html": ("Changed since 1.0.0</h2>", "<del>"),
    }
    faults = [f"{path} lacks {part}" for path, parts in wanted.items() for part in parts if part not in text(path)]
    if "Changed since" in text("competencies/BudgetControl.html"):
        faults.append("competencies/BudgetControl.html tells of changes that there are not")
    with open(os.path.join(without, "index.html"), encoding="utf-8") as file:
        if "hanged" in file.read() or os.path.exists(os.path.join(without, "changes.css")):
            faults.append("a site without an older release tells of changes")
    return faults


def packages(examples: str) -> list[str]:
    """The folders with a manifest, but for that of a workspace, which stands for its members."""
    found = []
    for folder, _, files in os.walk(examples):
        if "cadre.toml" in files:
            with open(os.path.join(folder, "cadre.toml"), encoding="utf-8") as manifest:
                if "[workspace]" not in manifest.read():
                    found.append(os.path.relpath(folder, examples))
    return sorted(found)


def can_browse() -> bool:
    for name, there in (("node", shutil.which("node")), ("chromium", shutil.which("chromium")),
                        ("axe-core", os.path.isdir(os.path.join(HERE, "node_modules", "axe-core")))):
        if not there:
            print(f"skipped: no {name}")
            return False
    return True


def main() -> int:
    cadre, examples = sys.argv[1:3]
    browser = "--browser" in sys.argv
    if browser and not can_browse():
        return 77
    names = ["marketing", "hospital/careers"] if browser else packages(examples)
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            site = build(cadre, os.path.join(examples, name), os.path.join(work, name))
            check = (["node", os.path.join(HERE, "axe_test.mjs"), site] if browser else
                     [sys.executable, os.path.join(HERE, "check_site.py"), site])
            print(f"== {name}", flush=True)
            failed += subprocess.run(check, check=False).returncode != 0
        newer = since(cadre, examples, work)
        print("== marketing since the release before", flush=True)
        # In a browser every third page: the first one is that of the changes.
        check = (["node", os.path.join(HERE, "axe_test.mjs"), newer, "--every", "3"] if browser else
                 [sys.executable, os.path.join(HERE, "check_site.py"), newer])
        faults = page_faults(newer, os.path.join(work, "marketing", "site"))
        print("".join(fault + "\n" for fault in faults), end="", flush=True)
        failed += subprocess.run(check, check=False).returncode != 0 or bool(faults)
        names.append("newer")
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
