"""What the tables must hold of a framework, worked out from its framework.json alone.

`expected(document)` gives, by table and primary key, the columns that the document knows of. Where
the document does not tell the place of an entry in a list (statements of several sorts stand in one
list), `ranked` replaces the place by the rank among the entries of its sort.
"""

KEYS = {
    "identity": ("kind", "id"),
    "framework": ("id",), "framework_language": ("framework_id", "language"),
    "framework_use": ("framework_id", "name"),
    "scale": ("id",), "level": ("scale_id", "id"), "level_descriptor": ("scale_id", "position"),
    "kind": ("id",), "category": ("id",), "family": ("id",),
    "attribute": ("id",), "attribute_target": ("attribute_id", "kind"),
    "attribute_statement_sort": ("attribute_id", "sort"),
    "attribute_choice": ("attribute_id", "value"),
    "statement": ("id",), "credential": ("id",), "competency": ("id",),
    "competency_level": ("competency_id", "level_id"), "competency_anchor": ("competency_id", "level_value"),
    "indicator": ("id",), "competency_category": ("competency_id", "category_id"),
    "competency_part_of": ("competency_id", "umbrella_id"),
    "competency_text": ("competency_id", "sort", "position"),
    "competency_statement": ("competency_id", "sort", "rank"),
    "competency_credential": ("competency_id", "position"),
    "resource": ("id",), "resource_development": ("resource_id", "position"),
    "profile": ("id",), "profile_base": ("profile_id", "base_id"), "profile_drop": ("profile_id", "position"),
    "profile_statement": ("profile_id", "sort", "rank"), "profile_credential": ("profile_id", "position"),
    "rule": ("id",), "rule_family": ("rule_id", "family_id"), "rule_exception": ("rule_id", "profile_id"),
    "rule_requirement": ("rule_id", "position"), "requirement": ("profile_id", "competency_id"),
    "requirement_origin": ("profile_id", "competency_id", "position"),
    "path": ("id",), "path_step": ("path_id", "chain", "position"),
    "crosswalk": ("id",), "crosswalk_pair": ("crosswalk_id", "position"),
    "keyword": ("kind", "id", "position"), "correspondence": ("kind", "id", "position"),
    "former_name": ("kind", "id", "position"), "replacement": ("kind", "id", "replaced_id"),
    "deprecation": ("kind", "id"), "allowance": ("kind", "id", "position"),
    "attribute_value": ("kind", "id", "attribute_id"),
    "translation": ("language", "kind", "id", "field", "position"),
}

# The lists of the document, by the table that their records go to.
DECLARATIONS = {
    "scale": "scales", "kind": "kinds", "category": "categories", "family": "families", "attribute": "attributes",
    "statement": "statements", "competency": "competencies", "credential": "credentials", "resource": "resources",
    "profile": "profiles", "rule": "rules", "path": "paths", "crosswalk": "crosswalks",
}
SORTS = {"knowledge": "knowledge", "skills": "skill", "abilities": "ability", "tasks": "task"}
WORDS_OF_STATEMENTS = ("knowledge", "skill", "ability", "task")


def texts(record: dict, *names: str) -> dict:
    """The columns of texts that may have Markdown beside them."""
    out = {}
    for name in names:
        out[name] = record.get(name)
        out[f"{name}_markdown"] = record.get(f"{name}Markdown")
    return out


def at(level) -> dict:
    """The two columns of a level."""
    return {"level_id": level if isinstance(level, str) else None,
            "level_value": level if not isinstance(level, str) else None}


