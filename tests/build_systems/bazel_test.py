#!/usr/bin/python3
"""Builds the packages of examples/hospital with Bazel and the rules of runtime/bazel, as docs/build-systems.md says,
and looks at which actions run.

    bazel_test.py CADRE [PATTERN]    only the tests whose name contains PATTERN
"""

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from harness import CADRE, CadreTest, main  # noqa: E402

BAZEL = shutil.which("bazel")
RULES = ROOT / "runtime/bazel"
USES = {"core": (), "nursing": ("core",), "pharmacy": ("core",), "facilities": ("core",),
        "careers": ("core", "nursing", "pharmacy", "facilities")}
WORKSPACE = """workspace(name = "hospital")
local_repository(name = "cadre_rules", path = "{rules}")
load("@cadre_rules//:repositories.bzl", "cadre_local")
cadre_local(name = "cadre_local")
register_toolchains("@cadre_local//:toolchain")
"""
BUILD = """load("@cadre_rules//:defs.bzl", "cadre_check_test", "cadre_framework")
cadre_framework(
    name = "{name}",
    srcs = glob(["**/*.cadre", "translations/*.lock"]),
    emit = ["json", "html"],
    manifest = "cadre.toml",
    visibility = ["//visibility:public"],
    deps = [{deps}],
)
cadre_check_test(
    name = "check",
    deny_warnings = {deny},
    framework = ":{name}",
)
"""


# Bazel 4 asks the network for rules of C++ and Java before it builds anything; nothing here needs them.
UNUSED_RULES = {
    "rules_cc": ("cc", ("cc_binary", "cc_import", "cc_library", "cc_proto_library", "cc_test", "cc_toolchain",
                        "cc_toolchain_suite", "fdo_prefetch_hints", "fdo_profile", "objc_import", "objc_library")),
    "rules_java": ("java", ("java_binary", "java_import", "java_library", "java_lite_proto_library", "java_plugin",
                            "java_proto_library", "java_test", "java_runtime", "java_toolchain",
                            "java_package_configuration")),
}


