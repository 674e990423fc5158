"""`cadre new --ci`: the pipeline as runtime/pipelines has it, where the service looks, and nothing of anybody's overwritten.

usage: new_test.py CADRE [PART OF A NAME]
"""

import yaml
from stage import PIPELINES, Stage, main, snapshot

GITHUB = {".github/actions/cadre/action.yml": "github/action.yml", ".github/workflows/cadre.yml": "github/cadre.yml"}
GITLAB = {".gitlab/cadre.gitlab-ci.yml": "gitlab/cadre.gitlab-ci.yml", ".gitlab-ci.yml": "gitlab/include.gitlab-ci.yml"}
PACKAGE = {".gitignore", "cadre.toml", "competencies.cadre", "framework.cadre", "profiles.cadre"}


class New(Stage):
    def files(self, directory):
        return {name for name in snapshot(directory) if not name.startswith(".git/")}

    def assertPipeline(self, directory, pipeline):
        for path, source in pipeline.items():
            self.assertEqual((directory / path).read_bytes(), (PIPELINES / source).read_bytes(), path)

    def test_package_with_pipeline(self):
        for service, pipeline in (("github", GITHUB), ("gitlab", GITLAB)):
            done = self.cadre("new", service, "--ci", service)
            self.assertEqual(self.files(self.dir / service), PACKAGE | set(pipeline))
            self.assertPipeline(self.dir / service, pipeline)
            self.assertIn(f"wrote {service}/{sorted(pipeline)[0]}\n", done.stderr)
            self.cadre("check", service, "--deny", "warnings")
            self.cadre("fmt", service, "--check")

    def test_without(self):
        self.cadre("new", "plain")
        self.assertEqual(self.files(self.dir / "plain"), PACKAGE)

    def test_to_a_package(self):
        self.cadre("new", "bakery")
        before = snapshot(self.dir / "bakery")
        done = self.cadre("new", ".", "--ci", "github", cwd=self.dir / "bakery")
        self.assertNotIn("next: cadre build", done.stderr)
        after = snapshot(self.dir / "bakery")
        self.assertEqual({name: after[name] for name in before}, before)
        self.assertEqual(set(after), set(before) | set(GITHUB))
        # And again: there is nothing to do.
        done = self.cadre("new", "bakery", "--ci", "github")
        self.assertEqual(done.stderr, "nothing to write: everything is there\n")
        self.assertEqual(snapshot(self.dir / "bakery"), after)

    def test_to_a_repository(self):
        self.repository = self.dir / "work"
        self.write("work/frameworks/a/a.cadre", 'competency A "A"\n')
        self.git("init", "--quiet")
        self.cadre("new", "work", "--ci", "gitlab")
        self.assertEqual(self.files(self.repository), {"frameworks/a/a.cadre"} | set(GITLAB))

    def test_to_an_empty_repository(self):
        self.repository = self.dir / "work"
        self.repository.mkdir()
        self.git("init", "--quiet")
        self.cadre("new", ".", "--ci", "github", cwd=self.repository)
        self.assertEqual(self.files(self.repository), PACKAGE | set(GITHUB))

    def test_below_the_root(self):
        self.repository = self.dir / "work"
        (self.repository / "frameworks").mkdir(parents=True)
        self.git("init", "--quiet")
        for path in ("frameworks/new", "frameworks"):
            done = self.cadre("new", path, "--ci", "github", cwd=self.repository, code=2)
            self.assertIn(f"`{path}` lies in the repository `{self.repository.resolve()}`", done.stderr)
            self.assertIn("--ci github` adds it there", done.stderr)
        self.assertEqual(self.files(self.repository), set())
        # A linked work tree has a file of that name.
        self.commit("Begin")
        self.git("worktree", "add", "--quiet", "-b", "x", self.dir / "linked")
        self.cadre("new", "linked/new", "--ci", "github", code=2)
        self.cadre("new", "linked", "--ci", "github")

    def test_pipeline_of_ones_own(self):
        self.cadre("new", "bakery")
        self.write("bakery/.github/workflows/cadre.yml", "name: mine\n")
        before = snapshot(self.dir / "bakery")
        done = self.cadre("new", "bakery", "--ci", "github", code=2)
        self.assertIn("error[E0932]: `bakery/.github/workflows/cadre.yml` is in the way", done.stderr)
        self.assertIn("move it away to get the pipeline as this cadre writes it", done.stderr)
        self.assertEqual(snapshot(self.dir / "bakery"), before)

    def test_gitlab_pipeline_of_ones_own(self):
        self.cadre("new", "bakery")
        own = self.write("bakery/.gitlab-ci.yml", "test: { script: make }\n").read_bytes()
        done = self.cadre("new", "bakery", "--ci", "gitlab")
        self.assertEqual((self.dir / "bakery/.gitlab-ci.yml").read_bytes(), own)
        self.assertPipeline(self.dir / "bakery", {".gitlab/cadre.gitlab-ci.yml": GITLAB[".gitlab/cadre.gitlab-ci.yml"]})
        self.assertIn("next: in bakery/.gitlab-ci.yml, which is left as it is, include it:\n"
                      "  include:\n    - local: .gitlab/cadre.gitlab-ci.yml\n", done.stderr)

    def test_a_folder_with_other_things(self):
        self.write("notes/a.txt", "a")
        self.cadre("new", "notes", "--ci", "github", code=2)
        self.assertEqual(self.files(self.dir / "notes"), {"a.txt"})

    def test_something_in_the_way_of_a_folder(self):
        self.cadre("new", "bakery")
        self.write("bakery/.github", "a file")
        before = snapshot(self.dir / "bakery")
        self.cadre("new", "bakery", "--ci", "github", code=2)
        self.assertEqual(snapshot(self.dir / "bakery"), before)

    def test_service(self):
        done = self.cadre("new", "x", "--ci", "githup", code=2)
        self.assertIn("did you mean `github`", done.stderr)
        self.cadre("check", "--ci", "github", code=2)

    def test_yaml(self):
        for source in PIPELINES.glob("*/*.yml"):
            self.assertTrue(yaml.safe_load(source.read_text(encoding="utf-8")), source)


if __name__ == "__main__":
    main()