class Expectation:
    def __init__(self, document: dict):
        self.document = document
        self.tables = {table: {} for table in KEYS}
        self.own = document["framework"]["id"]
        self.versions = {self.own: document["framework"]["version"]}
        self.versions.update((each["id"], each["version"]) for each in document["dependencies"])
        self.attributes = {}
        for each in document["attributes"]:
            self.attributes[each["id"] if each.get("external") else each["name"]] = each
        self.successors = {}

    def add(self, table: str, **columns) -> None:
        key = tuple(columns[name] for name in KEYS[table])
        assert key not in self.tables[table], (table, key)
        self.tables[table][key] = columns

    def build(self) -> dict:
        self.add_frameworks()
        for table, member in DECLARATIONS.items():
            positions = {}
            for record in self.document[member]:
                home = record.get("framework", self.own)
                if table == "kind" and "status" not in record:
                    home = None
                positions[home] = positions.get(home, 0) + 1
                self.add_declaration(table, record, home, positions[home])
        self.set_successors()
        return self.tables

    # ---- Declarations ----

    def add_frameworks(self) -> None:
        record = self.document["framework"]
        self.add("identity", kind="framework", id=self.own)
        self.add("framework", id=self.own, framework_id=self.own, title=record["title"], **texts(record, "about"),
                 code=record.get("code"), version=record["version"], language=record["language"],
                 publisher=record.get("publisher"), license=record.get("license"), uri=record.get("uri"),
                 default_scale_id=record.get("scale"), **self.life(record, self.own))
        self.add_languages(record)
        self.add_shared("framework", record, own=True)
        for each in self.document["dependencies"]:
            self.add("identity", kind="framework", id=each["id"])
            self.add("framework", id=each["id"], framework_id=each["id"], title=each["title"],
                     version=each["version"], language=each["language"], publisher=each.get("publisher"),
                     license=each.get("license"), uri=each.get("uri"), status=each["status"])
            self.add_languages(each)
            self.add_translations("framework", each["id"], 0, each, title="title")

    def add_languages(self, record: dict) -> None:
        languages = [each for each in record.get("languages", []) if each != record["language"]]
        for position, language in enumerate(languages, 1):
            self.add("framework_language", framework_id=record["id"], language=language, position=position)

    def life(self, record: dict, home) -> dict:
        status = record.get("status", "published")
        return {"status": status, "since": record.get("since"), "reviewed": record.get("reviewed"),
                "retired_in": self.versions[home] if status == "retired" else None}

    def add_declaration(self, table: str, record: dict, home, position: int) -> None:
        # A base may have been named before it is declared.
        self.tables["identity"][table, record["id"]] = {"kind": table, "id": record["id"]}
        columns = {"id": record["id"], "framework_id": home, "position": position}
        if table == "rule":
            columns["retired_in"] = None
        else:
            columns.update(name=record.get("name", ""), **texts(record, "about"), code=record.get("code"),
                           **self.life(record, home))
            if table != "statement":
                columns["title"] = record["title"]
            if table == "kind" and home is None:
                columns.pop("name")
        columns.update(getattr(self, f"of_{table}", lambda _: {})(record))
        self.add(table, **columns)
        self.add_shared(table, record, own=not record.get("external"))
        if table == "statement":
            self.add_translations(table, record["id"], 0, record, text="text")

    def of_scale(self, record: dict) -> dict:
        position = 0
        for level in record["levels"]:
            home = record.get("framework", self.own)
            self.add("level", scale_id=record["id"], id=level["id"], framework_id=home, ordinal=level["ordinal"],
                     title=level["title"], **texts(level, "about"), retired_in=None)
            self.add_translations("scale", record["id"], level["ordinal"], level, title="level_title",
                                  about="level_about")
            for bullet in level.get("descriptors", []):
                position += 1
                self.add("level_descriptor", scale_id=record["id"], position=position, level_id=level["id"],
                         label=bullet.get("label"), **texts(bullet, "text"))
                self.add_translations("scale", record["id"], position, bullet, text="descriptor")
        return {"kind": record["kind"], "cumulative": int(record.get("cumulative", False)),
                "minimum": record.get("minimum"), "maximum": record.get("maximum")}

    @staticmethod
    def of_kind(record: dict) -> dict:
        return {"like_id": record.get("like")}

    @staticmethod
    def of_category(record: dict) -> dict:
        return {"parent_id": record.get("parent")}

    of_family = of_category

    def of_attribute(self, record: dict) -> dict:
        targets = {"statement" if word in WORDS_OF_STATEMENTS else word for word in record.get("on", [])}
        for word in targets:
            self.add("attribute_target", attribute_id=record["id"], kind=word)
        for word in {*record.get("on", [])} & {*WORDS_OF_STATEMENTS}:
            self.add("attribute_statement_sort", attribute_id=record["id"], sort=word)
        for position, value in enumerate(record.get("values", []), 1):
            self.add("attribute_choice", attribute_id=record["id"], value=value, position=position)
        return {"type": record["type"], "required": int(record.get("required", False)),
                "pattern": record.get("pattern"), "minimum": record.get("minimum"),
                "maximum": record.get("maximum")}

    @staticmethod
    def of_statement(record: dict) -> dict:
        return {"sort": record["sort"], **texts(record, "text")}

    @staticmethod
    def of_credential(record: dict) -> dict:
        return {"issuer": record.get("issuer"), "renews_every_months": record.get("renewsEveryMonths"),
                "url": record.get("url")}

    def of_resource(self, record: dict) -> dict:
        for position, each in enumerate(record.get("develops", []), 1):
            self.add("resource_development", resource_id=record["id"], position=position,
                     competency_id=each["competency"], **at(each.get("level")))
        return {"type": record.get("type"), "url": record.get("url")}

    def of_competency(self, record: dict) -> dict:
        key = record["id"]
        advice = dict.fromkeys(("develop", "evidence", "interview"), 0)
        self.add_rubric(record, record, None, advice)
        for position, level in enumerate(record["levels"], 1):
            point = at(level["level"])
            said = {"position": position, "title": level.get("title"), **texts(level, "about"), "retired_in": None}
            if point["level_id"] is None:
                self.add("competency_anchor", competency_id=key, level_value=level["level"], **said)
            else:
                self.add("competency_level", competency_id=key, level_id=level["level"], scale_id=record["scale"],
                         **said)
            self.add_translations("competency", key, position, level, title="level_title", about="level_about")
            self.add_rubric(record, level, level["level"], advice)
        for position, category in enumerate(record.get("categories", []), 1):
            self.add("competency_category", competency_id=key, category_id=category, position=position)
        if "partOf" in record:
            self.add("competency_part_of", competency_id=key, umbrella_id=record["partOf"], position=1)
        self.add_statements("competency", record)
        for position, each in enumerate(record.get("credentials", []), 1):
            self.add("competency_credential", competency_id=key, position=position, credential_id=each["credential"],
                     importance=each.get("importance", "essential"))
        return {"kind": record["kind"], "scale_id": record.get("scale")}

    def add_rubric(self, competency: dict, rubric: dict, level, advice: dict) -> None:
        key = competency["id"]
        for position, bullet in enumerate(rubric.get("indicators", []), 1):
            # Two levels may say the same without a label: the later one is numbered.
            indicator, count = bullet["id"], 2
            while (indicator,) in self.tables["indicator"]:
                indicator, count = f"{bullet['id']}~{count}", count + 1
            self.add("identity", kind="indicator", id=indicator)
            self.add("indicator", id=indicator, framework_id=competency.get("framework", self.own),
                     competency_id=key, **at(level), position=position, label=bullet.get("label"),
                     **texts(bullet, "text"), retired_in=None, replaced_by=None)
            self.add_translations("indicator", indicator, 0, bullet, text="text")
        for sort in advice:
            for bullet in rubric.get(sort, []):
                advice[sort] += 1
                self.add("competency_text", competency_id=key, sort=sort, position=advice[sort], **at(level),
                         label=bullet.get("label"), **texts(bullet, "text"))
                self.add_translations("competency", key, advice[sort], bullet, text=sort)

    def add_statements(self, kind: str, record: dict) -> None:
        for member, sort in SORTS.items():
            for rank, entry in enumerate(record.get(member, []), 1):
                self.add(f"{kind}_statement", **{f"{kind}_id": record["id"]}, sort=sort, rank=rank,
                         statement_id=entry.get("statement"), label=entry.get("label"), **texts(entry, "text"))
                self.add_translations(kind, record["id"], (sort, rank), entry, text="statement")

    def of_profile(self, record: dict) -> dict:
        key = record["id"]
        for position, base in enumerate(record.get("extends", []), 1):
            self.tables["identity"].setdefault(("profile", base), {"kind": "profile", "id": base})
            self.add("profile_base", profile_id=key, base_id=base, position=position)
        for position, each in enumerate(record.get("drops", []), 1):
            self.add("profile_drop", profile_id=key, position=position, competency_id=each["competency"],
                     **texts(each, "because"))
        for position, each in enumerate(record["requirements"], 1):
            self.add("requirement", profile_id=key, competency_id=each["competency"], position=position,
                     **at(each.get("level")), importance=each["importance"], weight=each.get("weight"),
                     **texts(each, "because"))
            for place, origin in enumerate(each["origins"], 1):
                self.add("requirement_origin", profile_id=key, competency_id=each["competency"], position=place,
                         kind=origin["kind"], from_profile_id=origin.get("profile"), rule_id=origin.get("rule"),
                         **at(origin.get("level")), importance=origin.get("importance"),
                         weight=origin.get("weight"), **texts(origin, "because"))
        self.add_statements("profile", record)
        for position, each in enumerate(record.get("credentials", []), 1):
            self.add("profile_credential", profile_id=key, position=position, credential_id=each["credential"],
                     importance=each["importance"])
        return {"family_id": record.get("family")}

    def of_rule(self, record: dict) -> dict:
        for position, family in enumerate(record.get("in", []), 1):
            self.add("rule_family", rule_id=record["id"], family_id=family, position=position)
        for position, profile in enumerate(record.get("except", []), 1):
            self.add("rule_exception", rule_id=record["id"], profile_id=profile, position=position)
        for position, each in enumerate(record["requirements"], 1):
            self.add("rule_requirement", rule_id=record["id"], position=position, competency_id=each["competency"],
                     **at(each.get("level")), importance=each["importance"], weight=each.get("weight"),
                     **texts(each, "because"))
        return {}

    def of_path(self, record: dict) -> dict:
        for chain, profiles in enumerate(record["chains"], 1):
            for position, (start, goal) in enumerate(zip(profiles, profiles[1:]), 1):
                self.add("path_step", path_id=record["id"], chain=chain, position=position, from_profile_id=start,
                         to_profile_id=goal)
        return {}

    def of_crosswalk(self, record: dict) -> dict:
        for position, pair in enumerate(record["pairs"], 1):
            start, goal = at(pair["from"]), at(pair["to"])
            self.add("crosswalk_pair", crosswalk_id=record["id"], position=position, from_scale_id=record["from"],
                     from_level_id=start["level_id"], from_level_value=start["level_value"],
                     to_scale_id=record["to"], to_level_id=goal["level_id"], to_level_value=goal["level_value"])
        return {"from_scale_id": record["from"], "to_scale_id": record["to"]}

    # ---- What any declaration can have ----

    def add_shared(self, kind: str, record: dict, own: bool) -> None:
        key = record["id"]
        for position, word in enumerate(record.get("keywords", []), 1):
            self.add("keyword", kind=kind, id=key, position=position, text=word)
        for position, each in enumerate(record.get("matches", []), 1):
            self.add("correspondence", kind=kind, id=key, position=position, relation=each["relation"],
                     scheme=each["scheme"], target=each["target"])
        for position, name in enumerate(record.get("was", []), 1):
            self.add("former_name", kind=kind, id=key, position=position, name=name)
        for position, each in enumerate(record.get("allow", []), 1):
            self.add("allowance", kind=kind, id=key, position=position, rule=each["rule"], **texts(each, "because"))
        for name, value in record.get("attributes", {}).items():
            is_text = isinstance(value, str)
            is_flag = isinstance(value, bool)
            self.add("attribute_value", kind=kind, id=key, attribute_id=self.attributes[name]["id"],
                     text=value if is_text else None, boolean=int(value) if is_flag else None,
                     number=value if not is_text and not is_flag else None)
        for position, replaced in enumerate(record.get("replaces", []), 1):
            self.add("replacement", kind=kind, id=key, replaced_id=replaced, position=position)
            if own:
                self.successors.setdefault((kind, replaced), key)
        if "deprecated" in record:
            each = record["deprecated"]
            self.add("deprecation", kind=kind, id=key, since=each["since"], **texts(each, "because"),
                     successor_id=each.get("use"))
            if own and "use" in each:
                self.successors.setdefault((kind, key), each["use"])
        self.add_translations(kind, key, 0, record, title="title", about="about")

    def add_translations(self, kind: str, key: str, position, record: dict, **fields: str) -> None:
        for language, words in record.get("translations", {}).items():
            for name, field in fields.items():
                if name in words:
                    self.add("translation", language=language, kind=kind, id=key, field=field, position=position,
                             text=words[name], text_markdown=words.get(f"{name}Markdown"))

    def set_successors(self) -> None:
        for table in ("framework", *DECLARATIONS):
            for (key, ), columns in self.tables[table].items():
                if columns["framework_id"] == self.own:
                    successor = self.successors.get((table, key))
                    declared = (successor, ) in self.tables[table]
                    columns["replaced_by"] = successor if declared and successor != key else None


