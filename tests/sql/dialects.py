"""The databases that scripts are tried on, each behind the same few methods.

A `Dialect` makes databases; a `Database` loads a script through the programs that people use (its
`CLIENTS`), runs statements, answers queries and shows all that it holds. Values come as Python's:
None, int (booleans too), float, str.
"""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass
from xml.etree import ElementTree

from servers import MariaServer, PostgresServer, program

# The scripts that a build must write. A build that lacks one of them, or has another, fails.
EXPECTED = ["sqlite", "postgresql", "mysql"]


@dataclass
class Loaded:
    """What a client answered: whether it reported success, and all that it said."""
    ok: bool
    said: str


@dataclass
class Answer:
    columns: list
    rows: list


def plain(value):
    return int(value) if isinstance(value, bool) else value


def sorted_rows(rows) -> list:
    return sorted((tuple(plain(value) for value in row) for row in rows), key=repr)


def in_order(tables: dict) -> dict:
    """Rows by table, as tuples, in an order that the same rows always have."""
    return {name: sorted_rows(row.values() for row in rows) for name, rows in tables.items()}


def run(command, script: bytes = b"", timeout=120) -> Loaded:
    done = subprocess.run(command, input=script, capture_output=True, timeout=timeout)
    return Loaded(done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace"))


class Database:
    """One database. A client is named by what it does: `CLIENTS[0]` is the one of the manual."""

    CLIENTS: tuple = ()
    # Those among them that commit, at the end of a script, what it left open.
    COMMITTING: tuple = ()

    def load(self, script: str, client: str = "") -> Loaded:
        raise NotImplementedError

    def command(self, client: str) -> list:
        """The command of a client that reads a script from its input."""
        raise NotImplementedError

    def execute(self, sql: str) -> str:
        """Runs statements up to the first that fails; gives why, or nothing. Each commits on its own."""
        raise NotImplementedError

    def attempt(self, sql: str) -> str:
        """Runs one statement and takes it back; gives why it failed, or nothing."""
        raise NotImplementedError

    def query(self, sql: str) -> Answer:
        raise NotImplementedError

    def columns(self) -> dict:
        """The columns of each table, in order."""
        raise NotImplementedError

    def contents(self, tables: dict) -> dict:
        """The rows of these tables (name to columns), in order."""
        raise NotImplementedError

    def schema(self) -> list:
        """All that is not a row, one line each."""
        raise NotImplementedError

    def rows(self) -> dict:
        """All rows, as a dictionary of columns each, by table."""
        tables = self.columns()
        found = self.contents(tables)
        return {name: [dict(zip(columns, row)) for row in found[name]] for name, columns in tables.items()}

    def dump(self) -> dict:
        return {"schema": self.schema(), **in_order(self.rows())}

    def settings(self) -> dict:
        """Statements that set up a database, and all later sessions in it, in an unusual way, each with one that
        undoes it, by a name."""
        raise NotImplementedError

    def values(self, sql: str) -> list:
        """The rows of a query; where it has one column, its values."""
        rows = self.query(sql).rows
        return [row[0] if len(row) == 1 else row for row in rows]

    def value(self, sql: str):
        return self.values(sql)[0]

    def script(self, sql: str) -> None:
        failure = self.execute(sql)
        if failure:
            raise AssertionError(f"{sql}\n{failure}")

    def types(self) -> dict:
        """How a downstream table declares a column that refers to an `id`, and one of a number."""
        raise NotImplementedError

    def copy(self) -> "Database":
        raise NotImplementedError

    def drop(self) -> None:
        raise NotImplementedError


class Dialect:
    name: str
    Database: type

    @property
    def script(self) -> str:
        return f"{self.name}.sql"

    def create(self) -> Database:
        raise NotImplementedError

    def close(self) -> None:
        pass


# ---- SQLite ---------------------------------------------------------------------------------------


class SqliteDatabase(Database):
    CLIENTS = ("sqlite3", "sqlite3 -bail", "executescript")

    def __init__(self, dialect, path):
        self.dialect, self.path = dialect, path

    def command(self, client):
        return [program("sqlite3"), *client.split()[1:], self.path]

    def load(self, script, client=""):
        client = client or self.CLIENTS[0]
        if client != "executescript":
            return run(self.command(client), script.encode())
        connection = sqlite3.connect(self.path)
        try:
            connection.executescript(script)
            return Loaded(True, "")
        except sqlite3.Error as error:
            return Loaded(False, str(error))
        finally:
            connection.close()

    def _connect(self):
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def execute(self, sql):
        connection = self._connect()
        try:
            connection.executescript(sql)
            return ""
        except sqlite3.Error as error:
            return str(error)
        finally:
            connection.close()

    def attempt(self, sql):
        return self.execute(f"BEGIN; {sql}; ROLLBACK;")

    def query(self, sql):
        connection = self._connect()
        try:
            cursor = connection.execute(sql)
            return Answer([each[0] for each in cursor.description], cursor.fetchall())
        finally:
            connection.close()

    def columns(self):
        out = {}
        for table, column in self.query(
                "SELECT made.name, info.name FROM sqlite_schema AS made, pragma_table_info(made.name) AS info"
                " WHERE made.type = 'table' AND made.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
                " ORDER BY made.name, info.cid").rows:
            out.setdefault(table, []).append(column)
        return out

    def contents(self, tables):
        connection = self._connect()
        try:
            return {name: sorted_rows(connection.execute(f'SELECT * FROM "{name}"')) for name in tables}
        finally:
            connection.close()

    def schema(self):
        return sorted(map(str, self.query("SELECT type, name, tbl_name, sql FROM sqlite_schema").rows))

    def settings(self):
        return {"WAL": ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode = DELETE"),
                "UTF-16": ("PRAGMA encoding = 'UTF-16'; CREATE TABLE a (b); DROP TABLE a;", "SELECT 1")}

    def types(self):
        return {"id": "TEXT", "real": "REAL"}

    def copy(self):
        other = self.dialect.create()
        shutil.copyfile(self.path, other.path)
        return other

    def drop(self):
        os.remove(self.path)


class Sqlite(Dialect):
    name = "sqlite"
    Database = SqliteDatabase

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="cadre-sqlite-")
        self._count = 0

    def create(self):
        self._count += 1
        path = os.path.join(self._folder.name, f"{self._count}.db")
        sqlite3.connect(path).close()
        return SqliteDatabase(self, path)

    def close(self):
        self._folder.cleanup()


