"""The GitHub action and workflow: every step in a shell, with what a runner gives it.

usage: github_test.py CADRE [PART OF A NAME]
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import yaml
from stage import CORE, PIPELINES, Stage, main

import documents

ACTION = yaml.safe_load((PIPELINES / "github/action.yml").read_text(encoding="utf-8"))
WORKFLOW_TEXT = (PIPELINES / "github/cadre.yml").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load(WORKFLOW_TEXT)

TOKEN = re.compile(r"'(?:[^']|'')*'|&&|\|\||==|!=|!|\(|\)|,|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*|\d+|\s+")


class Expression:
    """An expression of GitHub as far as the templates use them, in Python's words."""

    FUNCTIONS = {"cancelled": "False", "always": "True"}

    def __init__(self, contexts, ok):
        self.contexts, self.ok = contexts, ok

    def look_up(self, name):
        value = self.contexts
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def value(self, text):
        words, at = [], 0
        while at < len(text):
            found = TOKEN.match(text, at)
            assert found, f"not understood: {text[at:]}"
            at = found.end()
            words.append(self.word(found[0], text[at:at + 1] == "("))
        return eval("".join(words), {"__builtins__": {}}, {"v": self.look_up, "hashFiles": lambda *_: "some"})  # noqa: S307

    def word(self, word, isCall):
        if word in ("&&", "||", "!"):
            return {"&&": " and ", "||": " or ", "!": " not "}[word]
        if word.startswith("'"):
            return repr(word[1:-1].replace("''", "'"))
        if isCall and word in ("cancelled", "always", "success"):
            return f"(lambda: {self.ok if word == 'success' else self.FUNCTIONS[word]})"
        if isCall or not re.match(r"[A-Za-z_]", word):
            return word
        return f"v({word!r})"

    def text(self, template):
        def put(found):
            value = self.value(found[1].strip())
            return {None: "", True: "true", False: "false"}.get(value, str(value))

        return re.sub(r"\$\{\{(.*?)\}\}", put, str(template))

    def condition(self, text):
        """What an `if` decides; without a word about earlier steps it means `success() && …`."""
        if text is None:
            return self.ok
        inner = re.fullmatch(r"\s*\$\{\{(.*)\}\}\s*", str(text), re.S)
        inner = inner[1].strip() if inner else str(text)
        holds = bool(self.value(inner))
        return holds if re.search(r"\b(cancelled|always|failure|success)\(\)", inner) else holds and self.ok


class Run:
    """What came of the steps: `outcome` by name, the log, and the files of the runner."""

    def __init__(self):
        self.outcome, self.log, self.summary = {}, "", ""

    @property
    def failed(self):
        return "failure" in self.outcome.values()


