"""What the tests of pipelines share: a release as it lies on a disk, repositories, and programs that stand in for gh, curl
and npm, and write down what they were asked for.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent / "messages")]

import harness  # noqa: E402

ROOT = harness.ROOT
PIPELINES = ROOT / "runtime/pipelines"
CADRE = harness.CADRE

# A package to depend on.
CORE = """framework example.core "Core" {
  version  "1.0.0"
  language en
}

competency Listening "Listening" {
  scale none
  - Repeats in own words what a colleague has said.
}
"""


class Stage(harness.CadreTest):
    """A folder with `release` (binary and steps), `tools` (the stand-ins) and, on demand, repositories."""

    @classmethod
    def setUpClass(cls):
        cls.shared = Path(tempfile.mkdtemp(prefix="cadre-release-"))
        cls.release = cls.shared / "release"
        (cls.release / "bin").mkdir(parents=True)
        shutil.copy(CADRE, cls.release / "bin/cadre")
        steps = cls.release / "share/cadre/pipelines"
        shutil.copytree(PIPELINES / "steps", steps)
        shutil.copytree(PIPELINES / "git", steps, dirs_exist_ok=True)
        cls.addClassCleanup(shutil.rmtree, cls.shared, ignore_errors=True)

    def setUp(self):
        super().setUp()
        self.tools = self.dir / "tools"
        self.tools.mkdir()
        self.calls = self.dir / "calls.json"
        self.state = self.dir / "state.json"
        home = self.dir / "home"
        home.mkdir()
        # Nothing of who runs the test: no configuration of git, no service's variables.
        self.env = {"PATH": f"{self.tools}:/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8",
                    "GIT_CONFIG_NOSYSTEM": "1", "TEST_CALLS": str(self.calls), "TEST_STATE": str(self.state),
                    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A",
                    "GIT_COMMITTER_EMAIL": "a@b.example"}

    def tool(self, name):
        """Puts the stand-in of that name in the way of the real one."""
        path = self.tools / name
        path.write_text(f"#!/bin/sh\nexec {sys.executable} {HERE / 'stand_in.py'} {name} \"$@\"\n", encoding="utf-8")
        path.chmod(0o755)

    def called(self):
        """What the stand-ins were asked for, in order."""
        if not self.calls.exists():
            return []
        return [json.loads(line) for line in self.calls.read_text(encoding="utf-8").splitlines()]

    def remember(self, **state):
        self.state.write_text(json.dumps(state), encoding="utf-8")

    def remembered(self):
        return json.loads(self.state.read_text(encoding="utf-8"))

    # ---- Repositories

    def git(self, *arguments, cwd=None, code=0):
        done = subprocess.run(["git", *map(str, arguments)], cwd=cwd or self.repository, env=self.env, capture_output=True, text=True)
        if code is not None:
            self.assertEqual(done.returncode, code, f"git {arguments}\n{done.stdout}\n{done.stderr}")
        return done.stdout.strip()

    def commit(self, message, cwd=None):
        self.git("add", "--all", cwd=cwd)
        self.git("commit", "--quiet", "--allow-empty", "--message", message, cwd=cwd)

    def begin(self, package="."):
        """A repository `origin` with the package of `cadre new` on `main`; `self.repository` is where authors work."""
        self.repository = self.dir / "work"
        self.repository.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        (self.repository / "README.md").write_text("Frameworks\n", encoding="utf-8")
        self.cadre("new", self.dir / "made", "-q")
        target = self.repository / package
        shutil.copytree(self.dir / "made", target, dirs_exist_ok=True)
        self.commit("Begin")

    def edit(self, name, old, new):
        path = self.repository / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def raise_level(self, package=""):
        self.edit(package + "profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Leading")

    def changed(self):
        """A clone of a branch that raises what a baker must be able to do."""
        self.begin()
        self.branch()
        self.raise_level()
        self.commit("Raise")
        return self.check_out("feature")

    def mended(self):
        """A clone of a branch that mends a `main` which does not compile."""
        self.begin()
        self.edit("profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")
        self.commit("Break")
        self.branch()
        self.edit("profiles.cadre", "requires DoughMaking at Guru", "requires DoughMaking at Independent")
        self.commit("Mend")
        return self.check_out("feature")

    def branch(self, name="feature"):
        self.git("checkout", "--quiet", "-b", name)

    def check_out(self, branch, *options):
        """The clone that a service makes: `origin` is the repository, and `branch` stands there without one of its own."""
        clone = Path(tempfile.mkdtemp(prefix="clone-", dir=self.dir)) / "repository"
        self.git("clone", "--quiet", "--no-local", *options, "--branch", branch, f"file://{self.repository}", clone, cwd=self.dir)
        self.git("checkout", "--quiet", "--detach", cwd=clone)
        self.git("branch", "--quiet", "-D", branch, cwd=clone)
        return clone


main = harness.main
snapshot = harness.snapshot
