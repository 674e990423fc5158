"""The GitLab template: every job in a shell, with what a runner gives it.

usage: gitlab_test.py CADRE [PART OF A NAME]
"""

import json
import re
import subprocess
from pathlib import Path

import yaml
from stage import PIPELINES, Stage, main

import documents

TEMPLATE = yaml.safe_load((PIPELINES / "gitlab/cadre.gitlab-ci.yml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((PIPELINES / "github/action.yml").read_text(encoding="utf-8"))
CONDITION = re.compile(r'\$(\w+)(?: == (?:"([^"]*)"|\$(\w+)))?')


def job(name):
    """A job with what it extends."""
    row = TEMPLATE[name]
    base = TEMPLATE[row["extends"]] if "extends" in row else {}
    return {**base, **row}


def holds(condition, variables):
    """`$A == "x" && $B`, as rules have it."""
    for part in condition.split(" && "):
        name, text, other = CONDITION.fullmatch(part).groups()
        value = variables.get(name)
        wanted = text if text is not None else variables.get(other) if other else None
        if (value != wanted) if text is not None or other else not value:
            return False
    return True


class GitLab(Stage):
    def setUp(self):
        super().setUp()
        self.tool("curl")
        self.remember(comments=[])

    def request(self, **more):
        return {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_IID": "3", "CI_MERGE_REQUEST_PROJECT_ID": "17",
                "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.git("merge-base", "main", "HEAD"), "CADRE_GITLAB_TOKEN": "secret", **more}

    def default_branch(self, **more):
        return {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main", **more}

    def run_job(self, name, clone, given, shell=("bash", "-eo", "pipefail"), code=0, **variables):
        row = job(name)
        env = {**self.env, "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_ID": "17", "CI_PROJECT_DIR": str(clone),
               "CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_JOB_URL": "https://gitlab.example/jobs/1",
               "CI_DEFAULT_BRANCH": "main", "TEST_RELEASE": str(self.release)}
        known = {**{key: str(value) for key, value in TEMPLATE["variables"].items()},
                 "CADRE": str(self.release / "bin/cadre"), **given, **variables}
        for key, value in row["variables"].items():
            known[key] = str(value).replace("$CI_PROJECT_DIR", str(clone))
        env.update(known)
        self.assertTrue(any(holds(rule["if"], env) for rule in row["rules"]), f"{name} does not run")
        script = "\n".join(row["before_script"] + row["script"])
        done = subprocess.run([*shell, "-c", script], cwd=clone, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=120)
        self.assertEqual(done.returncode, code, done.stdout)
        self.log = done.stdout
        return clone / "cadre-reports"

    def jobs_for(self, variables):
        env = {"CI_DEFAULT_BRANCH": "main", **variables}
        rows = {name: row for name, row in TEMPLATE.items() if name != "variables" and not name.startswith(".")}
        return [name for name, row in rows.items() if any(holds(rule["if"], env) for rule in row["rules"])]

    def comments(self):
        return self.remembered()["comments"]

    # ---- Which jobs run

    def test_rules(self):
        self.assertEqual(self.jobs_for({"CI_PIPELINE_SOURCE": "merge_request_event"}), ["cadre check", "cadre fmt", "cadre diff"])
        self.assertEqual(self.jobs_for({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}), ["cadre check", "cadre fmt"])
        self.assertEqual(self.jobs_for({"CI_COMMIT_BRANCH": "main", "CADRE_PUBLISH": "true"}), ["cadre check", "cadre fmt", "pages"])
        self.assertEqual(self.jobs_for({"CI_COMMIT_BRANCH": "topic", "CADRE_PUBLISH": "true"}), [])
        self.assertEqual(self.jobs_for({"CI_COMMIT_TAG": "v1"}), ["cadre check"])

    def test_same_installation_as_github(self):
        ours = job("cadre check")["before_script"][0]
        theirs = ACTION["runs"]["steps"][0]["run"]
        self.assertEqual(ours.replace("export CADRE CADRE_STEPS\n", ""),
                         "".join(line for line in theirs.splitlines(keepends=True) if "GITHUB_OUTPUT" not in line))

    def test_version(self):
        self.assertEqual(TEMPLATE["variables"]["CADRE_VERSION"], self.cadre("--version").stdout.split()[1])

    # ---- Jobs

    def test_check(self):
        self.begin()
        self.branch()
        self.edit("profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")
        self.commit("Break")
        clone = self.check_out("feature")
        reports = self.run_job("cadre check", clone, self.request(), code=1)
        self.assertIn("error[E0302]: `Guru` is not a level of scale `Mastery`", self.log)
        quality = documents.load((reports / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        self.assertEqual(documents.violations(documents.gitlab_reports, quality), [])
        self.assertEqual([(it["check_name"], it["location"]["path"]) for it in quality], [("E0302", "profiles.cadre")])
        found, complaints = documents.json_lines(self.cadre("check", "--message-format", "json", cwd=clone, code=1).stderr)
        complaints += documents.gitlab((reports / "gl-code-quality-report.json").read_text(encoding="utf-8"), found, 1)
        complaints += documents.junit((reports / "cadre.xml").read_text(encoding="utf-8"), found, 1)
        self.assertEqual(complaints, [])
        suites = documents.JUnitXml.fromstring((reports / "cadre.xml").read_bytes())
        self.assertEqual((suites.failures, suites.errors), (1, 0))
        for path in job("cadre check")["artifacts"]["reports"].values():
            self.assertTrue((reports.parent / path).exists(), path)

    def test_check_of_what_is_right(self):
        self.begin()
        for shell in (("bash", "-eo", "pipefail"), ("dash", "-e")):
            reports = self.run_job("cadre check", self.check_out("main"), self.default_branch(), shell=shell)
            self.assertEqual(json.loads((reports / "gl-code-quality-report.json").read_text(encoding="utf-8")), [])
            self.run_job("cadre fmt", self.check_out("main"), self.default_branch(), shell=shell)

    def test_form(self):
        self.begin()
        self.branch()
        self.edit("profiles.cadre", "profile Baker", "profile   Baker")
        self.commit("Widen")
        self.run_job("cadre fmt", self.check_out("feature"), self.request(), code=1)
        self.assertIn("error[E0950]", self.log)

    def test_change_is_told_in_one_note(self):
        clone = self.changed()
        others = [{"id": i, "author": {"id": 8}, "body": "<!-- cadre diff --> of somebody else"} for i in range(1, 131)]
        self.remember(comments=others)
        for shell in (("bash", "-eo", "pipefail"), ("dash", "-e")):
            self.run_job("cadre diff", clone, self.request(), shell=shell)
        self.assertEqual(len(self.comments()), 131)
        self.assertTrue(self.comments()[-1]["body"].startswith("<!-- cadre diff -->\n## Bakery competency framework 0.1.0"))
        self.assertEqual([it["method"] for it in self.called() if it["method"] != "GET"], ["POST", "PUT"])
        self.git("checkout", "--quiet", "main", "--", ".")
        self.commit("Take back")
        self.run_job("cadre diff", self.check_out("feature"), self.request())
        self.assertEqual(len(self.comments()), 130)
        for call in self.called():
            self.assertNotIn("secret", " ".join(call["arguments"]))
            self.assertTrue(call["address"].startswith("https://gitlab.example/api/v4/"))

    def test_nothing_changes(self):
        self.begin()
        self.branch()
        reports = self.run_job("cadre diff", self.check_out("feature"), self.request())
        self.assertFalse((reports / "changes.md").exists())
        self.assertEqual({it["method"] for it in self.called()}, {"GET"})

    def test_without_token(self):
        reports = self.run_job("cadre diff", self.changed(), self.request(CADRE_GITLAB_TOKEN=""))
        self.assertEqual(self.called(), [])
        self.assertIn("CADRE_GITLAB_TOKEN is not set", self.log)
        self.assertIn("Dough making rises", (reports / "changes.md").read_text(encoding="utf-8"))

    def test_refused_token(self):
        self.run_job("cadre diff", self.changed(), self.request(CADRE_GITLAB_TOKEN="old"))
        self.assertIn("warning: the note could not be written", self.log)

    def test_breaking_change_is_refused_and_told(self):
        self.run_job("cadre diff", self.changed(), self.request(), code=1, CADRE_FAIL_ON="people")
        self.assertIn("error[requirement-raised]", self.log)
        self.assertIn("Dough making rises", self.comments()[0]["body"])

    def test_base_that_does_not_compile(self):
        self.run_job("cadre diff", self.mended(), self.request())
        self.assertIn("there is nothing to compare it with", self.comments()[0]["body"])

    def test_a_push_that_cannot_be_compared_keeps_the_note(self):
        self.run_job("cadre diff", self.changed(), self.request())
        before = self.comments()
        self.assertEqual(len(before), 1)
        self.run_job("cadre diff", self.check_out("feature"), self.request(), code=2, CADRE_AGAINST="nosuch")
        self.assertEqual(self.comments(), before)
        self.edit("competencies.cadre", "competency", "competency {")
        self.commit("Break")
        for shell in (("bash", "-eo", "pipefail"), ("dash", "-e")):
            self.run_job("cadre diff", self.check_out("feature"), self.request(), shell=shell, code=1)
            self.assertIn("does not compile", self.comments()[0]["body"])

    def test_shallow_clone(self):
        self.changed()
        clone = self.check_out("feature", "--depth", "1")
        self.run_job("cadre diff", clone, self.request(), code=2)
        self.assertIn("is not in this clone: set `GIT_DEPTH: 0`", self.log)
        # What is compared is two commits: one clone that has both will do.
        self.run_job("cadre diff", self.check_out("feature", "--depth", "2"), self.request())
        self.assertEqual(job("cadre diff")["variables"]["GIT_DEPTH"], 0)

    def test_pages(self):
        self.begin()
        clone = self.check_out("main")
        self.run_job("pages", clone, self.default_branch(CADRE_PUBLISH="true"))
        self.assertTrue((clone / "public/index.html").exists())
        self.assertTrue((clone / "cadre-build/framework.json").exists())

    def test_install_from_npm(self):
        self.begin()
        self.tool("npm")
        clone = self.check_out("main")
        self.run_job("cadre check", clone, self.default_branch(), CADRE="")
        self.assertEqual(self.called()[0]["arguments"][-1], "cadre-frameworks@" + self.cadre("--version").stdout.split()[1])
        self.assertEqual(Path(clone / ".cadre/node_modules/.bin/cadre").resolve().name, "cadre")


if __name__ == "__main__":
    main()
