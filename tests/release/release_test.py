"""What a release holds: the Debian package, the archive and the npm package in CADRE_PACKAGES, as scripts/release made them.

usage: release_test.py CADRE Packages|Npm|Debian

CADRE_DEBIAN is a folder for a minimal Debian 12, which is made there once; no test writes outside of its /tmp.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
import harness  # noqa: E402

PACKAGES = Path(os.environ.get("CADRE_PACKAGES", "build/release/packages"))
DEBIAN = Path(os.environ.get("CADRE_DEBIAN", "build/debian-12"))
C_LIBRARY = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"}
STEPS = {"build.sh", "check.sh", "comment_github.sh", "comment_gitlab.sh", "common.sh", "diff.sh", "fmt.sh", "merge_lock.sh", "places.sh", "pre_commit.sh"}
# The archive of each is in the binary.
LINKED = {"llvm-19-dev", "libantlr4-runtime-dev", "libgit2-dev", "libsqlite3-dev", "libre2-dev", "libstemmer-dev", "libutf8proc-dev"}


def only(pattern):
    found = sorted(PACKAGES.glob(pattern))
    assert len(found) == 1, f"{pattern} in {PACKAGES}: {found}"
    return found[0]


def needed(path):
    """(the libraries that a file asks for, its RPATH)."""
    text = subprocess.run(["readelf", "--dynamic", path], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", text)), re.findall(r"\((RPATH|RUNPATH)\).*\[(.*)\]", text)


class Release(unittest.TestCase):
    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-release-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def run_in(self, *command, code=0, **more):
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=300, **{"cwd": self.dir, **more})
        self.assertEqual(done.returncode, code, f"{command}\n{done.stdout}\n{done.stderr}")
        return done.stdout + done.stderr

    def unpack(self):
        with tarfile.open(only("cadre-*.tar.gz")) as file:
            file.extractall(self.dir)  # noqa: S202
        return next(self.dir.glob("cadre-*"))


class Packages(Release):
    def test_archive(self):
        top = self.unpack()
        self.assertEqual(top.name + ".tar.gz", only("cadre-*.tar.gz").name)
        carried = {path.name for path in (top / "lib/cadre").iterdir()}
        asked, search = needed(top / "bin/cadre")
        self.assertEqual(search, [("RPATH", "$ORIGIN/../lib/cadre")])
        for path in (top / "lib/cadre").iterdir():
            self.assertFalse(path.is_symlink())
            asked |= needed(path)[0]
        # Everything that anything asks for is there, and nothing that nobody does.
        self.assertEqual(asked - C_LIBRARY, carried)
        self.assertFalse(carried & C_LIBRARY)
        self.assertNotIn("libz3.so.4", carried)
        licences = {path.name for path in (top / "share/doc/cadre/licences").iterdir()}
        self.assertLessEqual(LINKED | {"libxlsxwriter4", "libmd4c0", "libfmt9", "libstdc++6", "libssl3"}, licences)
        self.assertEqual({path.name for path in (top / "share/cadre/pipelines").iterdir()}, STEPS)
        self.assertTrue((top / "share/cadre/framework.schema.json").exists())
        self.assertTrue((top / "share/doc/cadre/LICENSE").exists())

    def test_archive_is_the_same_again(self):
        with tarfile.open(only("cadre-*.tar.gz")) as file:
            members = file.getmembers()
        self.assertEqual(len({it.mtime for it in members}), 1)
        self.assertEqual({(it.uid, it.gid, it.uname, it.gname) for it in members}, {(0, 0, "", "")})
        self.assertEqual([it.name for it in members], sorted(it.name for it in members))
        self.assertFalse([it.name for it in members if it.mode & 0o022])

    def test_archive_uses_its_own_libraries(self):
        top = self.unpack()
        listed = self.run_in("ldd", top / "bin/cadre", env={"PATH": os.environ["PATH"]})
        for name, path in re.findall(r"(\S+) => (\S+)", listed):
            if name not in C_LIBRARY:
                self.assertEqual(os.path.dirname(os.path.realpath(path)), str((top / "lib/cadre").resolve()), name)

    def test_debian_package(self):
        deb = only("cadre_*.deb")
        fields = dict(line.split(": ", 1) for line in self.run_in("dpkg-deb", "--field", deb).splitlines() if ": " in line)
        wants = {it.split()[0] for it in fields["Depends"].split(", ")}
        self.assertLessEqual({"libc6", "libfmt9", "libmd4c0", "libxlsxwriter4", "libstdc++6"}, wants)
        self.assertFalse([it for it in wants if "z3" in it or it.endswith("-dev") or "llvm" in it], wants)
        self.assertEqual(fields["Architecture"], "amd64")
        listed = self.run_in("dpkg-deb", "--contents", deb)
        for path in ("./usr/bin/cadre", "./usr/share/cadre/pipelines/check.sh", "./usr/share/doc/cadre/copyright",
                     "./usr/share/man/man1/cadre.1", "./usr/share/bash-completion/completions/cadre"):
            self.assertIn(f" {path}", listed)
        self.assertNotIn("lib/cadre/", listed)
        self.assertFalse([line for line in listed.splitlines() if " root/root " not in line])

    def test_sums(self):
        self.run_in("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=PACKAGES)


class Npm(Release):
    def install(self):
        if not shutil.which("npm") or not list(PACKAGES.glob("*.tgz")):
            self.skipTest("there is no npm")
        home = self.dir / "home"
        home.mkdir()
        # An address that nothing answers at: a call of the network fails.
        self.env = {"PATH": os.environ["PATH"], "HOME": str(home), "npm_config_registry": "http://127.0.0.1:9/", "npm_config_cache": str(home / "cache")}
        (self.dir / "package.json").write_text('{"name": "frameworks", "version": "1.0.0", "private": true}\n', encoding="utf-8")
        self.run_in("npm", "install", "--offline", "--no-audit", "--no-fund", "--save-dev", only("*.tgz"), env=self.env)
        return self.dir / "node_modules/cadre-frameworks"

    def test_runs(self):
        package = self.install()
        wanted = self.run_in(harness.CADRE, "--version")
        self.assertEqual(self.run_in("npx", "--offline", "cadre", "--version", env=self.env), wanted)
        self.run_in("npx", "cadre", "new", "bakery", env=self.env)
        self.run_in("npx", "cadre", "build", "bakery", "--emit", "json,html,sql,sqlite,csv,xlsx,markdown", env=self.env)
        (self.dir / "bakery/x.cadre").write_text("competency {\n", encoding="utf-8")
        self.assertIn("error[E0", self.run_in("npx", "cadre", "check", "bakery", env=self.env, code=1))
        self.run_in("npx", "cadre", "chekc", env=self.env, code=2)
        self.assertEqual({path.name for path in (package / "share/cadre/pipelines").iterdir()}, STEPS)
        self.assertIn("libxlsxwriter4", os.listdir(package / "share/doc/cadre/licences"))
        said = json.loads((package / "package.json").read_text(encoding="utf-8"))
        self.assertEqual((said["os"], said["cpu"], "v" + said["version"]), (["linux"], ["x64"], "v" + wanted.split()[1]))
        self.assertNotIn("scripts", said)

    def test_standard_input_and_output(self):
        self.install()
        text = "competency   A   \"A\"\n"
        done = subprocess.run(["node_modules/.bin/cadre", "fmt", "-"], input=text, capture_output=True, text=True, cwd=self.dir, env=self.env)
        self.assertEqual((done.returncode, done.stdout), (0, 'competency A "A"\n'))

    def test_elsewhere(self):
        launcher = self.install() / "bin/cadre.js"
        for change, says in (('Object.defineProperty(process, "platform", {value: "darwin"})', "for Linux on x86-64, and this is darwin on x64"),
                             ('Object.defineProperty(process, "arch", {value: "arm64"})', "for Linux on x86-64, and this is linux on arm64"),
                             ('process.report.getReport = () => ({header: {}})', "for the GNU C library, and this system has another one"),
                             ('process.report.getReport = () => ({header: {glibcVersionRuntime: "2.31"}})', "2.36 or newer (Debian 12, Ubuntu 24.04), and this system has 2.31")):
            self.assertIn(says, self.run_in("node", "-e", f"{change}; require({json.dumps(str(launcher))})", env=self.env, code=2))

    def test_killed(self):
        package = self.install()
        (package / "bin/cadre").write_text("#!/bin/sh\nkill -TERM $$\n", encoding="utf-8")
        self.run_in("node_modules/.bin/cadre", env=self.env, code=143)
        (package / "bin/cadre").unlink()
        self.assertIn("cadre: cannot start", self.run_in("node_modules/.bin/cadre", env=self.env, code=2))


class Debian(Release):
    """In a Debian 12 that has what debootstrap's smallest variant has, and nothing more."""

    @classmethod
    def setUpClass(cls):
        if os.geteuid() != 0:
            raise unittest.SkipTest("only root can chroot")
        if not (DEBIAN / "made").exists():
            cls.make()
        if subprocess.run(cls.enter("exec /bin/true"), capture_output=True).returncode != 0:
            raise unittest.SkipTest("mounts of one's own are not permitted here")

    @classmethod
    def enter(cls, command):
        """The loader asks /proc where a program lies; the mount goes with the process."""
        mounted = 'mount -t proc proc "$0/proc" && exec chroot "$0" /bin/sh -ec "$1"'
        return ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/nonexistent", "unshare", "--mount", "--pid", "--fork",
                "/bin/sh", "-c", mounted, str(DEBIAN), command]

    @classmethod
    def make(cls):
        if not shutil.which("debootstrap"):
            raise unittest.SkipTest("there is no debootstrap")
        shutil.rmtree(DEBIAN, ignore_errors=True)
        done = subprocess.run(["debootstrap", "--variant=minbase", "bookworm", DEBIAN], capture_output=True, text=True, timeout=550)
        if done.returncode != 0:
            raise unittest.SkipTest(f"debootstrap could not make it: {done.stdout[-300:]}")
        (DEBIAN / "made").touch()

    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-", dir=DEBIAN / "tmp"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def inside(self, command, code=0):
        where = "/" + str(self.dir.relative_to(DEBIAN))
        return self.run_in(*self.enter(f"cd {where}; {command}"), code=code)

    def test_archive(self):
        self.unpack()
        self.inside("mv cadre-* here; here/bin/cadre --version; ln -s here/bin/cadre linked; ./linked new bakery; ./linked check bakery --deny warnings; "
                    "./linked build bakery --emit json,ndjson,html,sql,sqlite,csv,xlsx,markdown -o out; test -f out/site/index.html; test -f out/xlsx/framework.xlsx")
        self.assertIn("error[E0302]", self.inside("sed -i s/Leading/Guru/ bakery/profiles.cadre; here/bin/cadre check bakery", code=1))

    def test_debian_package(self):
        """It declares what it needs: what the loader does not find is what it depends on and is not installed."""
        shutil.copy(only("cadre_*.deb"), self.dir / "cadre.deb")
        depends = self.inside("dpkg-deb --extract cadre.deb root; dpkg-deb --field cadre.deb Depends")
        installed = set(self.inside("dpkg-query --show --showformat '${Package}\\n'").split())
        unmet = {it.split()[0] for it in depends.split(", ")} - installed
        self.inside("root/usr/bin/cadre --version", code=127)
        missing = set(re.findall(r"(\S+) => not found", self.inside("ldd root/usr/bin/cadre || true")))
        self.assertTrue(missing)
        files = {"libfmt9": "libfmt.so.9", "libmd4c0": "libmd4c.so.0", "libxlsxwriter4": "libxlsxwriter.so.4"}
        self.assertEqual({files.get(name, name) for name in unmet}, missing)


if __name__ == "__main__":
    script = sys.modules["__main__"]
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    suite = unittest.TestLoader().loadTestsFromTestCase(getattr(script, sys.argv[2]))
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    for _, why in result.skipped:
        print(f"skipped: {why}")
    if result.wasSuccessful() and result.skipped and result.testsRun == len(result.skipped) or result.wasSuccessful() and not result.testsRun:
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() else 1)
