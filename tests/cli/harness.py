"""What the tests of the binary share: where it is, a folder to work in, and how they are run.

A test is called with the path of the binary and, to run some of its tests alone, a part of their names.
"""

import contextlib
import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
from pathlib import Path

CADRE = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else None
ROOT = Path(__file__).resolve().parents[2]


def snapshot(directory):
    """Every file below, hidden ones too: its bytes and when it was last written."""
    found = {}
    for path in sorted(Path(directory).rglob("*")):
        if path.is_file():
            found[str(path.relative_to(directory))] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


class CadreTest(unittest.TestCase):
    """A folder for each test, and the binary run in it."""

    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="cadre-cli-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def cadre(self, *arguments, code=0, cwd=None, env=None, **more):
        done = subprocess.run([CADRE, *map(str, arguments)], cwd=cwd or self.dir, capture_output=True, text=True,
                              env={**os.environ, **(env or {})}, timeout=120, errors="replace", **more)
        if code is not None:
            self.assertEqual(done.returncode, code, f"cadre {arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def on_terminal(self, columns, *arguments, cwd=None, said=None):
        """What a terminal of that width shows of standard output; `said`: what COLUMNS says of it."""
        env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        if said is not None:
            env["COLUMNS"] = str(said)
        watched, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        with os.fdopen(watched, "rb", buffering=0) as screen:
            done = subprocess.Popen([CADRE, *map(str, arguments)], stdout=terminal, cwd=cwd or self.dir, env=env)
            os.close(terminal)
            shown = b""
            with contextlib.suppress(OSError):  # The end, as Linux tells it.
                while part := screen.read(4096):
                    shown += part
            self.assertEqual(done.wait(), 0)
        return shown.decode().replace("\r\n", "\n")

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


def main():
    """Runs the tests of the script that was called, and ends the process."""
    script = sys.modules["__main__"]
    if CADRE is None:
        sys.exit(script.__doc__)
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{sys.argv[2]}*"] if len(sys.argv) > 2 else None
    result = unittest.TextTestRunner(verbosity=1).run(loader.loadTestsFromModule(script))
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    sys.exit(1 if failed else 0)