class GitHub(Stage):
    def setUp(self):
        super().setUp()
        self.tool("gh")
        self.remember(comments=[])

    def event(self, base="main", head="acme/frameworks", number=12):
        return {"event_name": "pull_request", "repository": "acme/frameworks", "token": "t", "base_ref": base,
                "event": {"pull_request": {"number": number, "head": {"repo": {"full_name": head}}}}}

    def push(self):
        return {"event_name": "push", "repository": "acme/frameworks", "token": "t", "base_ref": "", "event": {}}

    def run_action(self, clone, github, **inputs):
        given = {name: str(row.get("default", "")) for name, row in ACTION["inputs"].items()}
        given["cadre"] = str(self.release / "bin/cadre")
        for name, value in inputs.items():
            self.assertIn(name.replace("_", "-"), given)
            given[name.replace("_", "-")] = str(value)
        runner = Path(tempfile.mkdtemp(prefix="runner-", dir=self.dir))
        contexts = {"inputs": given, "github": github, "runner": {"temp": str(runner)}, "steps": {}}
        run, ok = Run(), True
        summary = runner / "summary"
        for number, step in enumerate(ACTION["runs"]["steps"]):
            expression = Expression(contexts, ok)
            if not expression.condition(step.get("if")):
                run.outcome[step["name"]] = outcome = "skipped"
            else:
                output, script = runner / f"output-{number}", runner / f"step-{number}.sh"
                output.touch()
                script.write_text(step["run"], encoding="utf-8")
                env = {**self.env, "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output),
                       "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_REPOSITORY": github["repository"],
                       "GITHUB_BASE_REF": github["base_ref"], "GITHUB_SERVER_URL": "https://github.example",
                       "GITHUB_RUN_ID": "99", "GITHUB_EVENT_NAME": github["event_name"], "TEST_RELEASE": str(self.release)}
                env.update({name: expression.text(value) for name, value in step.get("env", {}).items()})
                self.assertEqual(step["shell"], "bash")
                done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=clone, env=env,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
                run.log += f"## {step['name']}\n{done.stdout}"
                run.outcome[step["name"]] = outcome = "failure" if done.returncode else "success"
                ok = ok and done.returncode == 0
                outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
                contexts["steps"][step.get("id", str(number))] = {"outputs": outputs, "outcome": outcome}
        run.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
        run.report = clone / given["reports"] / "changes.md"
        return run

    def comments(self):
        return self.remembered()["comments"]

    def assertRan(self, run, **outcome):
        """Every step did what was expected; those not named succeeded or had nothing to do."""
        wanted = {"check": "Check", "fmt": "Compare the form of the sources", "diff": "Compare with what was",
                  "say": "Say what changes", "install": "Install cadre", "build": "Build"}
        expected = {name: outcome.get(short, "success") for short, name in wanted.items()}
        if "build" not in outcome:
            expected["Build"] = "skipped"
        self.assertEqual(run.outcome, expected, run.log)

    # ---- Pull requests

    def test_change_is_told_in_one_comment(self):
        self.begin()
        self.branch()
        self.raise_level()
        self.commit("Raise")
        self.remember(comments=[{"id": 5, "user": {"type": "User"}, "body": "<!-- cadre diff --> says a person"},
                                {"id": 6, "user": {"type": "Bot"}, "body": "coverage"}])
        run = self.run_action(self.check_out("feature"), self.event())
        self.assertRan(run)
        new = self.comments()[-1]
        self.assertEqual([it["id"] for it in self.comments()], [5, 6, 7])
        self.assertTrue(new["body"].startswith("<!-- cadre diff -->\n## Bakery competency framework 0.1.0\n"), new["body"])
        self.assertIn("**Baker**: Dough making rises from Independent to Leading **(breaking)**.", new["body"])
        self.assertIn(f"Compared with {self.git('rev-parse', '--short', 'main')}", new["body"])
        self.assertEqual(new["body"].split("\n", 1)[1], run.summary)
        # The next push of the author: the same comment, anew.
        self.edit("competencies.cadre", "Kneads wheat dough", "Kneads rye dough")
        self.commit("Reword")
        self.assertRan(self.run_action(self.check_out("feature"), self.event()))
        self.assertEqual([it["id"] for it in self.comments()], [5, 6, 7])
        self.assertIn("rye", self.comments()[-1]["body"])
        # And all taken back: no comment.
        self.git("checkout", "--quiet", "main", "--", ".")
        self.commit("Take back")
        run = self.run_action(self.check_out("feature"), self.event())
        self.assertRan(run)
        self.assertEqual([it["id"] for it in self.comments()], [5, 6])
        self.assertEqual(run.summary, "")

    def test_nothing_changes(self):
        self.begin()
        self.branch()
        (self.repository / "README.md").write_text("More\n", encoding="utf-8")
        self.commit("Describe")
        run = self.run_action(self.check_out("feature"), self.event())
        self.assertRan(run)
        self.assertFalse(run.report.exists())
        self.assertEqual([it["method"] for it in self.called()], ["GET"])

    def test_target_goes_on(self):
        """What others did to the target since is not this pull request's."""
        self.begin()
        self.branch()
        self.raise_level()
        self.commit("Raise")
        self.git("checkout", "--quiet", "main")
        self.edit("competencies.cadre", "Settles a complaint", "Resolves a complaint")
        self.commit("Meanwhile")
        for head in ("feature", "merged"):
            if head == "merged":
                self.git("checkout", "--quiet", "-b", "merged", "main")
                self.git("merge", "--quiet", "--no-edit", "feature")
            run = self.run_action(self.check_out(head), self.event())
            text = run.report.read_text(encoding="utf-8")
            self.assertIn("Dough making rises", text)
            self.assertNotIn("complaint", text)

    def test_breaking_change_is_refused(self):
        run = self.run_action(self.changed(), self.event(), fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertRegex(run.log, r"(?m)^::error file=profiles\.cadre,line=12,.*title=requirement-raised::")
        self.assertIn("Dough making rises", self.comments()[0]["body"])

    def test_unknown_tier(self):
        self.begin()
        self.branch()
        run = self.run_action(self.check_out("feature"), self.event(), fail_on="peple")
        self.assertRan(run, diff="failure")
        self.assertIn("did you mean `people`", run.log)

    def test_findings(self):
        self.begin()
        self.branch()
        self.edit("profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")
        self.commit("Break")
        clone = self.check_out("feature")
        run = self.run_action(clone, self.event(), build="out")
        self.assertRan(run, check="failure", diff="failure", build="skipped")
        self.assertRegex(run.log, r"(?m)^::error file=profiles\.cadre,line=12,endLine=12,col=27,endColumn=30,title=E0302::`Guru`")
        # The same findings in the log, in SARIF and in cadre's own format, by the validators of all formats.
        found, complaints = documents.json_lines(self.cadre("check", "--message-format", "json", cwd=clone, code=1).stderr)
        self.assertEqual([it["code"] for it in found], ["E0302"])
        sarif = (clone / "cadre-reports/cadre.sarif").read_text(encoding="utf-8")
        annotations = run.log.split("## Check\n")[1].split("## ")[0]
        complaints += documents.github(annotations, found, 1)
        complaints += documents.sarif(sarif, found, 1)
        self.assertEqual(complaints, [])
        log = documents.load(sarif)
        self.assertEqual([it["ruleId"] for it in log["runs"][0]["results"]], ["E0302"])
        where = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(where, {"uri": "profiles.cadre", "uriBaseId": "%SRCROOT%"})
        schema = documents.sarif_schema()
        if schema is None:
            self.skipTest("npm has not installed the schema of SARIF")
        self.assertEqual(documents.violations(schema, log), [])

    def test_warnings(self):
        self.begin()
        self.branch()
        self.edit("competencies.cadre", "Weighs the ingredients", "Understands the ingredients")
        self.commit("Blur")
        clone = self.check_out("feature")
        self.assertRan(self.run_action(clone, self.event()))
        self.assertIn("vague-verb", (clone / "cadre-reports/cadre.sarif").read_text(encoding="utf-8"))
        self.assertRan(self.run_action(clone, self.event(), deny="warnings"), check="failure")

    def test_form(self):
        self.begin()
        self.branch()
        self.edit("profiles.cadre", "profile Baker", "profile   Baker")
        self.commit("Widen")
        run = self.run_action(self.check_out("feature"), self.event())
        self.assertRan(run, fmt="failure")
        self.assertRegex(run.log, r"(?m)^::error file=profiles\.cadre,line=9,.*title=E0950::")
        self.assertIn('+profile Baker "Baker"', run.log)
        self.assertRan(self.run_action(self.check_out("feature"), self.event(), format="false"), fmt="skipped")

    def test_fork(self):
        run = self.run_action(self.changed(), self.event(head="stranger/frameworks"))
        self.assertRan(run)
        self.assertEqual(self.called(), [])
        self.assertIn("Dough making rises", run.summary)
        self.assertIn("::notice title=cadre::a pull request from a fork gets no comment", run.log)
        # The repository of the fork is gone.
        self.assertRan(self.run_action(self.check_out("feature"), self.event(head=None)))
        self.assertEqual(self.called(), [])

    def test_comment_refused(self):
        self.remember(comments=[], refuse=True)
        run = self.run_action(self.changed(), self.event())
        self.assertRan(run)
        self.assertIn("::warning title=cadre::the comment could not be written", run.log)
        self.assertIn("Dough making rises", run.summary)

    def test_no_comment(self):
        self.assertRan(self.run_action(self.changed(), self.event(), comment="false"))
        self.assertEqual(self.called(), [])

    def test_names_tell_comments_apart(self):
        clone = self.changed()
        for name in ("core", "", "core"):
            self.assertRan(self.run_action(clone, self.event(), name=name))
        self.assertEqual([it["body"].split("\n")[0] for it in self.comments()], ["<!-- cadre diff core -->", "<!-- cadre diff -->"])
        run = self.run_action(clone, self.event(), name='x") | .id //')
        self.assertRan(run, say="failure")

    def test_long_report(self):
        self.begin()
        many = "\n".join(f'technical competency C{i} "Ofen-Prüfung {i}" {{\n  scale none\n  - Checks oven {i} with the thermometer of the day.\n}}\n' for i in range(1500))
        self.write("work/many.cadre", many)
        self.commit("Many")
        self.branch()
        self.edit("many.cadre", "with the thermometer of the day", "with the thermometer of the house, and äußerst carefully")
        self.commit("Reword all")
        clone = self.check_out("feature")
        run = self.run_action(clone, self.event(), format="false")
        self.assertRan(run, fmt="skipped")
        whole = run.report.read_text(encoding="utf-8")
        self.assertGreater(len(whole), 65536)
        body = self.comments()[0]["body"]
        self.assertLessEqual(len(body), 65536)
        self.assertGreater(len(body), 50000)
        self.assertIn("**This is not all.** The whole is in [the summary and the artefacts of the run]"
                      "(https://github.example/acme/frameworks/actions/runs/99).", body)
        self.assertTrue(whole.startswith(body.split("\n", 1)[1].split("\n\n**This is not all")[0]))
        self.assertEqual(run.summary, whole)

    # ---- What can be amiss

    def test_shallow_clone(self):
        self.changed()
        clone = self.check_out("feature", "--depth", "1")
        run = self.run_action(clone, self.event())
        self.assertRan(run, diff="failure")
        self.assertIn("ask for all of the history (`fetch-depth: 0` of actions/checkout", run.log)
        run = self.run_action(clone, self.event(), against="v1.0.0")
        self.assertRan(run, diff="failure")
        self.assertIn("there is no revision `v1.0.0` in this clone", run.log)

    def test_base_that_does_not_compile(self):
        run = self.run_action(self.mended(), self.event())
        self.assertRan(run)
        self.assertIn("::warning title=cadre::`.` does not compile as it was in", run.log)
        self.assertIn("it does not compile, so there is nothing to compare it with", self.comments()[0]["body"])

    def submodule(self, package="own"):
        """A package on `main` that uses one in a submodule, and a branch that raises what it asks for."""
        library = self.dir / "library"
        library.mkdir()
        self.git("init", "--quiet", "--initial-branch=main", cwd=library)
        (library / "core").mkdir()
        (library / "core/core.cadre").write_text(CORE, encoding="utf-8")
        (library / "core/cadre.toml").write_text('[package]\nedition = "2026"\n', encoding="utf-8")
        self.commit("Begin", cwd=library)
        self.begin(package)
        self.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library, "vendor")
        manifest = self.repository / package / "cadre.toml"
        with manifest.open("a", encoding="utf-8") as file:
            file.write('\n[dependencies]\nexample.core = { path = "../vendor/core" }\n')
        self.commit("Use")
        self.branch()
        self.raise_level(f"{package}/")

    def with_submodules(self, clone):
        self.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init", cwd=clone)
        return clone

    def test_base_that_cannot_be_read(self):
        """Nothing is known of it, so nothing is let through; why is in the log."""
        self.submodule()
        self.commit("Raise")
        run = self.run_action(self.with_submodules(self.check_out("feature")), self.event(), path="own", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("it lies in a submodule", run.log)
        self.assertNotIn("does not compile", run.log + run.summary)
        self.assertIn("## `own`\n\nIt cannot be compared with what it was", run.summary)
        # It moves, or goes.
        self.git("mv", "own", "mine")
        self.commit("Move")
        run = self.run_action(self.with_submodules(self.check_out("feature")), self.event(), path="mine", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertNotIn("New:", run.summary)
        self.assertIn("it lies in a submodule", run.log)
        self.git("rm", "-rq", "mine")
        self.write("work/other/other.cadre", CORE.replace("example.core", "example.other"))
        self.commit("Remove")
        run = self.run_action(self.with_submodules(self.check_out("feature")), self.event(), path="other")
        self.assertRan(run, diff="failure")
        self.assertIn("## `own`\n\nIt cannot be compared with what it was", run.summary)
        # What is new beside it is new.
        self.assertIn("## `other`\n\nNew:", run.summary)

    def test_partial_clone(self):
        """git fetches what the comparison needs; where it cannot, that is told."""
        self.begin()
        self.git("config", "uploadpack.allowFilter", "true")
        self.branch()
        self.edit("cadre.toml", 'edition = "2026"', 'edition = "2026"\nname = "bakery"')
        self.raise_level()
        self.commit("Raise")
        clones = [self.check_out("feature", "--filter=blob:none") for _ in range(2)]
        run = self.run_action(clones[0], self.event(), fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("title=requirement-raised::", run.log)
        self.repository.rename(self.dir / "away")
        run = self.run_action(clones[1], self.event(), fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("this clone does not hold them", run.log)
        self.assertNotIn("nothing to compare", run.log + run.summary)

    def test_base_with_a_wrong_manifest(self):
        self.begin()
        self.edit("cadre.toml", 'edition = "2026"', 'edition = "2026"\n[dependencies]\nexample.core = { path = "core" }\n')
        self.commit("Break")
        self.branch()
        self.git("checkout", "--quiet", "HEAD~1", "--", "cadre.toml")
        self.commit("Mend")
        run = self.run_action(self.check_out("feature"), self.event(), fail_on="breaking")
        self.assertRan(run)
        self.assertIn("::warning title=cadre::`.` does not compile as it was in", run.log)

    def test_cadre_that_is_at_fault(self):
        """Of a base that cadre ends on, nothing is known either."""
        clone = self.changed()
        broken = self.tools / "cadre"
        broken.write_text(f'#!/bin/sh\ncase "$*" in *git:*) exit 3 ;; esac\nexec {self.release}/bin/cadre "$@"\n', encoding="utf-8")
        broken.chmod(0o755)
        run = subprocess.run([self.release / "share/cadre/pipelines/diff.sh", "short"], cwd=clone, capture_output=True, text=True,
                             env={**self.env, "CADRE": str(broken), "CADRE_AGAINST": "origin/main", "CADRE_FAIL_ON": "breaking"})
        self.assertEqual(run.returncode, 2, run.stdout + run.stderr)

    def test_new_package(self):
        self.begin("bakery")
        self.branch()
        shutil.copytree(self.repository / "bakery", self.repository / "shop")
        self.edit("shop/framework.cadre", "framework example.bakery", "framework example.shop")
        self.raise_level("bakery/")
        self.commit("Add")
        run = self.run_action(self.check_out("feature"), self.event(), path="bakery\nshop\n")
        self.assertRan(run)
        body = self.comments()[0]["body"]
        self.assertIn("Dough making rises", body)
        self.assertIn("## `shop`\n\nNew: there was no package before.", body)

    def workspace(self, *names):
        """A repository with a package in each folder, of a framework that is called so."""
        self.begin(names[0])
        self.edit(f"{names[0]}/framework.cadre", "framework example.bakery", f"framework example.{names[0]}")
        for name in names[1:]:
            shutil.copytree(self.repository / names[0], self.repository / name)
            self.edit(f"{name}/framework.cadre", f"framework example.{names[0]}", f"framework example.{name.strip('-')}")
        self.commit("Add")
        self.branch()

    def changes(self, path, **inputs):
        """What a pull request of the branch says."""
        self.commit("Change")
        return self.run_action(self.check_out("feature"), self.event(), path=path, **inputs)

    def test_moved_package(self):
        """It is compared with what it was where it was, whatever else is there."""
        self.workspace("m", "n")
        (self.repository / "deep").mkdir()
        self.git("mv", "m", "deep/k")
        run = self.changes("n\ndeep/k")
        self.assertRan(run)
        self.assertIn("## `deep/k`\n\nMoved from `m`; nothing else has changed.\n", run.summary)
        self.raise_level("deep/k/")
        run = self.changes("n\ndeep/k", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("Dough making rises", run.summary)
        self.assertIn("Moved from `m` to `deep/k`.", run.summary)
        self.assertNotIn("New:", run.summary)
        self.assertNotIn("gone", run.summary)
        # Nobody watches where it went.
        run = self.changes("n", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("Moved from `m` to `deep/k`.", run.summary)

    def test_packages_that_change_places(self):
        self.workspace("m", "n")
        for old, new in (("m", "x"), ("n", "m"), ("x", "n")):
            self.git("mv", old, new)
        self.raise_level("m/")
        run = self.changes("m\nn")
        self.assertRan(run)
        self.assertIn("Moved from `n` to `m`.", run.summary)
        self.assertIn("## `n`\n\nMoved from `m`; nothing else has changed.", run.summary)
        self.assertEqual(run.summary.count("rises"), 1)
        # The one goes, the other takes its place.
        self.git("rm", "-rq", "n")
        run = self.changes("m", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("The framework is gone.", run.summary)
        self.assertIn("Moved from `n` to `m`.", run.summary)

    def test_package_that_goes(self):
        self.workspace("m", "n", "-d")
        self.git("rm", "-rq", "n")
        run = self.changes("m\n-d")
        self.assertRan(run)
        self.assertEqual(run.summary.count("The framework is gone."), 1)
        run = self.changes("m\n-d", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("::error title=removed::Bakery competency framework: is gone", run.log)
        # Named still: what is missing is told as such.
        run = self.changes("m\nn\n-d")
        self.assertRan(run, check="failure", fmt="failure", diff="failure")
        self.assertIn("## `n`\n\nIt cannot be compared with what it was", run.summary)

    def test_workspace_that_moves(self):
        self.workspace("m", "n")
        (self.repository / "cadre.toml").write_text('[workspace]\nmembers = ["m", "n"]\n', encoding="utf-8")
        self.commit("Gather")
        self.git("checkout", "--quiet", "main")
        self.git("merge", "--quiet", "feature")
        self.git("checkout", "--quiet", "feature")
        (self.repository / "all").mkdir()
        for name in ("m", "n", "cadre.toml"):
            self.git("mv", name, "all")
        self.raise_level("all/n/")
        run = self.changes("all")
        self.assertRan(run)
        self.assertEqual(run.summary.count("rises"), 1)
        self.assertIn("Moved from `.` to `all`.", run.summary)
        self.assertNotIn("gone", run.summary)
        # A member that goes is told once.
        (self.repository / "all/cadre.toml").write_text('[workspace]\nmembers = ["n"]\n', encoding="utf-8")
        self.git("rm", "-rq", "all/m")
        run = self.changes("all", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertEqual(run.summary.count("The framework is gone."), 1)

    def test_packages_that_are_gathered(self):
        self.workspace("m", "n")
        (self.repository / "all").mkdir()
        for name in ("m", "n"):
            self.git("mv", name, "all")
        self.write("work/all/cadre.toml", '[workspace]\nmembers = ["m", "n", "o"]\n')
        shutil.copytree(self.repository / "all/n", self.repository / "all/o")
        self.edit("all/o/framework.cadre", "framework example.n", "framework example.o")
        self.raise_level("all/n/")
        run = self.changes("all")
        self.assertRan(run)
        self.assertEqual(run.summary.count("rises"), 1)
        self.assertIn("## `all/m`\n\nMoved from `m`; nothing else has changed.", run.summary)
        self.assertIn("New: `example.o`", run.summary)
        self.assertNotIn("gone", run.summary)

    def test_package_that_joins_a_workspace(self):
        self.workspace("m", "n", "o")
        self.write("work/all/cadre.toml", '[workspace]\nmembers = ["m", "n"]\n')
        for name in ("m", "n"):
            self.git("mv", name, "all")
        self.commit("Gather")
        self.git("branch", "--force", "main")
        self.git("mv", "o", "all/o")
        self.raise_level("all/o/")
        self.write("work/all/cadre.toml", '[workspace]\nmembers = ["m", "n", "o"]\n')
        run = self.changes("all", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertEqual(run.summary.count("rises"), 1)
        self.assertIn("Moved from `o` to `all/o`.", run.summary)

    def test_package_that_moves_and_does_not_compile(self):
        self.workspace("m", "n")
        self.git("mv", "m", "k")
        self.edit("k/profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")
        run = self.changes("k\nn")
        self.assertRan(run, check="failure", diff="failure")
        self.assertNotIn("gone", run.summary)

    def test_package_without_a_manifest_that_moves(self):
        self.workspace("m", "n")
        (self.repository / "m/cadre.toml").unlink()
        self.commit("Bare")
        self.git("branch", "--force", "main")
        self.git("mv", "m", "k")
        self.raise_level("k/")
        run = self.changes("k\nn")
        self.assertRan(run)
        self.assertIn("Dough making rises", run.summary)
        self.assertIn("Moved from `m` to `k`.", run.summary)

    def beside_members(self, *manifest):
        """A workspace with the member `a`, beside which `hire` lies without a manifest and in no package."""
        self.workspace("a", "hire")
        (self.repository / "hire/cadre.toml").unlink()
        self.write("work/cadre.toml", "\n".join(manifest or ["[workspace]", 'members = ["a"]']) + "\n")
        self.commit("Gather")
        self.git("branch", "--force", "main")

    def test_framework_beside_the_members_of_a_workspace(self):
        """A workspace stands for its members alone: what lies elsewhere below it moves, and goes, as any other."""
        self.beside_members()
        (self.repository / "n").mkdir()
        self.git("mv", "hire", "n/rental")
        run = self.changes("n/rental")
        self.assertRan(run)
        self.assertIn("Moved from `hire`; nothing else has changed.", run.summary)
        # Nobody watches where it went.
        self.raise_level("n/rental/")
        run = self.changes("a", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("Moved from `hire` to `n/rental`.", run.summary)
        self.assertNotIn("gone", run.summary)
        self.git("rm", "-rq", "n")
        run = self.changes("a", fail_on="breaking")
        self.assertRan(run, diff="failure")
        self.assertIn("::error title=removed::Bakery competency framework: is gone", run.log)
        self.assertEqual(run.summary.count("The framework is gone."), 1)

    def test_names_in_another_encoding(self):
        """Names are bytes: awk and grep have nothing to say of them."""
        self.workspace("a")
        place = os.fsencode(self.repository) + b"/caf\xe9"
        os.mkdir(place)
        with open(place + b"/th\xe9.cadre", "w", encoding="utf-8") as file:
            file.write(CORE)
        self.commit("Add")
        self.git("branch", "--force", "main")
        shutil.copytree(self.repository / "a", self.repository / "b")
        self.edit("b/framework.cadre", "framework example.a", "framework example.b")
        run = self.changes("a\nb")
        self.assertRan(run)
        self.assertIn("## `b`\n\nNew:", run.summary)
        self.assertEqual(run.log.split("## Compare with what was\n")[1].split("## ")[0], "")

    def test_workspaces_in_other_words(self):
        for manifest in (["workspace.members = ['a']"], ["# all", " [ workspace ] # of ours", "members = ['a']"]):
            with self.subTest(manifest):
                self.beside_members(*manifest)
                self.git("rm", "-rq", "hire")
                self.assertRan(self.changes("a", fail_on="breaking"), diff="failure")
            shutil.rmtree(self.repository)
            shutil.rmtree(self.dir / "made")

    def test_package_that_is_a_workspace_too(self):
        """It has all below it; what goes is told as its change, once."""
        self.workspace("a")
        self.git("mv", *(f"a/{it}.cadre" for it in ("framework", "competencies", "profiles")), ".")
        self.write("work/cadre.toml", '[package]\nedition = "2026"\n\n[workspace]\nmembers = []\n')
        self.commit("Gather")
        self.git("branch", "--force", "main")
        (self.repository / "deep").mkdir()
        self.git("mv", "framework.cadre", "deep")
        run = self.changes(".", fail_on="breaking")
        self.assertRan(run)
        self.assertEqual(run.summary, "")

    def test_package_that_goes_and_did_not_compile(self):
        self.workspace("m", "n")
        self.edit("n/profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")
        self.commit("Break")
        self.git("branch", "--force", "main")
        self.git("rm", "-rq", "n")
        run = self.changes("m")
        self.assertRan(run)
        self.assertIn("## `n`\n\nGone.", run.summary)

    def test_absolute_path(self):
        clone = self.changed()
        run = self.run_action(clone, self.event(), path=f"{clone}/")
        self.assertRan(run)
        self.assertIn("Dough making rises", run.summary)

    def test_a_push_that_cannot_be_compared_keeps_the_comment(self):
        self.changed()
        self.run_action(self.check_out("feature"), self.event())
        self.edit("competencies.cadre", "competency", "competency {")
        self.commit("Break")
        run = self.run_action(self.check_out("feature"), self.event())
        self.assertRan(run, check="failure", fmt="failure", diff="failure")
        self.assertEqual(len(self.comments()), 1)
        self.assertIn("As it is now it does not compile", self.comments()[0]["body"])
        # What is wrong stands at its line once.
        self.assertIn("::error file=competencies.cadre", run.log.split("## Check\n")[1].split("## ")[0])
        self.assertEqual(run.log.split("## Compare with what was\n")[1].split("## ")[0],
                         "::error title=cadre::`.` does not compile: it cannot be compared with what it was\n")
        before = self.comments()
        self.assertRan(self.run_action(self.check_out("feature"), self.event(), against="nosuch"), check="failure", fmt="failure", diff="failure")
        self.assertEqual(self.comments(), before)

    def test_names_of_branches_are_no_commands(self):
        self.begin()
        evil = "$(touch${IFS}pwned)`touch${IFS}pwned`;touch${IFS}pwned;'"
        self.git("branch", evil)
        self.branch("x;touch${IFS}pwned")
        self.raise_level()
        self.commit("Raise")
        clone = self.check_out("x;touch${IFS}pwned")
        self.assertRan(self.run_action(clone, self.event(base=evil)))
        self.assertIn("Dough making rises", self.comments()[0]["body"])
        self.assertEqual(list(self.dir.rglob("pwned")), [])

    # ---- Pushes, building

    def test_push_builds(self):
        self.begin()
        clone = self.check_out("main")
        run = self.run_action(clone, self.push(), build="cadre-build", site="cadre-site")
        self.assertRan(run, build="success")
        self.assertIn("::notice title=cadre::nothing is compared", run.log)
        self.assertTrue((clone / "cadre-build/framework.json").exists())
        self.assertTrue((clone / "cadre-site/index.html").exists())
        self.assertEqual(self.called(), [])

    def test_workspace_builds(self):
        self.begin("bakery")
        shutil.copytree(self.repository / "bakery", self.repository / "shop & bar")
        self.edit("shop & bar/framework.cadre", "framework example.bakery", "framework example.shop")
        (self.repository / "cadre.toml").write_text('[workspace]\nmembers = ["bakery", "shop & bar"]\n', encoding="utf-8")
        self.commit("Add")
        clone = self.check_out("main")
        self.assertRan(self.run_action(clone, self.push(), build="out", site="site"), build="success")
        page = (clone / "site/index.html").read_text(encoding="utf-8")
        self.assertIn('<a href="shop%20&amp;%20bar/index.html">shop &amp; bar</a>', page)
        self.assertTrue((clone / "site/shop & bar/index.html").exists())
        self.assertTrue((clone / "site/bakery/index.html").exists())
        run = self.run_action(clone, self.push(), path="bakery\nshop & bar", build="out2", site="site2")
        self.assertRan(run, build="success")
        self.assertTrue((clone / "site2/bakery/index.html").exists())

    def test_no_site(self):
        self.begin()
        self.edit("cadre.toml", 'emit = ["json", "html", "sql", "sqlite"]', 'emit = ["json"]')
        self.commit("No site")
        run = self.run_action(self.check_out("main"), self.push(), build="out", site="site")
        self.assertRan(run, build="failure")
        self.assertIn("no package writes a site", run.log)

    # ---- Installing

    def archive(self):
        path = self.dir / "cadre.tar.gz"
        with tarfile.open(path, "w:gz", compresslevel=1) as file:
            file.add(self.release, "cadre-0.1.0-linux-x86_64")
        return path, hashlib.sha256(path.read_bytes()).hexdigest()

    def test_install_from_archive(self):
        self.begin()
        clone = self.check_out("main")
        path, digest = self.archive()
        self.tool("curl")
        self.remember(comments=[], download=str(path))
        for inputs in ({"archive": path}, {"archive": path, "sha256": digest},
                       {"archive": "https://downloads.example/cadre.tar.gz", "sha256": digest}):
            with self.subTest(inputs):
                run = self.run_action(clone, self.push(), cadre="", **inputs)
                self.assertRan(run)
                self.assertRegex(run.log, r"(?m)^cadre \d")
        for inputs, says in (({"archive": path, "sha256": "0" * 64}, "the archive has another SHA-256"),
                             ({"archive": "https://downloads.example/cadre.tar.gz"}, "needs its SHA-256"),
                             ({"cadre": "no-such-cadre"}, "there is no `no-such-cadre`"),
                             ({"cadre": "/bin/true"}, "the steps of the pipeline are not at")):
            with self.subTest(inputs):
                run = self.run_action(clone, self.push(), **{"cadre": "", **inputs})
                self.assertRan(run, install="failure", check="skipped", fmt="skipped", diff="skipped", say="skipped")
                self.assertIn(says, run.log)

    def test_install_from_npm(self):
        self.begin()
        self.tool("npm")
        run = self.run_action(self.check_out("main"), self.push(), cadre="")
        self.assertRan(run)
        self.assertEqual(self.called()[0]["arguments"][-1], "cadre-frameworks@0.1.0")

    # ---- The files themselves

    def test_version(self):
        version = self.cadre("--version").stdout.split()[1]
        self.assertEqual(ACTION["inputs"]["version"]["default"], version)
        package = json.loads((PIPELINES.parent / "npm/package.json").read_text(encoding="utf-8"))
        self.assertEqual(package["version"], version)

    def test_nothing_untrusted_in_shell(self):
        for step in ACTION["runs"]["steps"]:
            self.assertNotIn("${{", step["run"])
        for job in WORKFLOW["jobs"].values():
            for step in job["steps"]:
                self.assertNotIn("run", step)

    def test_workflow(self):
        events = WORKFLOW[True]  # YAML 1.1 reads `on` so.
        self.assertEqual(set(events), {"pull_request", "push"})
        self.assertEqual(WORKFLOW["permissions"], {"contents": "read"})
        self.assertEqual(WORKFLOW["jobs"]["check"]["permissions"],
                         {"contents": "read", "actions": "read", "pull-requests": "write", "security-events": "write"})
        self.assertEqual(WORKFLOW["jobs"]["publish"]["permissions"], {"contents": "read", "pages": "write", "id-token": "write"})
        for job in WORKFLOW["jobs"].values():
            checkout = job["steps"][0]
            self.assertTrue(checkout["uses"].startswith("actions/checkout@"))
            self.assertEqual(checkout["with"], {"fetch-depth": 0, "persist-credentials": False})
            self.assertEqual(job["steps"][1]["uses"], "./.github/actions/cadre")
            self.assertLessEqual(set(job["steps"][1]["with"]), set(ACTION["inputs"]))

    def test_conditions_of_the_workflow(self):
        upload = next(it for it in WORKFLOW["jobs"]["check"]["steps"] if "upload-sarif" in it["uses"])["if"]
        for github, wanted in ((self.event(), True), (self.event(head="stranger/frameworks"), False), (self.push(), True)):
            self.assertEqual(Expression({"github": github}, False).condition(upload), wanted)
        publish = WORKFLOW["jobs"]["publish"]["if"]
        main_push = {**self.push(), "ref_name": "main", "event": {"repository": {"default_branch": "main"}}}
        for github, allowed, wanted in ((main_push, "true", True), (main_push, None, False), ({**main_push, "ref_name": "x"}, "true", False),
                                        (self.event(), "true", False)):
            self.assertEqual(Expression({"github": github, "vars": {"CADRE_PUBLISH": allowed}}, True).condition(publish), wanted)


if __name__ == "__main__":
    main()
