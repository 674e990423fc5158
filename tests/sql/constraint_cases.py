"""Rows that are wrong are refused by the database itself; right ones are taken, with the documented columns alone."""
from bench import SqlTest
from upgrade_cases import RELEASE, edited


def literal(value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def insert(table: str, **columns) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(map(literal, columns.values()))})"


def update(table: str, where: str, **columns) -> str:
    return f"UPDATE {table} SET {', '.join(f'{name} = {literal(value)}' for name, value in columns.items())} WHERE {where}"


def requirement(competency: str, **columns) -> str:
    return insert("requirement", profile_id="acme.Clerk", competency_id=competency,
                  **{"importance": "essential", "position": 9, **columns})


def origin(**columns) -> str:
    return insert("requirement_origin", **{"profile_id": "acme.Senior", "competency_id": "acme.Media", "position": 99,
                                           "kind": "own", **columns})


def indicator(**columns) -> str:
    return insert("indicator", **{"id": "acme.x", "framework_id": "acme", "competency_id": "acme.Media",
                                  "level_id": "Adept", "position": 9, "text": "x", **columns})


def declared(table: str, **columns) -> str:
    return insert(table, **{"id": "acme.x", "framework_id": "acme", "name": "x", "title": "x", **columns})


def statement(**columns) -> str:
    return insert("profile_statement", **{"profile_id": "acme.Clerk", "position": 99, "sort": "task", **columns})


def value(attribute: str, kind: str = "profile", key: str = "acme.Clerk", **columns) -> str:
    return insert("attribute_value", kind=kind, id=key, attribute_id=attribute, **columns)


def pair(**columns) -> str:
    return insert("crosswalk_pair", **{"crosswalk_id": "acme.Walk", "position": 99, "from_scale_id": "acme.Steps",
                                       "to_scale_id": "acme.Grades", **columns})


CLERK = "profile_id = 'acme.Clerk' AND competency_id = 'acme.Price'"
SENIOR = "profile_id = 'acme.Senior' AND competency_id = 'acme.Media'"

