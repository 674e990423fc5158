"""Database servers of the tests' own: a PostgreSQL and a MariaDB that nobody else sees.

Each lives in a temporary folder, listens on a socket there alone, and ends with the program that
started it, also when that is killed. Servers of the system are neither used nor touched.
"""
import atexit
import ctypes
import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time


class Missing(Exception):
    """A program that the tests need is not installed."""


def program(*names: str, folders: str = "") -> str:
    for name in names:
        for folder in sorted(glob.glob(folders), reverse=True):
            if os.access(os.path.join(folder, name), os.X_OK):
                return os.path.join(folder, name)
        found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if found:
            return found
    raise Missing(f"{names[0]} is not installed: scripts/setup --test")


class Server:
    """What both have in common: a folder, a user that may run servers, an end."""

    def __init__(self, name: str, user: str, stop: int):
        self._process = None
        self._stop = stop
        self._user = self._unprivileged(user)
        self.folder = tempfile.mkdtemp(prefix=f"cadre-{name}-", dir=self._place())
        atexit.register(self.close)
        if self._user:
            os.chown(self.folder, pwd.getpwnam(self._user).pw_uid, pwd.getpwnam(self._user).pw_gid)

    @staticmethod
    def _place() -> str:
        """Memory, where there is enough: MariaDB waits for the disk at every CREATE. The path is short, because
        that of a socket is at most 107 bytes."""
        memory = "/dev/shm"
        if os.access(memory, os.W_OK):
            size = os.statvfs(memory)
            if size.f_bavail * size.f_frsize > 2 * 1024**3:
                return memory
        return "/tmp"

    @staticmethod
    def _unprivileged(user: str) -> str | None:
        """Servers refuse to run as root; anybody else runs them as themselves."""
        if os.geteuid() != 0:
            return None
        names = {each.pw_name for each in pwd.getpwall()}
        return user if user in names else "nobody"

    def path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def _identity(self) -> dict:
        if not self._user:
            return {}
        return {"user": self._user, "group": pwd.getpwnam(self._user).pw_gid, "extra_groups": []}

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, **self._identity())
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")

    def _start(self, *command: str) -> None:
        def end_with_parent():
            pr_set_pdeathsig = 1
            ctypes.CDLL(None).prctl(pr_set_pdeathsig, self._stop)

        with open(self.path("log"), "wb") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log,
                                             stderr=log, preexec_fn=end_with_parent, **self._identity())
        for _ in range(600):
            if self._process.poll() is not None:
                break
            if self.is_up():
                return
            time.sleep(0.05)
        with open(self.path("log"), encoding="utf-8", errors="replace") as log:
            raise RuntimeError(f"{command[0]} does not start:\n{log.read()}")

    def is_up(self) -> bool:
        raise NotImplementedError

    def close(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(self._stop)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresServer(Server):
    FOLDERS = "/usr/lib/postgresql/*/bin"

    def __init__(self):
        initdb = program("initdb", folders=self.FOLDERS)
        postgres = program("postgres", folders=self.FOLDERS)
        self.psql = program("psql", folders=self.FOLDERS)
        super().__init__("pg", "postgres", signal.SIGINT)
        self._run(initdb, "-D", self.path("data"), "-U", "cadre", "-A", "trust", "--no-sync", "-E", "UTF8",
                  "--locale=C")
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off",
                    "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
                    "max_connections": "20", "shared_buffers": "64MB", "jit": "off"}
        self._start(postgres, "-D", self.path("data"), *(f"--{key}={value}" for key, value in settings.items()))

    def client(self, database: str, *options: str) -> list[str]:
        return [self.psql, "-X", "-q", "-h", self.folder, "-U", "cadre", "-d", database, *options]

    def is_up(self) -> bool:
        return subprocess.run(self.client("postgres", "-c", "SELECT 1"), capture_output=True).returncode == 0


class MariaServer(Server):
    def __init__(self):
        install = program("mariadb-install-db", "mysql_install_db")
        daemon = program("mariadbd", "mysqld")
        self.mariadb = program("mariadb", "mysql")
        super().__init__("my", "mysql", signal.SIGTERM)
        # A server that starts removes all temporary tables of its tmpdir, also those of another that runs: each has
        # its own, for the one that makes the system's tables too.
        self._run("mkdir", self.path("tmp"))
        folders = [f"--datadir={self.path('data')}", f"--tmpdir={self.path('tmp')}"]
        self._run(install, "--no-defaults", *folders, "--skip-test-db", "--auth-root-authentication-method=normal")
        self._start(daemon, "--no-defaults", *folders, f"--socket={self.path('socket')}",
                    f"--pid-file={self.path('pid')}", "--skip-networking", "--skip-log-bin", "--skip-name-resolve",
                    "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-use-native-aio=0", "--sync-frm=0",
                    "--innodb-buffer-pool-size=128M", "--max-allowed-packet=16M")

    def client(self, database: str, *options: str) -> list[str]:
        return [self.mariadb, "--no-defaults", f"--socket={self.path('socket')}", "--user=root",
                "--default-character-set=utf8mb4", *options, database]

    def is_up(self) -> bool:
        return subprocess.run(self.client("mysql", "-e", "SELECT 1"), capture_output=True).returncode == 0