def expected(document: dict) -> dict:
    return Expectation(document).build()


def ranked(rows: dict) -> dict:
    """The rows of a database by table and primary key, with ranks in place of some positions."""
    ranks = {}
    for kind in ("competency", "profile"):
        counts = {}
        for row in sorted(rows.get(f"{kind}_statement", ()), key=lambda row: row["position"]):
            place = (row[f"{kind}_id"], row["sort"])
            counts[place] = row["rank"] = counts.get(place, 0) + 1
            ranks[kind, row[f"{kind}_id"], row["position"]] = (row["sort"], row["rank"])
    for row in rows.get("translation", ()):
        if row["field"] == "statement":
            row["position"] = ranks.get((row["kind"], row["id"], row["position"]), row["position"])
    return {table: {tuple(row[name] for name in KEYS[table]): row for row in found}
            for table, found in rows.items() if table in KEYS}


# Whose fact a row of these tables is: the column with the id of a declaration, and its table.
OWNERS = {
    "framework_language": ("framework_id", "framework"), "level_descriptor": ("scale_id", "scale"),
    "attribute_target": ("attribute_id", "attribute"), "attribute_statement_sort": ("attribute_id", "attribute"),
    "attribute_choice": ("attribute_id", "attribute"),
    "competency_category": ("competency_id", "competency"), "competency_part_of": ("competency_id", "competency"),
    "competency_text": ("competency_id", "competency"), "competency_statement": ("competency_id", "competency"),
    "competency_credential": ("competency_id", "competency"), "resource_development": ("resource_id", "resource"),
    "profile_base": ("profile_id", "profile"), "profile_drop": ("profile_id", "profile"),
    "profile_statement": ("profile_id", "profile"), "profile_credential": ("profile_id", "profile"),
    "rule_family": ("rule_id", "rule"), "rule_exception": ("rule_id", "rule"), "rule_requirement": ("rule_id", "rule"),
    "requirement": ("profile_id", "profile"), "requirement_origin": ("profile_id", "profile"),
    "path_step": ("path_id", "path"), "crosswalk_pair": ("crosswalk_id", "crosswalk"),
}