WRONG = {
    "a level of another scale": requirement("acme.Media", level_id="Low"),
    "a level that the competency does not offer": requirement("acme.Media", level_id="Master"),
    "a level that does not exist": requirement("acme.Media", level_id="Guru"),
    "a level in other letters": requirement("acme.Media", level_id="adept"),
    "a level with a space behind it": requirement("acme.Media", level_id="Adept "),
    "no level on an ordinal scale": requirement("acme.Media"),
    "a number on an ordinal scale": requirement("acme.Media", level_value=1),
    "a level and a number": requirement("acme.Media", level_id="Adept", level_value=1),
    "a level and a number on a numeric scale": update("requirement", CLERK, level_id="Adept"),
    "a number above the range": update("requirement", CLERK, level_value=5.001),
    "a number below the range": update("requirement", CLERK, level_value=-0.1),
    "no number on a numeric scale": update("requirement", CLERK, level_value=None),
    "a level on a numeric scale": update("requirement", CLERK, level_value=None, level_id="Adept"),
    "a level where the competency has none": requirement("acme.Umbrella", level_id="Adept"),
    "a number where the competency has none": requirement("acme.Umbrella", level_value=1),
    "an update to a level of another scale": update("requirement", SENIOR, level_id="High"),
    "an update to no level": update("requirement", SENIOR, level_id=None),
    "a requirement moved to a competency of another scale": update("requirement", SENIOR, competency_id="acme.Umbrella"),
    "an unknown competency": requirement("acme.Nothing"),
    "a competency in other letters": requirement("acme.umbrella"),
    "a competency with a space behind it": requirement("acme.Umbrella "),
    "an unknown profile": insert("requirement", profile_id="acme.Nobody", competency_id="acme.Umbrella", importance="essential"),
    "an abstract profile": insert("requirement", profile_id="acme.Base", competency_id="acme.Umbrella", importance="essential"),
    "a requirement twice": requirement("acme.Honesty"),
    "an unknown importance": requirement("acme.Umbrella", importance="nice"),
    "an importance in other letters": requirement("acme.Umbrella", importance="Essential"),
    "an empty importance": requirement("acme.Umbrella", importance=""),
    "no importance": requirement("acme.Umbrella", importance=None),
    "a weight that is no number": requirement("acme.Umbrella", weight="heavy"),
    "an origin without its requirement": origin(competency_id="acme.Spare"),
    "an origin at a level that is not offered": origin(level_id="Master"),
    "an origin of a rule without the rule": origin(kind="rule", level_id="Adept"),
    "an origin of its own with a rule": origin(rule_id="acme.every-profile-1", level_id="Adept"),
    "an origin of a kind that there is not": origin(kind="guess"),
    "an origin with a number outside of the range": origin(competency_id="acme.Price", level_value=9),
    "an origin of its own from another profile": origin(from_profile_id="acme.Base"),
    "a scale of a kind that there is not": declared("scale", kind="nominal"),
    "a numeric scale without a range": declared("scale", kind="numeric"),
    "a numeric scale with half a range": declared("scale", kind="numeric", minimum=1),
    "a range that is empty": declared("scale", kind="numeric", minimum=1, maximum=1),
    "a range from high to low": declared("scale", kind="numeric", minimum=5, maximum=1),
    "an ordinal scale with a range": declared("scale", kind="ordinal", minimum=0, maximum=1),
    "an ordinal scale with levels becomes numeric": update("scale", "id = 'acme.Steps'", kind="numeric", minimum=0, maximum=1),
    "a scale that is cumulative to a degree": "UPDATE scale SET cumulative = 2",
    "a level of a numeric scale": insert("level", scale_id="acme.Points", id="L", framework_id="acme", ordinal=1, title="L"),
    "a level of no scale": insert("level", scale_id="acme.None", id="L", framework_id="acme", ordinal=1, title="L"),
    "two levels at one place": insert("level", scale_id="acme.Steps", id="L", framework_id="acme", ordinal=2, title="L"),
    "a level twice": insert("level", scale_id="acme.Steps", id="Adept", framework_id="acme", ordinal=9, title="L"),
    "a level below the first": insert("level", scale_id="acme.Steps", id="L", framework_id="acme", ordinal=0, title="L"),
    "an empty title of a level": update("level", "id = 'Adept' AND scale_id = 'acme.Steps'", title=""),
    "an offer of a level of another scale": insert("competency_level", competency_id="acme.Media", level_id="Low", scale_id="acme.Grades"),
    "an offer of a level that is not there": insert("competency_level", competency_id="acme.Media", level_id="Low", scale_id="acme.Steps"),
    "an offer of a competency without a scale": insert("competency_level", competency_id="acme.Honesty", level_id="Adept", scale_id="acme.Steps"),
    "a competency leaves the scale that it offers levels of": update("competency", "id = 'acme.Media'", scale_id="acme.Points"),
    "a competency on a scale that is not there": update("competency", "id = 'acme.Honesty'", scale_id="acme.None"),
    "an anchor outside of the range": insert("competency_anchor", competency_id="acme.Price", level_value=7),
    "an anchor on an ordinal scale": insert("competency_anchor", competency_id="acme.Media", level_value=1),
    "an indicator at a level that is not offered": indicator(level_id="Master"),
    "an indicator without a level": indicator(level_id=None),
    "an indicator at a number that is not described": indicator(competency_id="acme.Price", level_id=None, level_value=3),
    "an indicator at a level where there is none": indicator(competency_id="acme.Honesty"),
    "an empty indicator": indicator(text=""),
    "an indicator without words": indicator(text=None),
    "an indicator twice": indicator(id="acme.Media#M1"),
    "an unknown kind": update("competency", "id = 'acme.Media'", kind="acme.None"),
    "a kind in other letters": update("competency", "id = 'acme.Media'", kind="Technical"),
    "an unknown category": insert("competency_category", competency_id="acme.Honesty", category_id="acme.Field"),
    "a category in itself": "UPDATE category SET parent_id = id",
    "a family in itself": "UPDATE family SET parent_id = id",
    "a category in a family": update("category", "id = 'acme.Work'", parent_id="acme.Field"),
    "a profile in a category": update("profile", "id = 'acme.Clerk'", family_id="acme.Work"),
    "a competency that is part of itself": insert("competency_part_of", competency_id="acme.Media", umbrella_id="acme.Media"),
    "a base that nobody declares": insert("profile_base", profile_id="acme.Clerk", base_id="acme.Nobody", position=1),
    "a base that is itself": insert("profile_base", profile_id="acme.Clerk", base_id="acme.Clerk", position=1),
    "a statement of another sort": statement(statement_id="acme.K1"),
    "a statement that is not there": statement(statement_id="acme.T9"),
    "a statement that is shared and said in place": statement(statement_id="acme.T1", text="x"),
    "a statement without words": statement(),
    "an empty statement": statement(text=""),
    "a statement of no sort": statement(sort="wish", text="x"),
    "a shared statement of no sort": "UPDATE statement SET sort = 'wish'",
    "a step to where it starts": insert("path_step", path_id="acme.Career", chain=9, position=1, from_profile_id="acme.Junior", to_profile_id="acme.Junior"),
    "a step to nobody": insert("path_step", path_id="acme.Career", chain=9, position=1, from_profile_id="acme.Junior", to_profile_id="acme.Base"),
    "a pair with a level of another scale": pair(from_level_id="Low", to_level_id="High"),
    "a pair with a number on an ordinal scale": pair(from_level_value=1, to_level_id="High"),
    "a pair with half of it": pair(from_level_id="Adept"),
    "a pair of other scales than its crosswalk": pair(from_scale_id="acme.Grades", from_level_id="Low", to_level_id="Low"),
    "a pair outside of the range": insert("crosswalk_pair", crosswalk_id="acme.Count", position=9, from_scale_id="acme.Points", from_level_value=5.5, to_scale_id="acme.Grades", to_level_id="Low"),
    "a resource for a level that is not offered": insert("resource_development", resource_id="acme.Course", position=9, competency_id="acme.Media", level_id="Master"),
    "a resource for a number outside of the range": insert("resource_development", resource_id="acme.Course", position=9, competency_id="acme.Price", level_value=6),
    "a resource for a number where there is none": insert("resource_development", resource_id="acme.Course", position=9, competency_id="acme.Honesty", level_value=1),
    "a rule's level that is not offered": insert("rule_requirement", rule_id="acme.every-profile-1", position=9, competency_id="acme.Media", level_id="Master"),
    "a rule without a level": insert("rule_requirement", rule_id="acme.every-profile-1", position=9, competency_id="acme.Media"),
    "a credential that is not there": insert("profile_credential", profile_id="acme.Clerk", position=9, credential_id="acme.None"),
    "a credential that is important somehow": insert("profile_credential", profile_id="acme.Clerk", position=9, credential_id="acme.Paper", importance="x"),
    "a credential that renews every no months": "UPDATE credential SET renews_every_months = 0",
    "a choice that is none": value("acme.grade", text="P9"),
    "a choice in other letters": value("acme.grade", text="p1"),
    "a number where a choice is": value("acme.grade", number=1),
    "a number outside of the attribute's range": value("acme.hours", number=49),
    "a text where a number is": value("acme.hours", text="4"),
    "a text and a number": value("acme.hours", text="4", number=4),
    "no value": value("acme.hours"),
    "a boolean where a text is": value("acme.note", boolean=True),
    "a day that there is not in an attribute": value("acme.started", text="2026-02-29"),
    "a thirty-first that there is not in an attribute": value("acme.started", text="2026-04-31"),
    "a month that there is not in an attribute": value("acme.started", text="2026-13-01"),
    "a day of few digits in an attribute": value("acme.started", text="2026-4-1"),
    "an attribute on what it does not stand on": value("acme.grade", "competency", "acme.Media", text="P1"),
    "an attribute of nothing": value("acme.grade", key="acme.Nobody", text="P1"),
    "an attribute that is not there": value("acme.none", text="P1"),
    "an update to a choice that is none": update("attribute_value", "id = 'acme.Junior' AND attribute_id = 'acme.grade'", text="P0"),
    "a type of attribute that there is not": declared("attribute", type="colour"),
    "a pattern of a number": declared("attribute", type="number", pattern="x"),
    "a range of a text": declared("attribute", type="text", minimum=1),
    "a keyword of nothing": insert("keyword", kind="competency", id="acme.None", position=1, text="x"),
    "a translation of nothing": insert("translation", language="fr", kind="profile", id="acme.Media", field="title", position=0, text="x"),
    "an empty translation": insert("translation", language="fr", kind="profile", id="acme.Clerk", field="title", position=0, text=""),
    "a match that is none": "UPDATE correspondence SET relation = 'similar'",
    "an unknown status": "UPDATE profile SET status = 'live'",
    "a day that there is not": "UPDATE profile SET reviewed = '2026-02-30'",
    "a day that is none": "UPDATE profile SET reviewed = 'soon'",
    "a successor that is not there": "UPDATE profile SET replaced_by = 'acme.Nobody'",
    "an empty title": "UPDATE profile SET title = ''",
    "no title": "UPDATE profile SET title = NULL",
    "a framework without a version": "UPDATE framework SET version = ''",
    "a framework that is another": "UPDATE framework SET framework_id = 'other'",
    "a framework of no framework": update("profile", "id = 'acme.Clerk'", framework_id="none"),
    "a competency goes that is required": "DELETE FROM competency WHERE id = 'acme.Media'",
    "a level goes that is offered": "DELETE FROM level WHERE scale_id = 'acme.Steps'",
    "an offer goes that is required": "DELETE FROM competency_level WHERE competency_id = 'acme.Media'",
    "a framework goes": "DELETE FROM framework",
    "a profile gets another key": "UPDATE profile SET id = 'acme.Other' WHERE id = 'acme.Junior'",
}

