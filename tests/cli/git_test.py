#!/usr/bin/python3
"""Reads packages out of git with the binary, as docs/git.md says.

    git_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN

A repository of twenty commits is made once, with fixed authors and dates, so that its hashes are the same
on every machine; each test works on a copy. Commit N has the framework at version 1.N.0.
"""

import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from harness import CADRE, ROOT, CadreTest, main

sys.path.insert(0, str(ROOT / "tests/messages"))
import documents  # noqa: E402

COMMITS = 20
NOBODY = 65534
START = 1767225600  # 2026-01-01

WORLD = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
}
GIT_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_CEILING_DIRECTORIES",
                 "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE")
for name in GIT_VARIABLES:
    os.environ.pop(name, None)

# What reviewers would say is no matter here.
QUIET = "".join(f'{rule} = "off"\n' for rule in ("level-count", "missing-definition", "verb-phrase-label"))
MANIFEST = '[package]\nedition = "2026"\n\n[lint]\n' + QUIET
CORE = """framework acme.core "Core" {{
  version  "1.{0}.0"
  status   draft
  language en
  scale    S
}}

scale S "S" cumulative {{
  level A "A"
  level B "B"
}}

competency Work "Work {0}" {{
  level A {{ - Sends invoices to customers. }}
  level B {{ - Files the tax return of the company. }}
}}
"""
SALES = """framework acme.sales "Sales" {{
  version  "1.{0}.0"
  status   draft
  language en
}}

use acme.core

profile Seller "Seller {0}" {{
  requires acme.core.Work at A
}}
"""
BROKEN = 'competency Broken "Broken" { scale Nowhere }\n'
BROKEN_AT = 14
HASH_OF_17 = "484a63203d79082ee0627bb60b6aee2cad917335"


def git(directory, *arguments, env=None, check=True):
    done = subprocess.run(["git", "-c", "protocol.file.allow=always", *map(str, arguments)], cwd=directory, text=True,
                          capture_output=True, env={**os.environ, **WORLD, **(env or {})}, timeout=120)
    if check and done.returncode != 0:
        raise AssertionError(f"git {arguments}: {done.stderr}")
    return done.stdout.strip()


