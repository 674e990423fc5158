"""The hook for git: what a commit holds is checked, and nothing else.

usage: hook_test.py CADRE [PART OF A NAME]
"""

import re
import shutil
import subprocess

import yaml
from stage import CORE, PIPELINES, ROOT, Stage, main


class Hook(Stage):
    def setUp(self):
        super().setUp()
        self.begin("bakery")
        shutil.copytree(self.repository / "bakery", self.repository / "shop")
        self.edit("shop/framework.cadre", "framework example.bakery", "framework example.shop")
        self.commit("Add")
        shutil.copy(PIPELINES / "git/pre_commit.sh", self.repository / ".git/hooks/pre-commit")
        self.env["CADRE"] = str(self.release / "bin/cadre")

    def try_commit(self, *arguments, code):
        done = subprocess.run(["git", "commit", "-m", "Try", *arguments], cwd=self.repository, env=self.env, capture_output=True, text=True)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def break_package(self, name):
        self.edit(f"{name}/profiles.cadre", "requires DoughMaking at Independent", "requires DoughMaking at Guru")

    def test_right(self):
        self.raise_level("bakery/")
        self.try_commit("-a", code=0)
        self.assertEqual(self.git("status", "--porcelain"), "")

    def test_wrong(self):
        self.break_package("bakery")
        said = self.try_commit("-a", code=1)
        self.assertIn("--> bakery/profiles.cadre:12:27", said)
        self.assertNotIn("shop", said)

    def test_form(self):
        self.edit("shop/profiles.cadre", "profile Baker", "profile   Baker")
        self.assertIn("error[E0950]", self.try_commit("-a", code=1))

    def test_staged_alone_counts(self):
        self.break_package("bakery")
        self.git("add", "--all")
        self.git("checkout", "--quiet", "HEAD", "--", "README.md")
        self.edit("bakery/profiles.cadre", "requires DoughMaking at Guru", "requires DoughMaking at Independent")
        self.try_commit(code=1)
        self.git("add", "--all")
        self.raise_level("shop/")
        self.git("add", "--all")
        self.break_package_of_work_tree()
        self.try_commit(code=0)

    def break_package_of_work_tree(self):
        self.edit("shop/profiles.cadre", "requires DoughMaking at Leading", "requires DoughMaking at Guru")

    def test_file_that_goes(self):
        (self.repository / "bakery/competencies.cadre").unlink()
        self.assertIn("error[E0201]", self.try_commit("-a", code=1))

    def test_package_that_goes(self):
        shutil.rmtree(self.repository / "shop")
        self.try_commit("-a", code=0)

    def test_other_packages_are_left_alone(self):
        self.break_package("shop")
        self.git("commit", "--quiet", "--no-verify", "-am", "Break")
        self.raise_level("bakery/")
        self.try_commit("-a", code=0)

    def test_file_of_its_own(self):
        (self.repository / "alone.cadre").write_text("competency A {\n", encoding="utf-8")
        self.git("add", "--all")
        self.assertIn("alone.cadre:1", self.try_commit(code=1))

    def test_odd_names(self):
        (self.repository / "bakery/odd\tname ü.cadre").write_text("competency A {\n", encoding="utf-8")
        self.git("add", "--all")
        self.try_commit(code=1)

    def test_names_that_look_like_options(self):
        for name in ("-d", "--fix", "-d/-e"):
            shutil.copytree(self.repository / "shop", self.repository / name)
            self.git("add", "--all")
            self.try_commit(code=0)
            self.break_package(name)
            self.git("add", "--all")
            self.assertIn(f"{name}/profiles.cadre:12:27", self.try_commit(code=1))
            self.edit(f"{name}/profiles.cadre", "requires DoughMaking at Guru", "requires DoughMaking at Independent")
        (self.repository / "-alone.cadre").write_text("competency A {\n", encoding="utf-8")
        self.git("add", "--all")
        self.assertIn("-alone.cadre:1", self.try_commit(code=1))

    def test_names_with_control_characters(self):
        """A package is checked, whatever it is called, and no other."""
        for name in ("a\tb", "a\nb", 'a"b', "a\\b", " a "):
            with self.subTest(name):
                shutil.copytree(self.repository / "shop", self.repository / name)
                self.git("add", "--all")
                self.try_commit(code=0)
                self.break_package(name)
                self.git("add", "--all")
                said = self.try_commit(code=1)
                self.assertIn("E0302", said)
                self.assertNotIn("E0924", said)
                self.git("rm", "-rqf", "--", name)

    def test_nothing_of_ours(self):
        self.env["CADRE"] = "/bin/false"
        (self.repository / "README.md").write_text("More\n", encoding="utf-8")
        self.try_commit("-a", code=0)

    def test_no_cadre(self):
        self.env["CADRE"] = "no-such-cadre"
        self.raise_level("bakery/")
        self.assertIn("there is no `no-such-cadre`", self.try_commit("-a", code=1))

    def test_from_a_folder_below(self):
        self.break_package("bakery")
        done = subprocess.run(["git", "commit", "-am", "Try"], cwd=self.repository / "shop", env=self.env, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)

    def test_in_a_linked_work_tree(self):
        self.git("worktree", "add", "--quiet", "-b", "other", self.dir / "linked")
        self.repository = self.dir / "linked"
        self.break_package("bakery")
        self.try_commit("-a", code=1)

    # ---- Where there is no manifest of a package

    def beside_members(self):
        """A workspace with the member `bakery`, beside which `shop` lies without a manifest."""
        (self.repository / "shop/cadre.toml").unlink()
        self.write("work/cadre.toml", '[workspace]\nmembers = ["bakery"]\n')
        self.commit("Gather")

    def test_beside_the_members_of_a_workspace(self):
        self.beside_members()
        self.raise_level("shop/")
        self.try_commit("-a", code=0)
        self.break_package("bakery")
        self.git("commit", "--quiet", "--no-verify", "-am", "Break")
        # What a member has wrong is not its fault, and its own faults are.
        self.edit("shop/profiles.cadre", "requires DoughMaking at Leading", "requires DoughMaking at Independent")
        self.try_commit("-a", code=0)
        self.break_package("shop")
        said = self.try_commit("-a", code=1)
        self.assertIn("--> shop/profiles.cadre:12:27", said)
        self.assertNotIn("bakery", said)
        (self.repository / "shop/competencies.cadre").unlink()
        self.assertIn("error[E0201]", self.try_commit("-a", code=1))

    def test_manifest_of_a_workspace(self):
        self.beside_members()
        self.break_package("bakery")
        self.git("commit", "--quiet", "--no-verify", "-am", "Break")
        self.edit("cadre.toml", "[workspace]", "[workspace] # ours")
        self.assertIn("--> bakery/profiles.cadre:12:27", self.try_commit("-a", code=1))

    def test_frameworks_side_by_side(self):
        """A folder with several is no package: each file is."""
        for name in ("one", "two"):
            self.write(f"work/many/{name}.cadre", f'framework example.{name} "Many" {{\n  language en\n}}\n')
        self.git("add", "--all")
        self.try_commit(code=0)
        self.write("work/many/one.cadre", "framework\n")
        self.git("add", "--all")
        self.assertIn("--> many/one.cadre:1", self.try_commit(code=1))

    def test_same_question_as_the_steps(self):
        """Whether a manifest is of a workspace alone is asked in the same words."""
        asked = re.compile(r"^is_workspace_alone\(\) \{\n.*?\n\}\n", re.M | re.S)
        texts = [asked.search((PIPELINES / it).read_text(encoding="utf-8"))[0] for it in ("git/pre_commit.sh", "steps/places.sh")]
        self.assertEqual(*texts)

    # ---- What the index does not hold

    def depend(self, path):
        manifest = self.repository / "bakery/cadre.toml"
        with manifest.open("a", encoding="utf-8") as file:
            file.write(f'\n[dependencies]\nexample.core = {{ path = "{path}" }}\n')

    def test_dependency_in_a_submodule(self):
        library = self.dir / "library"
        self.git("init", "--quiet", "--initial-branch=main", library)
        self.write("library/frameworks/core/core.cadre", CORE)
        self.write("library/frameworks/core/cadre.toml", '[package]\nedition = "2026"\n')
        self.commit("Begin", cwd=library)
        self.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library, "vendor/harbour one")
        self.depend("../vendor/harbour one/frameworks/core")
        self.git("add", "--all")
        self.try_commit(code=0)
        self.break_package("bakery")
        said = self.try_commit("-a", code=1)
        self.assertIn("--> bakery/profiles.cadre:12:27", said)
        self.assertNotIn("E0920", said)
        self.assertEqual(self.git("status", "--porcelain", cwd=self.repository / "vendor/harbour one"), "")

    def test_dependency_outside_of_the_repository(self):
        for place, path in (("shared", "../../shared/core"), ("work two", "../../work two/core"), ("home/far", "../../home/far/core")):
            with self.subTest(path):
                self.write(f"{place}/core/core.cadre", CORE)
                self.write(f"{place}/core/cadre.toml", '[package]\nedition = "2026"\n')
                self.depend(path)
                self.try_commit("-a", code=0)
                self.git("reset", "--quiet", "--hard", "HEAD~1")
        self.write("shared/through/core.cadre", CORE)
        (self.repository / "linked").symlink_to("../shared/through")
        self.depend("../linked")
        self.git("add", "--all")
        self.try_commit(code=0)

    def test_dependency_that_is_nowhere(self):
        self.depend("../../nowhere")
        self.assertIn("there is no `../nowhere`", self.try_commit("-a", code=1))

    def test_row_for_pre_commit(self):
        rows = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        self.assertEqual([it["id"] for it in rows], ["cadre"])
        entry = ROOT / rows[0]["entry"]
        self.assertTrue(entry.stat().st_mode & 0o100)
        for name, wanted in (("a.cadre", True), ("x/cadre.toml", True), ("translations/fr.lock", True), ("package.lock", False), ("a.md", False)):
            self.assertEqual(bool(re.search(rows[0]["files"], name)), wanted, name)


if __name__ == "__main__":
    main()