OF_COMPETENCY = ("competency_level", "competency_anchor", "indicator")


def homes(tables: dict) -> dict:
    """The framework of each declaration and indicator, by kind and id; of tables by primary key."""
    out = {}
    for kind in ("framework", *DECLARATIONS, "indicator"):
        for (key, ), row in tables.get(kind, {}).items():
            out[kind, key] = row["framework_id"]
    return out


def home_of(table: str, row: dict, where: dict):
    """The framework that a row belongs to; none for what all share."""
    if "framework_id" in row:
        return row["framework_id"]
    if table in OF_COMPETENCY:
        return where.get(("competency", row["competency_id"]))
    if table in OWNERS:
        column, kind = OWNERS[table]
        return where.get((kind, row[column]))
    return where.get((row["kind"], row["id"])) if "kind" in row else None


def by_framework(tables: dict) -> dict:
    """The rows of each framework, as a set of tables and rows; of tables by primary key."""
    where, out = homes(tables), {}
    for table, rows in tables.items():
        for row in rows.values():
            out.setdefault(home_of(table, row, where), set()).add((table, tuple(sorted(row.items(), key=repr))))
    return out


def may_stay(table: str, row: dict, wanted: dict) -> bool:
    """Whether a row that the document has not may be there of an earlier release."""
    if "retired_in" in row:
        return row["retired_in"] is not None
    if table == "identity":
        return True
    if table in OWNERS:
        column, owner = OWNERS[table]
        return (row[column], ) not in wanted[owner]
    return (row["id"], ) not in wanted[row["kind"]]