def write(directory, files):
    for name, text in files.items():
        path = Path(directory) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(directory, message, number=COMMITS + 1):
    date = f"{START + 86400 * number} +0000"
    git(directory, "add", "-A")
    git(directory, "commit", "-q", "--allow-empty", "-m", message,
        env={"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date})


def tree_of(number):
    """What commit `number`, from 1, holds: a workspace of two, and a package that stands apart."""
    files = {
        "cadre.toml": '[workspace]\nmembers = ["core", "sales"]\n\n[lint]\n' + QUIET,
        "core/cadre.toml": MANIFEST,
        "core/core.cadre": CORE.format(number),
        "sales/cadre.toml": MANIFEST + '\n[dependencies]\nacme.core = { path = "../core", version = "^1.0" }\n',
        "sales/sales.cadre": SALES.format(number),
        "README.md": f"Commit {number}\n",
    }
    if number == BROKEN_AT:
        files["core/broken.cadre"] = BROKEN
    if number > BROKEN_AT:
        files["core/more/deep.cadre"] = 'competency More "More" { scale S }\n'
    return files


@functools.cache
def history():
    """The repository that tests copy."""
    directory = Path(tempfile.mkdtemp(prefix="cadre-git-"))
    git(directory, "init", "-q", "-b", "main", ".")
    for number in range(1, COMMITS + 1):
        for entry in directory.iterdir():
            if entry.name != ".git":
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        write(directory, tree_of(number))
        commit(directory, f"commit {number}", number)
        if number == 10:
            git(directory, "tag", "light-1.10")
            git(directory, "branch", "feature/sales")
        if number == 5:
            git(directory, "tag", "-a", "v1.5.0", "-m", "five", env={"GIT_COMMITTER_DATE": f"{START} +0000"})
    return directory


def listing(directory):
    """Everything below, links and directories too: kind, bytes and when it was changed."""
    found = {}
    for path in sorted(Path(directory).rglob("*")):
        status = path.lstat()
        content = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        found[str(path.relative_to(directory))] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


class GitTest(CadreTest):
    def setUp(self):
        super().setUp()
        self.repository = self.dir / "repository"
        shutil.copytree(history(), self.repository, symlinks=True)

    def checked(self, operand, code=0, cwd=None, **more):
        """What `cadre check -v` says, its error stream."""
        return self.cadre("check", operand, "-v", code=code, cwd=cwd or self.repository, **more).stderr

    def number(self, operand, cwd=None, **more):
        """Which commit was read: titles bear its number. The package is `sales`, with `core` beside it."""
        done = self.cadre("explain", "Seller", "--in", operand, cwd=cwd or self.repository, **more)
        numbers = set(re.findall(r"(?:Seller|Work) (\d+)", done.stdout))
        self.assertEqual(len(numbers), 1, done.stdout)
        return int(numbers.pop())

    def says(self, operand, *parts, code=2, cwd=None, **more):
        said = self.checked(operand, code=code, cwd=cwd, **more)
        for part in parts:
            self.assertIn(part, said)
        return said


class Revisions(GitTest):
    def test_ways_to_name_one(self):
        last = COMMITS
        head = git(self.repository, "rev-parse", "HEAD")
        for revision, number in {
            "HEAD": last, "@": last, "HEAD~3": last - 3, "@~3": last - 3, "HEAD^^": last - 2, "HEAD~0": last,
            "main": last, "refs/heads/main": last, "heads/main~1": last - 1,
            "light-1.10": 10, "tags/light-1.10": 10, "light-1.10~2": 8, "feature/sales": 10, "feature/sales^": 9,
            "v1.5.0": 5, "v1.5.0~1": 4, "v1.5.0^{}": 5, "v1.5.0^{commit}": 5,
            head: last, head[:7]: last, head[:10].upper(): last, f"{head[:8]}~1": last - 1,
            git(self.repository, "describe", "--tags", "HEAD~8"): last - 8,
            "HEAD^{/commit 12}": 12, "main@{0}": last,
        }.items():
            with self.subTest(revision):
                self.assertEqual(self.number(f"git:{revision}:sales"), number)
                self.assertEqual(git(self.repository, "rev-parse", revision + "^{commit}"),
                                 git(self.repository, "rev-parse", f"HEAD~{last - number}"))

    def test_hashes_are_those_of_every_machine(self):
        """What the tests stand on: a hash that is written down."""
        self.assertEqual(git(self.repository, "rev-parse", "HEAD~3"), HASH_OF_17)
        self.assertEqual(self.number(f"git:{HASH_OF_17[:9]}~1:sales"), 16)

    def test_braces_hold_colons(self):
        commit(self.repository, "docs: a colon")
        write(self.repository, tree_of(99))
        commit(self.repository, "last")
        self.assertEqual(self.number("git:HEAD^{/docs: a colon}:sales"), COMMITS)
        self.assertEqual(self.number("git:main@{2030-01-01 10:00}:sales"), 99)

    def test_stash_and_fetch_head(self):
        git(self.repository, "fetch", "-q", ".", "light-1.10")
        self.assertEqual(self.number("git:FETCH_HEAD:sales"), 10)
        write(self.repository, tree_of(77))
        git(self.repository, "stash", "-q")
        self.assertEqual(self.number("git:stash@{0}:sales"), 77)
        self.assertEqual(self.number("git:stash:sales"), 77)

    def test_detached_and_packed(self):
        git(self.repository, "checkout", "-q", "--detach", "HEAD~4")
        git(self.repository, "gc", "-q", "--aggressive", "--prune=now")
        self.assertEqual(self.number("git:HEAD~1:sales"), COMMITS - 5)
        self.assertEqual(self.number("git:v1.5.0:sales"), 5)
        self.assertEqual(self.number(f"git:{HASH_OF_17[:8]}~1:sales"), 16)

    def test_unknown(self):
        self.says("git:mian", "there is no revision `mian`", "did you mean `main`?")
        self.says("git:mian~2", "did you mean `main~2`?")
        self.says("git:v1.5.1", "did you mean `v1.5.0`?")
        self.says("git:feature/sale", "did you mean `feature/sales`?")
        self.says("git:sales", "there is no revision `sales`", "did you mean `feature/sales`?")
        self.says("git:HEAD~20", "there is no revision `HEAD~20`", "`HEAD` is there, and `~20` leads from it to no commit")
        self.says("git:deadbeef", "there is no revision `deadbeef`", "`git branch --all`")
        self.says("git:0" + "1" * 39, "there is no revision")
        self.says("git:zzzzzzzz:core", "there is no revision `zzzzzzzz`")
        done = self.cadre("check", "git:mian", "--message-format", "json", code=2, cwd=self.repository)
        self.assertEqual(json.loads(done.stderr)["suggestions"], ["main"])

    def test_no_commit(self):
        blob = git(self.repository, "rev-parse", "HEAD:core/core.cadre")
        git(self.repository, "tag", "tree", "HEAD^{tree}")
        git(self.repository, "tag", "-a", "blob", "-m", "x", blob)
        self.says("git:HEAD^{tree}", "`HEAD^{tree}` is a tree, and a revision is one commit")
        self.says("git:tree", "`tree` is a tree")
        self.says(f"git:{blob}", "is the contents of a file")
        self.says("git:blob", "is a tag of something else")
        self.says("git:v1.5.0..main", "a range of commits", "`git merge-base v1.5.0 main`")
        self.says("git:v1.5.0...main", "a range of commits", "`git merge-base v1.5.0 main`")
        self.says("git:..main", "a range of commits")
        self.says("git:HEAD^{/a..b}", "there is no revision `HEAD^{/a..b}`")
        for operand in ("git:", "git::core", "git::/commit 3"):
            self.says(operand, "names no revision", "write `git:REV` or `git:REV:PATH`")
        for revision in ("^HEAD", "HEAD^{nonsense}", "HEAD@{", "-1", "--all", "HEAD~~x", "a b", "@{u}", "HEAD^{/(}"):
            with self.subTest(revision):
                self.says(f"git:{revision}", "error: ")

    def test_ambiguous(self):
        hashes = git(self.repository, "rev-list", "--all", "--objects").split("\n")
        firsts = [it[:4] for it in hashes]
        for i in range(4000):
            if len(set(firsts)) < len(firsts):
                break
            object_id = subprocess.run(["git", "hash-object", "-w", "--stdin"], input=str(i), text=True, check=True,
                                       capture_output=True, cwd=self.repository).stdout
            firsts.append(object_id[:4])
        twice = next(it for it in firsts if firsts.count(it) > 1)
        self.says(f"git:{twice}", f"`{twice}` is the beginning of several objects' hashes", "write more digits")


class Paths(GitTest):
    def test_from_the_root_and_from_here(self):
        sales = self.repository / "sales"
        deep = self.repository / "core/more"
        self.assertEqual(self.number("git:HEAD~3:sales"), 17)
        for path in ("sales", "/sales", "sales/", "sales/.", "./sales", "core/../sales", "//sales//", "sales/cadre.toml",
                     "sales/sales.cadre"):
            with self.subTest(path):
                self.assertEqual(self.number(f"git:HEAD~4:{path}"), 16)
        for path in (".", "./", "../sales", "./sales.cadre", "../core/../sales", "sales", "/sales"):
            with self.subTest(path):
                self.assertEqual(self.number(f"git:HEAD~4:{path}", cwd=sales), 16)
        self.assertEqual(self.number("git:HEAD~4:../../sales", cwd=deep), 16)

    def test_without_a_path_it_is_what_stands_here(self):
        self.assertEqual(self.number("git:v1.5.0", cwd=self.repository / "sales"), 5)
        self.assertIn("checked 5 files", self.checked("git:v1.5.0"))
        self.assertIn("checked 3 files", self.checked("git:v1.5.0", cwd=self.repository / "core"))
        self.assertIn("checked 5 files", self.checked("git:v1.5.0:", cwd=self.repository / "core"))
        self.assertIn("checked 5 files", self.checked("git:v1.5.0:/", cwd=self.repository / "core"))

    def test_a_directory_newer_than_the_revision_stands_for_its_package(self):
        # `core/more` came with commit 15.
        self.assertIn("checked 3 files", self.checked("git:v1.5.0", cwd=self.repository / "core/more"))
        new = self.repository / "new/below"
        write(new, {"a.cadre": "", "../cadre.toml": MANIFEST})
        # Of what the package is in, nothing is read: it has no counterpart.
        self.says("git:HEAD", "there is no `new` in revision `HEAD`",
                  "`git:HEAD:PATH` names another place", cwd=new)

    def test_not_there(self):
        self.says("git:v1.5.0:cor", "there is no `cor` in revision `v1.5.0`", "did you mean `core`?")
        self.says("git:HEAD:core/more/dep.cadre", "did you mean `core/more/deep.cadre`?")
        self.says("git:v1.5.0:core/more", "there is no `core/more` in revision `v1.5.0`")
        self.says("git:HEAD:more", "there is no `more` in revision `HEAD`", "it is `git:HEAD:./more`",
                  cwd=self.repository / "core")
        self.says("git:HEAD:core/core.cadre/x", "there is no `core/core.cadre/x`")
        self.says("git:HEAD:README.md", "neither a directory nor a `.cadre` file", "git:HEAD:README.md")
        for path in ("..", "../elsewhere", "./..", "core/../../x"):
            self.says(f"git:HEAD:{path}", "lies outside of the repository")
        self.says("git:HEAD:../..", "lies outside of the repository", cwd=self.repository / "core")

    def test_lone_file_and_locks(self):
        directory = self.dir / "plain"
        git(self.dir, "init", "-q", "-b", "main", directory)
        write(directory, {"a.cadre": CORE.format(1).replace("language en", "language en\n  translations { fr }"),
                          "translations/fr.lock": "nonsense\n"})
        commit(directory, "one")
        self.says("git:HEAD:a.cadre", "git:HEAD:translations/fr.lock:1:1", "E0960", code=1, cwd=directory)

    def test_baseline_and_settings_are_those_of_the_revision(self):
        lint = MANIFEST + 'vague-verb = "error"\n'
        write(self.repository, {"core/cadre.toml": lint, "core/core.cadre": CORE.format(1).replace("Sends", "Knows")})
        commit(self.repository, "vague")
        self.says("git:HEAD:core", "vague-verb", code=1)
        self.cadre("lint", "core", "--write-baseline", cwd=self.repository)
        commit(self.repository, "baseline")
        (self.repository / "core/lint-baseline.json").unlink()
        self.checked("git:HEAD:core")
        self.says("git:HEAD~1:core", "vague-verb", code=1)
        self.says("core", "vague-verb", code=1)


class Packages(GitTest):
    def test_dependency_within_the_revision(self):
        # On the disk, `core` has another version and another level.
        write(self.repository, {"core/core.cadre": CORE.format(2).replace("1.2.0", "2.0.0").replace("level A", "level Z")})
        self.says("sales", "E0909", cwd=self.repository)
        self.checked("git:HEAD:sales")
        self.assertEqual(self.number("git:HEAD~3:sales"), 17)
        shutil.rmtree(self.repository / "core")
        self.checked("git:HEAD", cwd=self.repository / "sales")

    def test_dependency_that_leads_out(self):
        outside = self.dir / "outside"
        write(outside, {"cadre.toml": MANIFEST, "core.cadre": CORE.format(1)})
        for path in ("../../outside", str(outside), "../core/../../outside", str(self.repository / "core")):
            with self.subTest(path):
                write(self.repository, {"sales/cadre.toml": f'[dependencies]\nacme.core = {{ path = "{path}" }}\n'})
                commit(self.repository, "out")
                self.checked("sales")
                self.says("git:HEAD:sales", "E0921", "git:HEAD:sales/cadre.toml:2:22", "it lies outside of the repository")
        write(self.repository, {"sales/cadre.toml": '[dependencies]\nacme.core = { path = "../croe" }\n'})
        commit(self.repository, "typo")
        self.says("git:HEAD:sales", "E0920", "there is no `git:HEAD:croe`")

    def test_a_revision_that_does_not_compile(self):
        said = self.says("git:HEAD~6", "git:HEAD~6:core/broken.cadre:1:", "E0201", code=1)
        self.assertNotIn(" core/broken.cadre", said)
        self.checked("git:HEAD~5")
        done = self.cadre("explain", "Seller", "--in", "git:HEAD~6:sales", code=1, cwd=self.repository)
        self.assertIn("git:HEAD~6:core/broken.cadre:1:", done.stderr)

    def test_formats(self):
        where = "git:HEAD~6:core/broken.cadre"

        def report(form):
            return self.cadre("check", "git:HEAD~6", "--message-format", form, code=1, cwd=self.repository).stderr

        found, complaints = documents.json_lines(report("json"))
        self.assertEqual(complaints, [])
        self.assertEqual([it["file"] for it in found], [where])
        for form in ("sarif", "github", "gitlab", "junit"):
            with self.subTest(form):
                self.assertEqual(list(getattr(documents, form)(report(form), found, 1)), [])
        self.assertTrue(report("short").startswith(where + ":1:36: error[E0201]"))
        self.assertIn("::error file=git%3AHEAD~6%3Acore/broken.cadre,line=1,", report("github"))
        places = [it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                  for it in json.loads(report("sarif"))["runs"][0]["results"]]
        self.assertEqual(places, ["git%3AHEAD~6%3Acore/broken.cadre"])
        self.assertEqual([it["location"]["path"] for it in json.loads(report("gitlab"))], [where])

    def test_several_operands(self):
        write(self.repository, {"core/broken.cadre": BROKEN})
        done = self.cadre("check", "git:HEAD~6", "core", "git:HEAD:core", "git:HEAD~6:sales", "--message-format", "json",
                          code=1, cwd=self.repository)
        found, _ = documents.json_lines(done.stderr)
        where = "git:HEAD~6:core/broken.cadre"
        self.assertEqual([it["file"] for it in found], ["core/broken.cadre", where, where])

    def test_nothing_is_fixed(self):
        before = listing(self.repository)
        done = self.cadre("check", "git:HEAD", "--fix", code=2, cwd=self.repository)
        self.assertIn("`--fix` changes files, and `git:HEAD` is read out of git", done.stderr)
        self.cadre("check", "core", "git:HEAD", "--fix", code=2, cwd=self.repository)
        self.assertEqual(listing(self.repository), before)

    def test_verbs_that_read_the_disk_say_so(self):
        for call in (["build", "git:HEAD"], ["lint", "git:HEAD"]):
            done = self.cadre(*call, code=2, cwd=self.repository)
            self.assertIn("read revisions out of git", done.stderr)
        # A file may have such a name.
        write(self.dir, {"git:HEAD/cadre.toml": MANIFEST, "git:HEAD/a.cadre": CORE.format(1)})
        self.cadre("check", "./git:HEAD")


class Repositories(GitTest):
    def test_work_tree_does_not_matter(self):
        """Dirty, staged, emptied: the answer is the same, and nothing is touched."""
        repository = self.repository
        expected = self.cadre("check", "git:HEAD~6", "--message-format", "json", code=1, cwd=repository).stderr

        def check():
            before = listing(repository)
            done = self.cadre("check", "git:HEAD~6", "--message-format", "json", code=1, cwd=repository)
            self.assertEqual(done.stderr, expected)
            self.assertEqual(self.number("git:HEAD~4:sales"), 16)
            self.assertEqual(listing(repository), before)
            self.assertEqual([it for it in before if it.endswith(".lock") and it.startswith(".git")], [])

        check()
        write(repository, {"core/core.cadre": "rubbish", "cadre.toml": "rubbish", "untracked.cadre": "rubbish"})
        check()
        git(repository, "add", "-A")
        check()
        (repository / ".git/index").write_bytes(b"no index")
        check()
        (repository / ".git/index").unlink()
        for entry in repository.iterdir():
            if entry.name != ".git":
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        check()

    def test_read_only(self):
        for path in [self.repository, *self.repository.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        self.addCleanup(lambda: subprocess.run(["chmod", "-R", "u+w", self.repository], check=False))
        self.assertEqual(self.number("git:HEAD~4:sales"), 16)

    def test_bare(self):
        bare = self.dir / "bare.git"
        git(self.dir, "clone", "-q", "--bare", self.repository, bare)
        before = listing(bare)
        self.assertEqual(self.number("git:HEAD~4:sales", cwd=bare), 16)
        self.assertEqual(self.number("git:feature/sales:sales", cwd=bare / "objects"), 10)
        self.assertIn("checked 5 files", self.checked("git:v1.5.0", cwd=bare))
        self.says("git:HEAD:./sales", "in no work tree", cwd=bare)
        self.assertEqual(listing(bare), before)
        # So do hooks run, in a repository with a work tree too.
        self.assertIn("checked 5 files", self.checked("git:v1.5.0", cwd=self.repository / ".git"))

    def test_linked_work_tree(self):
        linked = self.dir / "linked"
        git(self.repository, "worktree", "add", "-q", linked, "light-1.10")
        self.assertEqual(self.number("git:HEAD:sales", cwd=linked), 10)
        self.assertEqual(self.number("git:HEAD", cwd=linked / "sales"), 10)
        self.assertEqual(self.number("git:main", cwd=linked / "sales"), COMMITS)
        self.assertEqual(self.number("git:HEAD", cwd=self.repository / "sales"), COMMITS)

    def test_through_a_link(self):
        (self.dir / "shortcut").symlink_to(self.repository / "sales")
        self.assertEqual(self.number("git:HEAD~4", cwd=self.dir / "shortcut"), 16)

    def test_variables_of_hooks(self):
        env = {"GIT_DIR": str(self.repository / ".git")}
        self.assertEqual(self.number("git:HEAD~4:sales", cwd=self.dir, env=env), 16)
        env["GIT_INDEX_FILE"] = "nowhere"
        env["GIT_WORK_TREE"] = str(self.dir)
        self.assertEqual(self.number("git:HEAD~4:sales", cwd=self.dir, env=env), 16)
        (self.dir / "deployed/sales").mkdir(parents=True)
        env["GIT_WORK_TREE"] = str(self.dir / "deployed")
        self.assertEqual(self.number("git:HEAD~4", cwd=self.dir / "deployed/sales", env=env), 16)
        self.says("git:HEAD", "GIT_DIR is", cwd=self.dir, env={"GIT_DIR": str(self.dir)})
        # Objects that a push brings stand aside until its hook has agreed.
        fork = self.dir / "fork"
        git(self.dir, "clone", "-q", self.repository, fork)
        write(fork, tree_of(55))
        commit(fork, "pushed")
        pushed = git(fork, "rev-parse", "HEAD")
        self.says(f"git:{pushed}:sales", "there is no revision")
        env = {"GIT_DIR": ".git", "GIT_OBJECT_DIRECTORY": str(fork / ".git/objects"),
               "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(self.repository / ".git/objects")}
        self.assertEqual(self.number(f"git:{pushed}:sales", env=env), 55)

    def test_shallow(self):
        shallow = self.dir / "shallow"
        git(self.dir, "clone", "-q", "--depth", "2", f"file://{self.repository}", shallow)
        self.assertEqual(self.number("git:HEAD~1:sales", cwd=shallow), COMMITS - 1)
        for revision in ("HEAD~2", "HEAD~3", "v1.5.0", HASH_OF_17, "feature/sales"):
            with self.subTest(revision):
                self.says(f"git:{revision}", f"there is no revision `{revision}`", "this clone is shallow",
                          "git fetch --unshallow", "fetch-depth: 0", cwd=shallow)

    def test_partial(self):
        git(self.repository, "config", "uploadpack.allowFilter", "true")
        partial = self.dir / "partial"
        git(self.dir, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{self.repository}", partial)
        self.says("git:HEAD:sales", "E0921", "this clone does not hold it", cwd=partial)
        # Settings that change nothing about objects.
        git(partial, "config", "core.repositoryFormatVersion", "1")
        git(partial, "config", "extensions.partialClone", "origin")
        git(partial, "config", "extensions.worktreeConfig", "true")
        git(partial, "checkout", "-q", "main")
        self.assertEqual(self.number("git:HEAD:sales", cwd=partial), COMMITS)

    def test_not_a_repository(self):
        plain = self.dir / "plain"
        plain.mkdir()
        self.says("git:HEAD", "the current directory is not in a git repository", cwd=plain)
        self.says("git:HEAD:core", "is not in a git repository", cwd=plain)
        git(plain, "init", "-q", "-b", "main")
        self.says("git:HEAD", "there is no revision `HEAD`", "no commit yet", cwd=plain)
        self.says("git:main", "there is no revision `main`", "no commit yet", cwd=plain)
        (plain / ".git/config").write_text("[core\n")
        self.says("git:HEAD", "cannot be opened", cwd=plain)
        shutil.rmtree(plain / ".git")
        (plain / ".git").write_text("gitdir: nowhere\n")
        self.says("git:HEAD", "error: ", cwd=plain)

    def test_sha256_is_said_not_to_be_read(self):
        new = self.dir / "new"
        git(self.dir, "init", "-q", "--object-format=sha256", new)
        write(new, {"a.cadre": CORE.format(1)})
        commit(new, "one")
        self.says("git:HEAD", "cannot be opened", "objectformat", cwd=new)

    def test_damaged(self):
        """What a power cut leaves: an object that ends too early, in a file or in an alternate's."""
        shared = self.dir / "shared"
        git(self.dir, "clone", "-q", "--shared", self.repository, shared)
        head = git(self.repository, "rev-parse", "HEAD")
        objects = {name: git(self.repository, "rev-parse", name) for name in ("HEAD", "HEAD:core", "HEAD:core/core.cadre")}
        for name, digits in objects.items():
            path = self.repository / ".git/objects" / digits[:2] / digits[2:]
            path.chmod(0o644)
            whole = path.read_bytes()
            damaged = bytearray(whole)
            damaged[len(whole) // 2] ^= 0xFF
            for content in (whole[:-1], whole[:-9], whole[:-30], whole[:20], b"", bytes(damaged), b"rubbish", None):
                path.unlink()
                if content is not None:
                    path.write_bytes(content)
                for cwd in (self.repository, shared):
                    for revision in ("HEAD", head[:9]):
                        with self.subTest(name, content=content, cwd=cwd, revision=revision):
                            said = self.checked(f"git:{revision}:core", code=2, cwd=cwd)
                            self.assertRegex(said, r"cannot read|does not hold|there is no revision")
            path.write_bytes(whole)
        self.checked("git:HEAD:core")

    @unittest.skipIf(os.geteuid() != 0, "only root can give files away")
    def test_owner(self):
        home = self.dir / "home"
        home.mkdir()
        # libgit2 loses memory where it seeks that setting, which is no matter here.
        env = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "ASAN_OPTIONS": "detect_leaks=0"}
        settings = home / ".gitconfig"
        subprocess.run(["chown", "-R", str(NOBODY), self.repository], check=True)
        refusal = [f"the git repository in `{self.repository}` belongs to another user",
                   f"git config --global --add safe.directory {self.repository}"]
        self.says("git:HEAD", *refusal, env=env)
        settings.write_text("[user]\n\tname = Ada\n")
        self.says("git:HEAD", *refusal, env=env, cwd=self.repository / "core")
        settings.write_text("[safe]\n\tdirectory = /elsewhere\n")
        self.says("git:HEAD", *refusal, env=env)
        settings.write_text(f"[safe]\n\tdirectory = {self.repository}\n")
        self.checked("git:HEAD", env=env)
        settings.write_text("[safe]\n\tdirectory = *\n")
        self.checked("git:HEAD", env=env)
        settings.write_text("[safe]\n\tdirectory = *\n\tdirectory =\n")
        self.says("git:HEAD", *refusal, env=env)
        self.trusted_by_environment(env, settings, refusal)

    def trusted_by_environment(self, env, settings, refusal):
        """As runners and containers say it, behind what files say."""
        def told(*values, key="safe.directory", **more):
            pairs = {f"GIT_CONFIG_KEY_{i}": key for i in range(len(values))}
            return {**env, "GIT_CONFIG_COUNT": str(len(values)), **pairs,
                    **{f"GIT_CONFIG_VALUE_{i}": str(value) for i, value in enumerate(values)}, **more}
        settings.write_text("")
        for good in (told(self.repository), told(f"{self.repository}/", key="Safe.Directory"), told("*"), told("", "/x", self.repository)):
            self.checked("git:HEAD", env=good)
            self.checked("git:HEAD:core", env=good, cwd=self.repository / "core")
        bad = [told("/elsewhere"), told(self.repository.parent), told(self.repository, ""), told(self.repository, key="safe.directories"),
               told(self.repository, GIT_CONFIG_COUNT="0"), told(self.repository, GIT_CONFIG_COUNT="x")]
        for it in bad:
            self.says("git:HEAD", *refusal, env=it)
        settings.write_text("[safe]\n\tdirectory = *\n")
        self.says("git:HEAD", *refusal, env=told(""))


class Contents(GitTest):
    """What a tree may hold beside files."""

    def package(self, files, links=()):
        directory = self.dir / "package"
        git(self.dir, "init", "-q", "-b", "main", directory)
        write(directory, {"cadre.toml": MANIFEST, "core.cadre": CORE.format(1), **files})
        for name, target in dict(links).items():
            (directory / name).parent.mkdir(parents=True, exist_ok=True)
            (directory / name).symlink_to(target)
        commit(directory, "one")
        return directory

    def test_links(self):
        directory = self.package({"texts/real": 'competency Linked "Linked" { scale S }\n', "aside/hidden.cadre": BROKEN},
                                 {"link.cadre": "texts/real", "texts/chain.cadre": "../link.cadre",
                                  "folder": "aside", "more/round.cadre": "../more/../texts/../link.cadre"})
        # Two links are two sources that say the same; the disk says so too.
        for path in ("texts/chain.cadre", "more/round.cadre", "aside/hidden.cadre"):
            (directory / path).unlink()
        commit(directory, "two")
        self.checked("git:main", cwd=directory)
        self.says("git:main:folder/hidden.cadre", "there is no", cwd=directory)
        git(directory, "tag", "first", "HEAD~1")
        for revision in ("main", "first"):
            git(directory, "checkout", "-q", revision)
            disk = self.cadre("check", ".", "--message-format", "short", code=None, cwd=directory)
            read = self.cadre("check", f"git:{revision}", "--message-format", "short", code=disk.returncode, cwd=directory)
            self.assertEqual(read.stderr.replace(f"git:{revision}:", ""), disk.stderr)

    def test_links_that_lead_nowhere(self):
        for target, why in {"nothing": "no such file", "self.cadre": "too many levels of symbolic links",
                            "../../outside": "outside of the repository", "/etc/passwd": "outside of the repository",
                            "core.cadre/x": "no such file", ".": "not a regular file"}.items():
            with self.subTest(target):
                shutil.rmtree(self.dir / "package", ignore_errors=True)
                directory = self.package({}, {"self.cadre": target})
                self.says("git:HEAD", "git:HEAD:self.cadre", why, cwd=directory)

    def test_package_through_a_link(self):
        directory = self.package({}, {"folder": "."})
        self.assertIn("checked 2 files", self.checked("git:HEAD:folder/folder", cwd=directory))

    def test_submodule(self):
        directory = self.package({})
        git(directory, "submodule", "add", "-q", self.repository, "parts")
        write(directory, {"cadre.toml": MANIFEST + '[dependencies]\nacme.core = { path = "parts/core" }\n',
                          "core.cadre": SALES.format(1)})
        commit(directory, "two")
        self.checked(".", cwd=directory)
        self.says("git:HEAD", "E0921", "lies in a submodule", cwd=directory)
        self.says("git:HEAD:parts", "lies in a submodule", cwd=directory)
        self.checked("git:HEAD~1", cwd=directory)

    def test_no_filter_is_run(self):
        """Blobs as they are: no ends of lines, no keywords, no filter of a program."""
        crlf = CORE.format(1).replace("\n", "\r\n") + "// $Id$\r\n"
        directory = self.package({"core.cadre": crlf})
        ran = self.dir / "ran"
        git(directory, "config", "filter.loud.smudge", f"touch {ran}; sed s/Work/Rubbish/")
        git(directory, "config", "core.autocrlf", "input")
        write(directory, {".gitattributes": "*.cadre ident eol=lf text filter=loud\n"})
        commit(directory, "two")
        self.checked("git:HEAD", cwd=directory)
        self.assertFalse(ran.exists())
        self.assertIn(b"\r\n", subprocess.run(["git", "show", "HEAD~1:core.cadre"], cwd=directory, check=True,
                                              capture_output=True).stdout)
        self.checked("git:HEAD~1", cwd=directory)
        write(directory, {"core.cadre": crlf.replace("level A {", "level C {")})
        git(directory, "rm", "-q", "--cached", ".gitattributes")
        (directory / ".gitattributes").unlink()
        git(directory, "config", "core.autocrlf", "false")
        commit(directory, "three")
        said = self.cadre("check", "git:HEAD", "--message-format", "json", code=1, cwd=directory).stderr
        self.assertEqual(json.loads(said.split("\n")[0])["line"], 14)

    def test_names_that_are_no_text(self):
        directory = self.package({})
        name = os.fsencode(directory) + b"/b\xff\xe9.cadre"
        with open(name, "wb") as file:
            file.write(BROKEN.encode())
        with open(os.fsencode(directory) + b"/two\nlines.cadre", "wb") as file:
            file.write(BROKEN.replace("Broken", "Other").replace("Nowhere", "Neverland").encode())
        commit(directory, "two")
        disk, _ = documents.json_lines(self.cadre("check", ".", "--message-format", "json", code=1, cwd=directory).stderr)
        read, complaints = documents.json_lines(self.cadre("check", "git:HEAD", "--message-format", "json", code=1,
                                                           cwd=directory).stderr)
        self.assertEqual(complaints, [])
        self.assertEqual(len(read), 2)
        self.assertEqual([it["file"] for it in read], ["git:HEAD:" + it["file"] for it in disk])
        git(directory, "branch", "b\u00e9ta")
        self.says("git:b\u00e9ta", "git:b\u00e9ta:", code=1, cwd=directory)

    def test_what_is_no_source(self):
        directory = self.package({".hidden/x.cadre": BROKEN, "dist/x.cadre": BROKEN, "built/.cadre-manifest": "",
                                  "built/x.cadre": BROKEN, "other/cadre.toml": MANIFEST, "other/x.cadre": BROKEN,
                                  "run.cadre": 'competency Run "Run" { scale S }\n'})
        (directory / "run.cadre").chmod(0o755)
        commit(directory, "two")
        self.assertIn("checked 3 files", self.checked("git:HEAD", cwd=directory))

    def test_many_files(self):
        directory = self.package({f"many/{i // 50}/c{i}.cadre": f'competency C{i} "Title {i}" {{ scale S }}\n'
                                  for i in range(1000)})
        self.assertIn("checked 1002 files", self.checked("git:HEAD", cwd=directory))


if __name__ == "__main__":
    main()
