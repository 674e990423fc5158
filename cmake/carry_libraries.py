"""What a release carries besides what was built.

usage: carry_libraries.py libraries PREFIX BINARY     into PREFIX/lib/cadre: what BINARY is linked with, but for the C library
       carry_libraries.py licences PREFIX FILE...     into PREFIX/share/doc/cadre/licences: those of the packages of the FILEs

The C library stays the system's: it belongs together with the loader, the locales and the names of hosts there.
"""
import os
import re
import shutil
import subprocess
import sys

C_LIBRARY = re.compile(r"^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nsl|mvec|anl)\.so\.\d+)$")


def libraries_of(binary: str) -> dict[str, str]:
    """The names of the shared libraries that the loader finds for a binary, and their files."""
    listed = subprocess.run(["ldd", binary], check=True, capture_output=True, text=True).stdout
    missing = re.findall(r"(\S+) => not found", listed)
    if missing:
        sys.exit(f"carry_libraries.py: the loader does not find {', '.join(missing)}")
    found = dict(re.findall(r"(\S+) => (/\S+)", listed))
    return {name: path for name, path in sorted(found.items()) if not C_LIBRARY.match(name)}


def package_of(path: str) -> str | None:
    """The Debian package that a file is from."""
    real = os.path.realpath(path)
    for name in dict.fromkeys([real, path, real.removeprefix("/usr"), "/usr" + real]):
        done = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(":")[0].split(",")[0]
    return None


def carry_licences(prefix: str, files: list[str]) -> None:
    out = os.path.join(prefix, "share/doc/cadre/licences")
    os.makedirs(out, exist_ok=True)
    for path in files:
        package = package_of(path) if shutil.which("dpkg") else None
        source = f"/usr/share/doc/{package}/copyright"
        if package is None or not os.path.exists(source):
            print(f"carry_libraries.py: no licence is known of {path}", file=sys.stderr)
            if os.environ.get("CADRE_RELEASE"):
                sys.exit(1)
            continue
        shutil.copyfile(source, os.path.join(out, package))


def carry_libraries(prefix: str, binary: str) -> None:
    out = os.path.join(prefix, "lib/cadre")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    found = libraries_of(binary)
    for name, path in found.items():
        shutil.copyfile(path, os.path.join(out, name))
        os.chmod(os.path.join(out, name), 0o644)
    carry_licences(prefix, list(found.values()))


def main() -> None:
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    what, prefix, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    if what == "libraries":
        carry_libraries(prefix, files[0])
    else:
        carry_licences(prefix, files)


main()