def is_same(column: str, found, value, upgraded: bool) -> bool:
    if upgraded and column == "retired_in":
        return (found is None) == (value is None)
    return found == value and isinstance(found, str) == isinstance(value, str)


def only_of(framework: str, tables: dict) -> dict:
    where = homes(tables)
    return {table: {key: row for key, row in rows.items() if home_of(table, row, where) == framework}
            for table, rows in tables.items()}


def is_untold(document: dict, row: dict) -> bool:
    """Of a framework that is used the document repeats the title, and the database the whole row."""
    used = {each["id"] for each in document["dependencies"]}
    return row["kind"] == "framework" and row["id"] in used and row["field"] != "title"


def differences_of_uses(document: dict, rows) -> list:
    """The document knows all frameworks that are used, also by those that are used, but not by which name."""
    own = [row for row in rows if row["framework_id"] == document["framework"]["id"]]
    dependencies = {each["id"]: each.get("withRules", False) for each in document["dependencies"]}
    out = [f"framework_use has {row}, which the document has not" for row in own if row["used_id"] not in dependencies]
    with_rules = {row["used_id"] for row in own if row["with_rules"]}
    wanted = {key for key, value in dependencies.items() if value}
    return out + ([f"the rules of {with_rules} are used, and not of {wanted}"] if with_rules != wanted else [])


