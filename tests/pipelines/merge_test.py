"""What docs/merging.md says of merges, with git: sources, and locks of translations with the merge driver.

usage: merge_test.py CADRE [PART OF A NAME]
"""

import subprocess

from stage import PIPELINES, Stage, main

FRAMEWORK = """framework corner.bakery "Corner bakery" {
  language     en
  translations fr
}

competency Dough "Making dough" {
  scale none
  about "Makes dough for bread."
  - Weighs flour by the recipe.
  - Tells by touch when dough has rested.
}

competency Oven "Tending the oven" {
  scale none
  - [O-1] Heats the oven before the first bread.
  - [O-2] Empties the oven in the order of the sheet.
}
"""

FRENCH = """translation fr {
  framework corner.bakery "Boulangerie du coin"

  competency Dough "Préparation des pâtes" {
    about "Prépare les pâtes à pain."
    - Pèse la farine selon la recette.
    - Sent au toucher quand la pâte a reposé.
  }

  competency Oven "Conduite du four" {
    - [O-1] Chauffe le four avant le premier pain.
    - [O-2] Vide le four dans l'ordre de la fiche.
  }
}
"""

ZEROS = "0" * 16


class Merges(Stage):
    def setUp(self):
        super().setUp()
        self.repository = self.dir / "work"
        self.repository.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("work/cadre.toml", '[package]\nedition = "2026"\n')
        self.write("work/bakery.cadre", FRAMEWORK)
        self.write("work/translations/fr.cadre", FRENCH)
        self.accept()
        self.commit("Begin")
        self.lock = self.repository / "translations/fr.lock"

    def with_driver(self):
        self.write("work/.gitattributes", "translations/*.lock merge=cadre-lock\n")
        self.commit("Attributes")
        self.git("config", "merge.cadre-lock.driver", f"'{self.release}/share/cadre/pipelines/merge_lock.sh' %O %A %B")

    def accept(self):
        return self.cadre("translate", "accept", cwd=self.repository).stderr

    def status(self):
        """(stale, unrecorded) of the French."""
        row = self.cadre("translate", "status", "-q", cwd=self.repository).stdout.splitlines()[1].split()
        return int(row[-2]), int(row[-1])

    def side(self, name, *edits, start="main"):
        self.git("checkout", "--quiet", "-b", name, start)
        for edit in edits:
            self.edit(*edit)

    def both(self, ours, theirs):
        """Two branches, each with its edits, accepted; merges `theirs` into `ours`."""
        for name, edits in (("ours", ours), ("theirs", theirs)):
            self.side(name, *edits)
            self.accept()
            self.commit(name)
        self.git("checkout", "--quiet", "ours")
        self.said = subprocess.run(["git", "merge", "--no-edit", "theirs"], cwd=self.repository, env=self.env, capture_output=True,
                                   text=True).stderr

    def in_conflict(self):
        return sorted({line.split("\t")[1] for line in self.git("ls-files", "--unmerged").splitlines()})

    def lines(self):
        return [line for line in self.lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    def new_bullet(self, label, english, french, after="O-2"):
        place = {"O-1": ("before the first bread.", "avant le premier pain."), "O-2": ("of the sheet.", "de la fiche.")}[after]
        return (("bakery.cadre", place[0] + "\n", f"{place[0]}\n  - [{label}] {english}\n"),
                ("translations/fr.cadre", place[1] + "\n", f"{place[1]}\n    - [{label}] {french}\n"))

    title = (("bakery.cadre", '"Making dough"', '"Making doughs"'), ("translations/fr.cadre", "Préparation des pâtes", "La préparation des pâtes"))
    about = (("bakery.cadre", "Makes dough for bread.", "Makes dough for all breads."), ("translations/fr.cadre", "les pâtes à pain.", "les pâtes à tous les pains."))

    # ---- Locks, without the driver

    def test_lines_side_by_side_conflict_without_the_driver(self):
        self.both(self.new_bullet("O-3", "Sweeps it.", "Le balaie.", "O-1"), self.new_bullet("O-4", "Locks it.", "Le ferme."))
        self.assertIn("translations/fr.lock", self.in_conflict())
        self.assertIn("E0964", self.cadre("check", cwd=self.repository, code=1).stderr)

    def test_union_keeps_lines_twice(self):
        """Why docs/merging.md does not advise `merge=union` for locks."""
        self.write("work/.gitattributes", "*.lock merge=union\n")
        self.commit("Attributes")
        self.both([self.title[0]], [self.about[0]])
        self.assertIn("E0963", self.cadre("check", cwd=self.repository, code=None).stderr)

    # ---- Locks, with it

    def test_lines_side_by_side(self):
        self.with_driver()
        self.both(self.new_bullet("O-3", "Sweeps it.", "Le balaie.", "O-1"), self.new_bullet("O-4", "Locks it.", "Le ferme."))
        self.assertNotIn("translations/fr.lock", self.in_conflict())
        self.assertEqual(len([it for it in self.lines() if "#O-3" in it or "#O-4" in it]), 2)

    def test_neighbours_change(self):
        """Lines beside each other in the lock, apart in the sources."""
        self.with_driver()
        self.both(self.about, (("bakery.cadre", "Heats the oven before", "Heats the oven well before"),
                               ("translations/fr.cadre", "Chauffe le four avant", "Chauffe le four bien avant")))
        self.assertEqual(self.in_conflict(), [])
        self.assertEqual(self.status(), (0, 0))
        self.assertIn("is as it was", self.accept())

    def test_written_as_accept_writes(self):
        self.with_driver()
        self.both(self.new_bullet("O-3", "Sweeps it.", "Le balaie.", "O-1"), self.about)
        before = self.lock.read_bytes()
        self.accept()
        self.assertEqual(self.lock.read_bytes(), before)

    def test_both_recorded_the_same(self):
        self.with_driver()
        self.both(self.about, self.about)
        self.assertEqual(self.in_conflict(), [])
        self.assertEqual(self.status(), (0, 0))

    def test_both_recorded_differently(self):
        """Nobody knows what the words of the merge will be: stale until somebody has looked."""
        self.with_driver()
        other = (("bakery.cadre", "Makes dough for bread.", "Makes any dough."), ("translations/fr.cadre", "les pâtes à pain.", "toute pâte."))
        self.both(self.about, other)
        self.assertEqual(self.in_conflict(), ["bakery.cadre", "translations/fr.cadre"])
        self.assertIn("both sides recorded `corner.bakery.Dough about` anew", self.said)
        self.assertIn(f"{ZEROS} corner.bakery.Dough about", self.lines())
        self.git("checkout", "--ours", "--", "bakery.cadre")
        self.git("checkout", "--theirs", "--", "translations/fr.cadre")
        self.assertEqual(self.status(), (1, 0))
        self.git("checkout", "--ours", "--", "translations/fr.cadre")
        self.accept()
        self.assertEqual(self.status(), (0, 0))

    def test_one_side_accepts_what_the_other_rewords(self):
        """A clean merge, in which a translation is stale: the lock knows."""
        self.with_driver()
        self.side("theirs", ("bakery.cadre", "Makes dough for bread.", "Makes any dough."))
        self.commit("Reword")
        self.side("ours", ("translations/fr.cadre", "les pâtes à pain.", "les pâtes du pain."))
        self.accept()
        self.commit("Accept")
        self.git("merge", "--quiet", "--no-edit", "theirs")
        self.assertEqual(self.status(), (1, 0))

    def test_rename_on_one_side(self):
        """Keys stay, so a lock does not notice."""
        self.with_driver()
        self.both((("bakery.cadre", 'competency Oven "Tending the oven" {', 'competency OvenWork "Tending the oven" {\n  was Oven'),
                   ("translations/fr.cadre", "competency Oven ", "competency OvenWork ")),
                  self.new_bullet("O-4", "Locks it.", "Le ferme."))
        self.assertEqual(self.in_conflict(), [])
        self.assertEqual(self.status(), (0, 0))
        self.cadre("check", "--deny", "warnings", cwd=self.repository, code=None)
        self.assertTrue(any("corner.bakery.Oven#O-4" in it for it in self.lines()))

    def test_bullets_without_labels(self):
        """They are known by their translation; what both sides say of one is kept."""
        self.with_driver()
        self.both((("bakery.cadre", "Weighs flour by the recipe.", "Weighs flour by the book."),),
                  (("bakery.cadre", "Weighs flour by the recipe.", "Weighs flour to the gram."),))
        self.assertEqual(self.in_conflict(), ["bakery.cadre"])
        self.git("checkout", "--theirs", "--", "bakery.cadre")
        self.assertEqual(self.status(), (0, 0))

    def test_one_side_drops(self):
        self.with_driver()
        self.both((("translations/fr.cadre", '    about "Prépare les pâtes à pain."\n', ""),), (self.new_bullet("O-4", "Locks it.", "Le ferme.")))
        self.assertEqual(self.in_conflict(), [])
        self.assertFalse(any(it.endswith("Dough about") for it in self.lines()))

    def test_both_begin_the_lock(self):
        self.lock.unlink()
        self.commit("Without")
        self.with_driver()
        self.both(self.about[1:], ())
        self.assertEqual(self.in_conflict(), [])
        self.assertEqual(self.status(), (0, 0))
        self.assertFalse(any(ZEROS in it for it in self.lines()))

    def test_what_is_no_lock_is_left_to_git(self):
        self.with_driver()
        self.side("theirs")
        self.lock.write_text("# cadre translation lock 9\nx\n", encoding="utf-8")
        self.commit("Newer")
        self.side("ours", *self.about)
        self.accept()
        self.commit("Accept")
        self.git("merge", "theirs", code=1)
        self.assertIn("<<<<<<<", self.lock.read_text(encoding="utf-8"))

    def test_rebase_and_cherry_pick(self):
        self.with_driver()
        self.side("ours", *self.about)
        self.accept()
        self.commit("ours")
        self.side("theirs", *self.new_bullet("O-3", "Sweeps it.", "Le balaie.", "O-1"))
        self.accept()
        self.commit("theirs")
        self.git("rebase", "--quiet", "ours")
        self.assertEqual(self.status(), (0, 0))

    # ---- Sources

    def competency(self, name, title):
        return f'\ncompetency {name} "{title}" {{\n  scale none\n  - Keeps the {title.lower()} tidy.\n}}\n'

    def append(self, text):
        path = self.repository / "bakery.cadre"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def added_at_one_place(self):
        for name, title in (("ours", "Shop"), ("theirs", "Cellar")):
            self.side(name)
            self.append(self.competency(title, title))
            self.commit(name)
        self.git("checkout", "--quiet", "ours")
        self.git("merge", "--no-edit", "theirs", code=None)

    def test_two_competencies_at_one_place(self):
        self.added_at_one_place()
        self.assertEqual(self.in_conflict(), ["bakery.cadre"])

    def test_conflict_that_is_left(self):
        """One error, whatever git was asked to show."""
        for style in ("merge", "diff3", "zdiff3"):
            with self.subTest(style):
                self.git("config", "merge.conflictStyle", style)
                if style == "merge":
                    self.added_at_one_place()
                else:
                    self.git("merge", "--abort")
                    self.git("merge", "--no-edit", "theirs", code=None)
                said = self.cadre("check", "--message-format", "short", cwd=self.repository, code=1).stderr
                self.assertEqual([said.count("error["), said.count("error[E0177]")], [1, 1], said)

    def test_union_mingles_sources(self):
        """Why docs/merging.md does not advise `merge=union` for sources."""
        self.write("work/.gitattributes", "*.cadre merge=union\n")
        self.commit("Attributes")
        self.added_at_one_place()
        self.assertEqual(self.in_conflict(), [])
        merged = (self.repository / "bakery.cadre").read_text(encoding="utf-8")
        self.assertNotIn(self.competency("Shop", "Shop") + self.competency("Cellar", "Cellar"), merged)

    def test_a_clean_merge_that_does_not_compile(self):
        """Git sees no conflict; check does."""
        self.side("ours")
        self.append(self.competency("Shop", "Shop"))
        self.commit("ours")
        self.side("theirs")
        self.write("work/more.cadre", self.competency("Shop", "Shop").lstrip())
        self.commit("theirs")
        self.git("checkout", "--quiet", "ours")
        self.git("merge", "--quiet", "--no-edit", "theirs")
        self.cadre("check", cwd=self.repository, code=1)

    def test_what_a_merge_brings(self):
        """The commands that docs/merging.md shows."""
        self.side("ours", ("bakery.cadre", "Makes dough for bread.", "Makes any dough."))
        self.commit("ours")
        self.side("theirs", ("bakery.cadre", '"Tending the oven"', '"Tending ovens"'))
        self.commit("theirs")
        self.git("checkout", "--quiet", "ours")
        self.git("merge", "--quiet", "--no-edit", "theirs")
        mine = self.cadre("diff", "git:ORIG_HEAD", cwd=self.repository).stdout
        self.assertIn("Tending ovens", mine)
        self.assertNotIn("any dough", mine)
        self.assertIn("any dough", self.cadre("diff", "git:HEAD^2", cwd=self.repository).stdout)

    def test_driver_is_installed(self):
        self.assertTrue((PIPELINES / "git/merge_lock.sh").stat().st_mode & 0o100)


if __name__ == "__main__":
    main()
