"""The views of runtime/sql, made by the tests where a script does not make them itself."""
from bench import ROOT

FOLDER = ROOT / "runtime" / "sql"

# None reads another one.
VIEWS = ("profile_matrix", "profile_gap", "competency_demand", "competency_coverage", "career_step")


def select_of(name: str) -> str:
    """The query of a view, without the comment above it."""
    path = FOLDER / "views" / f"{name}.sql"
    if not path.exists():
        path = FOLDER / f"{name}.sql"
    lines = path.read_text(encoding="utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("--")).strip()


def make(database, *names: str) -> None:
    for name in names or VIEWS:
        if database.execute(f"SELECT 1 FROM {name} WHERE 1 = 0;"):
            database.script(f"CREATE VIEW {name} AS\n{select_of(name)};")


ASSESSMENT = """
CREATE TABLE assessment (
  person_id INTEGER NOT NULL, competency_id {id} NOT NULL, level_id {id}, level_value {real},
  PRIMARY KEY (person_id, competency_id),
  FOREIGN KEY (competency_id) REFERENCES competency (id),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id));
"""