def differences(document: dict, rows: dict, upgraded: bool = False, own: bool = False) -> list:
    """What differs between the tables that a document asks for and those that there are, as sentences.

    In an upgraded database what an earlier release left behind may be there too, if it is retired.
    With `own`, only the rows of the document's own framework are looked at.
    """
    found, all_wanted, out = ranked(rows), expected(document), []
    if own:
        found = only_of(document["framework"]["id"], found)
        all_wanted = only_of(document["framework"]["id"], all_wanted)
    for table, wanted in all_wanted.items():
        if table not in found:
            out.append(f"there is no table {table}")
            continue
        if table == "framework_use":
            out += differences_of_uses(document, found[table].values())
            continue
        for key in wanted.keys() - found[table].keys():
            out.append(f"{table} lacks {key}")
        for key in found[table].keys() - wanted.keys():
            if table == "translation" and is_untold(document, found[table][key]):
                continue
            if not (upgraded and may_stay(table, found[table][key], all_wanted)):
                out.append(f"{table} has {key}, which the document has not")
        for key in wanted.keys() & found[table].keys():
            for column, value in wanted[key].items():
                if not is_same(column, found[table][key][column], value, upgraded):
                    out.append(f"{table} {key}.{column} is {found[table][key][column]!r:.300}, not {value!r:.300}")
    known = {*KEYS, "cadre_format"}
    out += [f"there is a table {table} that nothing is known of" for table in rows.keys() - known]
    return out