class Files(unittest.TestCase):
    """What can be said of the rules without Bazel."""

    def test_they_parse(self):
        """Starlark is a part of Python's grammar, and these files stay in it."""
        for path in [*RULES.glob("*.bzl"), RULES / "BUILD.bazel", RULES / "MODULE.bazel", RULES / "WORKSPACE"]:
            ast.parse(path.read_text(encoding="utf-8"), str(path))

    def test_what_is_loaded_is_there(self):
        for path in RULES.glob("*.bzl"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "load":
                    file, *names = [it.value for it in node.args]
                    other = ast.parse((RULES / file.lstrip(":")).read_text(encoding="utf-8"))
                    defined = {target.id for it in other.body if isinstance(it, ast.Assign) for target in it.targets}
                    self.assertLessEqual(set(names), defined, path)


@unittest.skipUnless(BAZEL, "there is no bazel here: apt-get install bazel-bootstrap")
class Hospital(CadreTest):
    def setUp(self):
        super().setUp()
        self.source = self.dir / "hospital"
        shutil.copytree(ROOT / "examples/hospital", self.source, ignore=shutil.ignore_patterns("dist"))
        (self.source / "cadre.toml").unlink()
        (self.source / "WORKSPACE").write_text(WORKSPACE.format(rules=RULES))
        for name, uses in USES.items():
            deps = ", ".join(f'"//{it}"' for it in uses)
            (self.source / name / "BUILD.bazel").write_text(BUILD.format(name=name, deps=deps, deny=False))
        # A short path: Bazel's sockets have room for no long one.
        self.root = Path(tempfile.mkdtemp(prefix="bz"))
        self.addCleanup(self.end)
        self.overrides = []
        for name, (package, rules) in UNUSED_RULES.items():
            self.write(f"unused/{name}/WORKSPACE", "")
            self.write(f"unused/{name}/{package}/BUILD", "")
            self.write(f"unused/{name}/{package}/defs.bzl", "".join(f"{it} = native.{it}\n" for it in rules))
        self.write("unused/remote_coverage_tools/WORKSPACE", "")
        self.write("unused/remote_coverage_tools/tool.sh", "#!/bin/sh\n").chmod(0o755)
        self.write("unused/remote_coverage_tools/BUILD", 'package(default_visibility = ["//visibility:public"])\n' +
                   "".join(f'sh_binary(name = "{it}", srcs = ["tool.sh"])\n'
                           for it in ("coverage_report_generator", "lcov_merger")))
        for name in (*UNUSED_RULES, "remote_coverage_tools"):
            self.overrides.append(f"--override_repository={name}={self.dir}/unused/{name}")

    def end(self):
        subprocess.run([*self.call(), "shutdown"], cwd=self.source, capture_output=True, timeout=60)
        subprocess.run(["chmod", "-R", "u+w", self.root], check=False)
        shutil.rmtree(self.root, ignore_errors=True)

    def call(self):
        return [BAZEL, f"--output_user_root={self.root}", "--max_idle_secs=60", "--nohome_rc"]

    def bazel(self, *arguments, code=0):
        done = subprocess.run([*self.call(), *arguments, *self.overrides, "--color=no", "--curses=no",
                               "--noshow_progress"],
                              cwd=self.source, capture_output=True, text=True, timeout=300,
                              env={**os.environ, "CADRE_EXECUTABLE": CADRE})
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def ran(self, *arguments, code=0, verb="build"):
        """The actions that a build runs, as `package:mnemonic`."""
        log = self.dir / "log.json"
        log.unlink(missing_ok=True)
        self.told = self.bazel(verb, *arguments, f"--execution_log_json_file={log}", "--spawn_strategy=sandboxed,local",
                               code=code)
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        self.spawns, at = [], 0
        decoder = json.JSONDecoder()
        while at < len(text):
            spawn, at = decoder.raw_decode(text, at)
            self.spawns.append(spawn)
            while at < len(text) and text[at].isspace():
                at += 1
        return sorted(f"{spawn['listedOutputs'][0].split('/bin/')[1].split('/')[0]}:{spawn['mnemonic']}"
                      for spawn in self.spawns if spawn["mnemonic"].startswith("Cadre"))

    def edit(self, name, change):
        path = self.source / name
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def test_builds(self):
        both = ("CadreBuild", "CadreInterface")
        # Nobody uses the careers, and nobody asks for their interface.
        everything = [f"{name}:{it}" for name in sorted(USES) for it in both if (name, it) != ("careers", both[1])]
        self.assertEqual(self.ran("//..."), everything)
        self.same_as_without()
        self.only_what_is_declared()
        self.assertEqual(self.ran("//..."), [])
        self.edit("core/rules.cadre", lambda it: it + "// Reviewed.\n")
        self.assertEqual(self.ran("//..."), [f"core:{it}" for it in both])
        self.edit("pharmacy/profiles.cadre", lambda it: it.replace('profile ', '// Reviewed.\nprofile ', 1))
        self.assertEqual(self.ran("//..."), [f"pharmacy:{it}" for it in both])
        self.edit("pharmacy/framework.cadre", lambda it: it.replace('"1.', '"1.9', 1))
        self.assertEqual(self.ran("//..."), ["careers:CadreBuild", *(f"pharmacy:{it}" for it in both)])
        self.write_once_more()
        self.fails()

    def same_as_without(self):
        for name in USES:
            self.cadre("build", self.source / name, "-o", "plain", "--emit", "json,html", "-q")
            for path in (it for it in (self.dir / "plain").rglob("*") if it.is_file()):
                made = self.source / "bazel-bin" / name / name / path.relative_to(self.dir / "plain")
                self.assertEqual(made.read_bytes(), path.read_bytes(), made)
            shutil.rmtree(self.dir / "plain")

    def only_what_is_declared(self):
        """An action of a package that uses others has their interfaces, and none of their sources."""
        checked = 0
        for spawn in self.spawns:
            if spawn["mnemonic"] not in ("CadreBuild", "CadreInterface"):
                continue
            inputs = [it["path"] for it in spawn["inputs"]]
            own = spawn["listedOutputs"][0].split("/bin/")[1].split("/")[0]
            others = [it for it in inputs if it.endswith(".cadre") and not it.startswith(f"{own}/")]
            self.assertEqual(others, [])
            self.assertEqual(sum(it.endswith(".interface") for it in inputs), len(USES[own]))
            self.assertEqual(spawn["environmentVariables"], [])
            checked += 1
        self.assertEqual(checked, 2 * len(USES) - 1)

    def write_once_more(self):
        """The same bytes in another place: what a remote cache needs."""
        made = (self.source / "bazel-bin").resolve().rglob("*")
        before = {it: it.read_bytes() for it in made if it.is_file() and ".runfiles" not in str(it)}
        self.bazel("clean")
        self.ran("//...", "--spawn_strategy=local")
        after = {it: it.read_bytes() for it in before if it.is_file()}
        written = [it for it in before if ".cadre/framework.interface" in str(it) or it.name == "framework.json"]
        self.assertEqual(len(written), 2 * len(USES) - 1)
        for path in written:
            self.assertEqual(before[path], after[path], path)

    def fails(self):
        self.edit("core/rules.cadre", lambda it: it + "competency\n")
        self.ran("//...", code=1)
        self.assertIn("core/rules.cadre", self.told)
        self.assertIn("error[", self.told)

    def test_tests(self):
        self.ran("//...", verb="test")
        name = "facilities"
        path = self.source / name / "BUILD.bazel"
        path.write_text(BUILD.format(name=name, deps='"//core"', deny=True))
        self.edit(f"{name}/competencies.cadre", lambda it: it + 'competency Unsaid "Unsaid"\n')
        told = self.bazel("test", f"//{name}:check", "--test_output=errors", code=3)
        self.assertIn("missing-definition", told)
        report = self.source / "bazel-testlogs" / name / "check/test.xml"
        self.assertIn("missing-definition", report.read_text(encoding="utf-8"))

    def test_a_source_from_elsewhere(self):
        self.edit("careers/BUILD.bazel", lambda it: it.replace('srcs = glob', 'srcs = ["//core:rules.cadre"] + glob'))
        self.edit("core/BUILD.bazel", lambda it: it + 'exports_files(["rules.cadre"])\n')
        told = self.bazel("build", "//careers", code=1)
        self.assertIn("a package is a folder", told)


if __name__ == "__main__":
    main()