RIGHT = {
    "a level": requirement("acme.Media", level_id="Adept"),
    "a number": update("requirement", CLERK, level_value=5),
    "the lowest number": update("requirement", CLERK, level_value=0),
    "a fraction": update("requirement", CLERK, level_value=0.1),
    "no level where there is none": requirement("acme.Umbrella"),
    "the default importance": "INSERT INTO requirement (profile_id, competency_id) VALUES ('acme.Clerk', 'acme.Umbrella')",
    "a weight": requirement("acme.Umbrella", importance="optional", weight=0.25),
    "an origin": origin(level_id="Novice", importance="desired"),
    "an origin of a rule": origin(kind="rule", rule_id="acme.every-profile-1", level_id="Adept"),
    "a scale": declared("scale", kind="ordinal"),
    "a numeric scale": declared("scale", kind="numeric", minimum=-1.5, maximum=0),
    "a competency": "INSERT INTO competency (id, framework_id, name, kind, title) VALUES ('acme.media', 'acme', 'media', 'general', 'm')",
    "names that differ in accents alone": "INSERT INTO competency (id, framework_id, name, kind, title) VALUES "
                                          "('acme.Média', 'acme', 'm', 'general', 'm'), ('acme.Media ', 'acme', 'm', 'general', 'm')",
    "a retired level at the place of another": insert("level", scale_id="acme.Steps", id="L", framework_id="acme", ordinal=2, title="L", retired_in="0.9"),
    "a level on top": insert("level", scale_id="acme.Steps", id="L", framework_id="acme", ordinal=9, title="L"),
    "an indicator": indicator(),
    "an indicator where there is no level": indicator(competency_id="acme.Honesty", level_id=None),
    "an indicator at a number": indicator(competency_id="acme.Price", level_id=None, level_value=4.5),
    "a shared statement": statement(statement_id="acme.T1"),
    "a statement in place": statement(text="Says 'x'."),
    "a choice": value("acme.grade", text="P3"),
    "a number of an attribute": value("acme.hours", number=48),
    "a translation": insert("translation", language="de", kind="profile", id="acme.Clerk", field="title", position=0, text="Beamter"),
    "a base that is abstract": insert("profile_base", profile_id="acme.Clerk", base_id="acme.Base", position=1),
    "another sort of a shared statement": "UPDATE statement SET sort = 'skill' WHERE id = 'acme.K1'",
    "a day": "UPDATE profile SET reviewed = '2024-02-29'",
    "a long text": update("profile", "id = 'acme.Clerk'", about="x" * 200000),
    "a requirement goes, and with it its origins": "DELETE FROM requirement",
}


class Constraints(SqlTest):
    def attempts(self, statements):
        database = self.create(self.source(edited(version="1.0.0", text=RELEASE)))
        before = database.dump()
        out = {name: database.attempt(sql) for name, sql in statements.items()}
        self.assertSameDump(database, before)
        return out

    def test_wrong_rows_are_refused(self):
        taken = [f"{name}: {WRONG[name]}" for name, why in self.attempts(WRONG).items() if not why]
        self.assertEqual([], taken)

    def test_wrong_rows_are_refused_for_what_is_wrong_with_them(self):
        """Not because a column or table is not there."""
        for name, why in self.attempts(WRONG).items():
            with self.subTest(name):
                self.assertNotRegex(why.lower(), r"no such|does not exist|unknown column|(?<!input )syntax|doesn't have a default")

    def test_right_rows_are_taken(self):
        refused = [f"{name}: {why}" for name, why in self.attempts(RIGHT).items() if why]
        self.assertEqual([], refused)