# ---- PostgreSQL -----------------------------------------------------------------------------------


class PostgresDatabase(Database):
    CLIENTS = ("psql", "psql on", "psql -1")
    COMMITTING = ("psql -1", )
    OPTIONS = {"psql": ["-v", "ON_ERROR_STOP=1"], "psql on": [], "psql -1": ["-1"]}

    def __init__(self, dialect, name):
        self.dialect, self.name = dialect, name

    def command(self, client):
        return self.dialect.server.client(self.name, *self.OPTIONS[client], "-f", "-")

    def load(self, script, client=""):
        return run(self.command(client or self.CLIENTS[0]), script.encode())

    def _ask(self, sql, *options):
        return run(self.dialect.server.client(self.name, "-v", "ON_ERROR_STOP=1", *options, "-f", "-"), sql.encode())

    def execute(self, sql):
        done = self._ask(sql)
        return "" if done.ok else done.said or "failed"

    def attempt(self, sql):
        return self.execute(f"BEGIN; {sql}; SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK;")

    def _lines(self, sql):
        done = self._ask(sql, "-A", "-t")
        if not done.ok:
            raise AssertionError(f"{sql}\n{done.said}")
        return [json.loads(line) for line in done.said.split("\n") if line]

    def query(self, sql):
        lines = self._lines(f"SELECT row_to_json(q) FROM ({sql.rstrip().rstrip(';')}\n) AS q;")
        return Answer(list(lines[0]) if lines else [], [tuple(map(plain, line.values())) for line in lines])

    def columns(self):
        out = {}
        for table, column in self.query(
                "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
                "USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' "
                "ORDER BY table_name, ordinal_position").rows:
            out.setdefault(table, []).append(column)
        return out

    def rows(self):
        """All tables with one call of psql: it runs the queries that the first one gives."""
        names = ("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                 " AND table_type = 'BASE TABLE'")
        lines = self._lines(
            f"SELECT json_build_array(table_name, NULL) FROM ({names}) AS made;\n"
            "SELECT format('SELECT json_build_array(%L, row_to_json(made)) FROM public.%I AS made', table_name,"
            f" table_name) FROM ({names}) AS made \\gexec\n")
        out = {}
        for name, row in lines:
            found = out.setdefault(name, [])
            if row is not None:
                found.append({column: plain(value) for column, value in row.items()})
        return out

    def schema(self):
        return sorted(map(str, self.query(
            "SELECT 'column' AS what, attrelid::regclass::text AS place, attname || format_type(atttypid, atttypmod)"
            " || attnotnull || coalesce(col_description(attrelid, attnum), '') AS says"
            " FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
            " WHERE relnamespace = 'public'::regnamespace AND attnum > 0"
            " UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
            " UNION ALL SELECT 'index', indrelid::regclass::text, pg_get_indexdef(indexrelid)"
            " FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = 'public'::regnamespace"
            " UNION ALL SELECT 'trigger', tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger"
            " WHERE NOT tgisinternal"
            " UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            " UNION ALL SELECT 'view', viewname, definition FROM pg_views WHERE schemaname = 'public'"
            " UNION ALL SELECT 'type', typname, typtype::text FROM pg_type"
            " WHERE typnamespace = 'public'::regnamespace AND typtype IN ('d', 'e')"
            " UNION ALL SELECT 'schema', nspname, '' FROM pg_namespace WHERE nspname !~ '^pg_'").rows))

    def settings(self):
        change = f"ALTER DATABASE {self.name} SET "
        return {setting: (change + setting, f"ALTER DATABASE {self.name} RESET ALL") for setting in (
            "standard_conforming_strings = off", "client_encoding = 'LATIN1'",
            "default_transaction_isolation = 'serializable'", "client_min_messages = 'error'",
            "quote_all_identifiers = on", "DateStyle = 'SQL, DMY'", "extra_float_digits = -15",
            "check_function_bodies = off", "plpgsql.variable_conflict = 'use_variable'", "TimeZone = 'Asia/Tokyo'",
            "transform_null_equals = on", "search_path = '$user', public, pg_catalog")}

    def types(self):
        return {"id": "text", "real": "double precision"}

    def copy(self):
        return self.dialect.create(f"TEMPLATE {self.name}")

    def drop(self):
        run(self.dialect.server.client("postgres", "-c", f"DROP DATABASE {self.name} WITH (FORCE)"))


class Postgres(Dialect):
    name = "postgresql"
    Database = PostgresDatabase

    def __init__(self):
        self.server = PostgresServer()
        self._count = 0

    def create(self, options=""):
        self._count += 1
        name = f"test{self._count}"
        done = run(self.server.client("postgres", "-c", f"CREATE DATABASE {name} {options}"))
        if not done.ok:
            raise AssertionError(done.said)
        return PostgresDatabase(self, name)

    def close(self):
        self.server.close()


# ---- MariaDB --------------------------------------------------------------------------------------


class MariaDatabase(Database):
    CLIENTS = ("mariadb", "mariadb --force")
    NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?(e[+-]?[0-9]+)?")

    def __init__(self, dialect, name):
        self.dialect, self.name = dialect, name

    def command(self, client):
        return self.dialect.server.client(self.name, *client.split()[1:])

    def load(self, script, client=""):
        return run(self.command(client or self.CLIENTS[0]), script.encode())

    def _ask(self, sql, *options):
        return run(self.dialect.server.client(self.name, *options), sql.encode())

    def execute(self, sql):
        done = self._ask(sql)
        return "" if done.ok else done.said or "failed"

    def attempt(self, sql):
        return self.execute(f"START TRANSACTION; {sql}; ROLLBACK;")

    def query(self, sql):
        """Numbers are known by their form alone: a text of digits comes as a number."""
        done = self._ask(sql, "--xml")
        if not done.ok:
            raise AssertionError(f"{sql}\n{done.said}")
        if not done.said.strip():
            return Answer([], [])
        nil = "{http://www.w3.org/2001/XMLSchema-instance}nil"
        columns, rows = [], []
        for row in ElementTree.fromstring(done.said).findall("row"):
            columns = [field.get("name") for field in row]
            rows.append(tuple(None if field.get(nil) == "true" else self._value(field.text or "") for field in row))
        return Answer(columns, rows)

    def _value(self, text):
        if not self.NUMBER.fullmatch(text):
            return text
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 2**53 else number

    def columns(self):
        out = {}
        for table, column in self.query(
                "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
                "USING (table_schema, table_name) WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' "
                "ORDER BY table_name, ordinal_position").rows:
            out.setdefault(table, []).append(column)
        return out

    def contents(self, tables):
        done = self._ask("".join(
            f"SELECT JSON_ARRAY('{name}', JSON_ARRAY({', '.join(f'`{column}`' for column in columns)}))"
            f" FROM `{name}`;\n" for name, columns in tables.items()), "--batch", "--raw", "--skip-column-names")
        if not done.ok:
            raise AssertionError(done.said)
        out = {name: [] for name in tables}
        for line in done.said.split("\n"):
            if line:
                name, row = json.loads(line)
                out[name].append(row)
        return {name: sorted_rows(rows) for name, rows in out.items()}

    def schema(self):
        # The definition of a view names the database.
        return sorted(str(row).replace(f"`{self.name}`.", "") for row in self.query(
            "SELECT 'column' AS what, table_name AS place, concat_ws('|', column_name, column_type, is_nullable,"
            " collation_name, column_default, column_comment) AS says FROM information_schema.columns"
            " WHERE table_schema = DATABASE()"
            " UNION ALL SELECT 'index', table_name, concat_ws('|', index_name, seq_in_index, column_name, non_unique)"
            " FROM information_schema.statistics WHERE table_schema = DATABASE()"
            " UNION ALL SELECT 'key', table_name, concat_ws('|', constraint_name, column_name,"
            " referenced_table_name, referenced_column_name) FROM information_schema.key_column_usage"
            " WHERE table_schema = DATABASE()"
            " UNION ALL SELECT 'check', table_name, concat_ws('|', constraint_name, check_clause)"
            " FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()"
            " UNION ALL SELECT 'trigger', event_object_table, concat_ws('|', trigger_name, action_statement)"
            " FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
            " UNION ALL SELECT 'routine', routine_name, routine_definition FROM information_schema.routines"
            " WHERE routine_schema = DATABASE()"
            " UNION ALL SELECT 'view', table_name, view_definition FROM information_schema.views"
            " WHERE table_schema = DATABASE()").rows)

    def settings(self):
        mode = "SELECT @@global.sql_mode"
        usual = self.value(mode)
        modes = ("", "ANSI", "ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,IGNORE_SPACE", "TRADITIONAL",
                 "NO_AUTO_VALUE_ON_ZERO,ONLY_FULL_GROUP_BY,PAD_CHAR_TO_FULL_LENGTH", "MSSQL", "MYSQL40")
        out = {f"sql_mode {each}": (f"SET GLOBAL sql_mode = '{each}'", f"SET GLOBAL sql_mode = '{usual}'")
               for each in modes}
        for variable, odd, even in (("autocommit", 0, 1), ("tx_isolation", "'SERIALIZABLE'", "'REPEATABLE-READ'"),
                                    ("foreign_key_checks", 0, 1), ("sql_safe_updates", 1, 0), ("unique_checks", 0, 1),
                                    ("check_constraint_checks", 0, 1), ("collation_connection", "latin1_swedish_ci", "utf8mb4_general_ci"),
                                    ("big_tables", 1, 0), ("group_concat_max_len", 4, 1048576)):
            out[variable] = (f"SET GLOBAL {variable} = {odd}", f"SET GLOBAL {variable} = {even}")
        out["latin1"] = (f"ALTER DATABASE {self.name} CHARACTER SET latin1 COLLATE latin1_swedish_ci", "SELECT 1")
        return out

    def types(self):
        kind, letters, order = self.query(
            "SELECT column_type, character_set_name, collation_name FROM information_schema.columns"
            " WHERE table_schema = DATABASE() AND table_name = 'profile' AND column_name = 'id'").rows[0]
        return {"id": f"{kind} CHARACTER SET {letters} COLLATE {order}", "real": "DOUBLE"}

    def copy(self):
        other = self.dialect.create()
        server = self.dialect.server
        dumped = subprocess.run([program("mariadb-dump", "mysqldump"), *server.client(self.name)[1:]],
                                capture_output=True, check=True)
        done = run(other.command("mariadb"), dumped.stdout)
        if not done.ok:
            raise AssertionError(done.said)
        return other

    def drop(self):
        run(self.dialect.server.client("mysql", "-e", f"DROP DATABASE {self.name}"))


class Maria(Dialect):
    name = "mysql"
    Database = MariaDatabase

    def __init__(self):
        self.server = MariaServer()
        self._count = 0

    def create(self, options=""):
        self._count += 1
        name = f"test{self._count}"
        done = run(self.server.client("mysql", "-e", f"CREATE DATABASE {name} {options}"))
        if not done.ok:
            raise AssertionError(done.said)
        return MariaDatabase(self, name)

    def close(self):
        self.server.close()


DIALECTS = {each.name: each for each in (Sqlite, Postgres, Maria)}
