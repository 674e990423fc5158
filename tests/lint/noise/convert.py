#!/usr/bin/env python3
"""Converts frameworks that others wrote into Cadre packages, for tuning and testing the rules on prose.

usage: convert.py OUT [--data DIR] [--only NAME[,NAME…]]

Writes a package OUT/NAME each, with every rule on (`tier = "strict"`), and OUT/index.json: the
texts of each package with their lines, which measure.py reads. The same data give the same bytes.
DIR is CADRE_TEST_DATA, or ../shared/data beside the repository. Needs python3-yaml.

What the sources do not say is not made up: Monzo's bullets have no labels, ENISA's e-CF competencies
no definitions. Where a ladder is rows of job levels, its levels are the scale, and each job a
profile that requires what is described at its level. Of the several wholes of an ESCO skill the first
is kept, for the language has one.
"""
import argparse
import csv
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

import yaml

from source import STATEMENTS, Names, Source, one_line, quoted, sentences

REPOSITORY = Path(__file__).resolve().parents[3]
MANIFEST = '[package]\nedition = "2026"\n\n[lint]\ntier = "strict"\n'

# Kinds by the words of a title, the first that fits.
KINDS = (
    ("leadership", ("leadership",)),
    ("technical", ("technical", "mastery", "domain", "knowledge")),
    ("behavioural", ("communication", "team", "influence", "ownership", "collaboration", "curiosity",
                     "independent", "conduct", "user-centricity", "impact")),
)


def kind_of(title: str) -> str:
    for kind, words in KINDS:
        if any(word in title.lower() for word in words):
            return kind
    return "general"


def framework(out: Source, title: str, publisher: str, licence: str, uri: str, about: str = "",
              scale: str = "", version: str = "1.0.0", language: str = "en") -> None:
    out.open(f"framework {out.framework} {quoted(title)}", "", title)
    out.line(f'version   "{version}"')
    out.line("status    published")
    out.line(f"language  {language}")
    out.line(f"publisher {quoted(publisher)}")
    out.line(f'license   "{licence}"')
    out.line(f'uri       "{uri}"')
    if scale:
        out.line(f"scale     {scale}")
    out.about(about)
    out.close()


def path(out: Source, name: str, title: str, steps: list[str]) -> None:
    out.declare("path", name, title)
    out.line(" -> ".join(steps))
    out.close()


# ---- Financial Times -----------------------------------------------------------------------------

def list_items(summary: str) -> list[str]:
    """The items of a numbered list; without one, the sentences."""
    if not re.search(r"^\s*\d+\. ", summary, re.M):
        return sentences(summary)
    return [one_line(item) for item in re.split(r"^\s*\d+\. ", summary, flags=re.M) if item.strip()]


def label_of(item: dict) -> str:
    return "FT-" + item["id"]


def ft_start(data: Path, file: str, name: str, names: Names) -> tuple[Source, dict, dict[str, str]]:
    """The framework and its scale: the source, the ladder, and the names of its levels."""
    ladder = yaml.safe_load((data / "ladders" / "ft" / file).read_text(encoding="utf-8"))
    out = Source(f"ft.{name}")
    framework(out, "FT " + ladder["name"], "Financial Times", "MIT",
              f"https://github.com/Financial-Times/engineering-progression/{name}",
              ladder["summary"], "Level")
    levels = {level["id"]: names.take(level["name"]) for level in ladder["levels"]}
    out.declare("scale", "Level", "Level")
    for level in ladder["levels"]:
        out.level(levels[level["id"]], title=level["name"])
    out.close()
    return out, ladder, levels


def ft_jobs(out: Source, ladder: dict, levels: dict[str, str], names: Names,
            offered: dict[str, set[str]], steps: list[tuple[str, str]]) -> Source:
    """Each level as a profile that requires the competencies described at it, and the career."""
    out.line()
    out.line('family Engineering "Engineering"')
    profiles = {}
    for level in ladder["levels"]:
        profiles[level["id"]] = names.take(level["name"] + " role")
        out.declare("profile", profiles[level["id"]], level["name"])
        out.line("family Engineering")
        for competency, at in offered.items():
            if level["id"] in at:
                out.line(f"requires {competency} at {levels[level['id']]}")
                out.note("requirement", "", competency)
        out.close()
    out.declare("path", "Career", "Engineering career")
    for before, after in steps:
        out.line(f"{profiles[before]} -> {profiles[after]}")
    out.close()
    return out


def ft_themes(data: Path, file: str, name: str, steps: list[tuple[str, str]]) -> Source:
    """A ladder whose items say what people do: themes are competencies, items indicators."""
    names = Names()
    out, ladder, levels = ft_start(data, file, name, names)
    offered: dict[str, set[str]] = {}
    for theme in ladder["themes"]:
        competency = names.take(theme["name"])
        out.declare(kind_of(theme["name"]) + " competency", competency, theme["name"])
        out.about(theme.get("summary", ""))
        for level in ladder["levels"]:
            cell = [item for item in ladder["competencies"]
                    if item["theme"] == theme["id"] and item["level"] == level["id"]]
            if not cell:
                continue
            offered.setdefault(competency, set()).add(level["id"])
            out.open(f"level {levels[level['id']]}", levels[level["id"]])
            examples: dict[str, None] = {}
            for item in cell:
                # The cells of the newer ladder are paragraphs or lists; those of the older one sentences.
                texts = [item["summary"]] if "examples" in item else list_items(item["summary"])
                for number, text in enumerate(texts, 1):
                    out.bullet(text, "indicator", f"{label_of(item)}-{number}")
                examples.update(dict.fromkeys(map(one_line, item.get("examples", []))))
            out.bullets("evidence", list(examples), "evidence")
            out.close()
        out.close()
    return ft_jobs(out, ladder, levels, names, offered, steps)


def ft_engineering(data: Path) -> Source:
    return ft_themes(data, "engineering.yml", "engineering", [
        ("junior", "engineer"), ("engineer", "senior-1"), ("senior-1", "senior-2-ic"),
        ("senior-1", "senior-2-pm"), ("senior-2-ic", "principal-ic"), ("senior-2-pm", "principal-pm"),
        ("principal-pm", "tech-director")])


def ft_v1(data: Path) -> Source:
    return ft_themes(data, "engineering-v1.yml", "engineering.v1",
                     [("junior", "engineer"), ("engineer", "senior-1"), ("senior-1", "senior-2")])


def ft_operations(data: Path) -> Source:
    """A ladder whose items are headings over what people do: themes are categories, headings
    competencies (the same heading at several levels is one), their examples indicators."""
    names = Names()
    out, ladder, levels = ft_start(data, "operations.yml", "operations", names)
    offered: dict[str, set[str]] = {}
    for theme in ladder["themes"]:
        category = names.take(theme["name"])
        out.line()
        out.line(f"category {category} {quoted(theme['name'])}")
        items = [item for item in ladder["competencies"] if item["theme"] == theme["id"]]
        for title in dict.fromkeys(one_line(item["summary"]) for item in items):
            competency = names.take(title)
            out.declare(kind_of(theme["name"]) + " competency", competency, title)
            out.line(f"in {category}")
            for level in ladder["levels"]:
                cell = [item for item in items
                        if one_line(item["summary"]) == title and item["level"] == level["id"]]
                if not cell:
                    continue
                offered.setdefault(competency, set()).add(level["id"])
                out.open(f"level {levels[level['id']]}", levels[level["id"]])
                written: set[str] = set()
                for item in cell:
                    for number, text in enumerate(map(one_line, item["examples"]), 1):
                        if text in written:
                            out.line(f"// the same again: {label_of(item)}-{number}")
                        else:
                            out.bullet(text, "indicator", f"{label_of(item)}-{number}")
                        written.add(text)
                out.close()
            out.close()
    return ft_jobs(out, ladder, levels, names, offered, [("engineer", "senior-1"), ("senior-1", "senior-2")])


# ---- Monzo ---------------------------------------------------------------------------------------

def without_emoji(title: str) -> str:
    return one_line(re.sub(r"[^\x00-\u024F\u2010-\u201F]", "", title))


def prose_topics(body: str) -> list[tuple]:
    """The topics of a ladder whose levels are headings with paragraphs."""
    found: dict[str, dict[int, list[str]]] = {}
    level, cell = 0, []
    for line in body.splitlines():
        if line.startswith("## "):
            level = int(line.split()[-1])
        elif line.startswith("### "):
            cell = found.setdefault(line[4:].strip(), {}).setdefault(level, [])
        elif line.strip() and not line.startswith("---"):
            cell += sentences(line)
    return [(label, "", tuple((at, tuple(dict.fromkeys(texts)), ()) for at, texts in cells.items()))
            for label, cells in found.items()]


def monzo_topics(text: str) -> tuple[str, list[tuple]]:
    """The title of a ladder and its topics: (title, about, ((level, criteria, examples), …))."""
    _, head, body = re.split(r"^---\n?", text, maxsplit=2, flags=re.M)
    # YAML wants no tabs; one of the files has one behind a dash.
    matter = yaml.safe_load(head.replace("\t", " "))
    title = without_emoji(matter["title"]).removesuffix(" Framework")
    topics = []
    for topic in matter.get("topics", []):
        name, _, about = topic["name"].partition(": ")
        label = without_emoji(topic.get("title") or name)
        levels = []
        for level in topic["content"]:
            criteria, examples = list(level.get("criteria") or []), []
            for example in level.get("exampleCriteria") or []:
                criteria.append(example["criteria"])
                examples += example["examples"]
            levels.append((level["level"], tuple(dict.fromkeys(map(one_line, criteria))),
                           tuple(dict.fromkeys(map(one_line, examples)))))
        topics.append((label[0].upper() + label[1:], about, tuple(levels)))
    if not topics:
        topics = prose_topics(body)
    return title, topics


MONZO = ("design/product-design", "design/user-research", "design/visual-design", "engineering/backend",
         "engineering/data", "engineering/mobile", "engineering/qualityanalyst", "engineering/web",
         "marketing", "people", "product")


def monzo(data: Path) -> Source:
    out = Source("monzo.progression")
    out.markdown = True
    framework(out, "Monzo progression framework", "Monzo", "MIT",
              "https://github.com/monzo/progression-framework")
    ladders = []
    for file in MONZO:
        text = (data / "ladders" / "monzo" / f"{file}.md").read_text(encoding="utf-8")
        ladders.append(monzo_topics(text))
    names = Names()
    counts = {title: max(level for _, _, cells in topics for level, _, _ in cells)
              for title, topics in ladders}
    for count in sorted(set(counts.values())):
        out.declare("scale", f"Level{count}", f"Progression in {count} levels")
        for level in range(1, count + 1):
            out.level(f"L{level}", title=f"Level {level}")
        out.close()
    out.line()
    categories = {}
    for title, _ in ladders:
        categories[title] = names.take(title)
        out.line(f"category {categories[title]} {quoted(title)}")

    # Ladders repeat whole topics of each other: those are one competency, in several categories.
    shared: dict[tuple, list[str]] = {}
    for title, topics in ladders:
        for topic in topics:
            shared.setdefault((topic, counts[title]), []).append(title)
    competencies = {}
    for (topic, count), titles in shared.items():
        label, about, cells = topic
        name = names.take(label if len(titles) > 1 else f"{titles[0]} {label}")
        competencies.update({(title, topic): name for title in titles})
        out.declare(kind_of(label) + " competency", name,
                    label if len(titles) > 1 else f"{label} ({titles[0]})")
        out.line(f"scale Level{count}")
        out.line("in " + ", ".join(categories[title] for title in titles))
        out.about(about)
        for level, criteria, examples in cells:
            out.open(f"level L{level}", f"L{level}")
            for text in criteria:
                out.bullet(text, "indicator")
            out.bullets("evidence", list(examples), "evidence")
            out.close()
        out.close()

    for title, topics in ladders:
        family = names.take(title + " family")
        out.line()
        out.line(f"family {family} {quoted(title)}")
        steps = []
        for level in range(1, counts[title] + 1):
            steps.append(names.take(f"{title} level {level}"))
            out.declare("profile", steps[-1], f"{title}, level {level}")
            out.line(f"family {family}")
            for topic in topics:
                if any(at == level for at, _, _ in topic[2]):
                    out.line(f"requires {competencies[title, topic]} at L{level}")
                    out.note("requirement", "", competencies[title, topic])
            out.close()
        path(out, names.take(title + " career"), title + " career", steps)
    return out


# ---- ENISA ---------------------------------------------------------------------------------------

def enisa(data: Path) -> Source:
    tables = json.loads((data / "security" / "enisa-ecsf.json").read_text(encoding="utf-8"))
    roles = yaml.safe_load((data / "security" / "enisa-ecsf.yaml").read_text(encoding="utf-8"))
    out = Source("enisa.ecsf")
    framework(out, "European Cybersecurity Skills Framework", "ENISA", "MIT",
              "https://www.enisa.europa.eu/ecsf", "", "Ecf")
    out.declare("scale", "Ecf", "e-CF level")
    for level in range(1, 6):
        out.level(f"Level{level}", title=f"Level {level}")
    out.close()
    out.line()
    kinds = {}
    for statement in tables["tks"]:
        kinds[statement["id"]] = statement["type"].lower()
        out.statement(kinds[statement["id"]], statement["id"], statement["description"])

    competencies: dict[str, str] = {}
    for role in roles.values():
        for competency in role["e-Competences (from e-CF)"]:
            competencies.setdefault(competency, competency.split(" ")[0].replace(".", ""))
    for competency, name in sorted(competencies.items(), key=lambda pair: pair[1]):
        code, _, title = competency.partition(" ")
        out.declare("technical competency", name, title)
        out.line(f"code {quoted(code.rstrip('.'))}")
        out.close()

    names = Names()
    out.line()
    out.line('family Cybersecurity "Cybersecurity"')
    for role in tables["work_role"]:
        out.declare("profile", names.take(role["title"]), role["title"])
        out.line("family Cybersecurity")
        out.about(role["summary_statement"] + " " + role["mission"])
        out.keywords(list(dict.fromkeys(map(one_line, role["alternative_title(s)"]))))
        refers = [link["tks_id"] for link in tables["relationship"] if link["work_role_id"] == role["id"]]
        for word, kind in (("tasks", "task"), ("skills", "skill"), ("knowledge", "knowledge")):
            own = list(dict.fromkeys(at for at in refers if kinds[at] == kind))
            if own:
                out.line(f"{word} " + ", ".join(own))
        for competency, level in roles[role["title"]]["e-Competences (from e-CF)"].items():
            out.line(f"requires {competencies[competency]} at {level.replace(' ', '')}")
            out.note("requirement", "", competencies[competency])
        out.close()
    return out


# ---- DigComp -------------------------------------------------------------------------------------

def digcomp(data: Path) -> Source:
    nodes = json.loads((data / "digcomp" / "digcomp3.jsonld").read_text(encoding="utf-8"))["@graph"]
    out = Source("jrc.digcomp")
    framework(out, "DigComp 3.0", "European Commission, Joint Research Centre", "CC-BY-4.0",
              "https://joint-research-centre.ec.europa.eu/digcomp", "", "FourLevels", "3.0.0")

    def of(kind: str) -> list[dict]:
        return [node for node in nodes if node["@type"] == kind]

    levels = sorted(of("ProficiencyLevel"), key=lambda level: level["eight_levels_mapping"])
    names = Names()
    four = {level["four_levels_name"]: "" for level in levels}
    out.declare("scale", "FourLevels", "Proficiency, four levels")
    for level in levels:
        title = level["four_levels_name"]
        if not four[title]:
            four[title] = names.take(title)
            out.level(four[title], level["four_levels_description"], title)
    out.close()
    out.declare("scale", "EightLevels", "Proficiency, eight levels")
    for level in levels:
        number = level["eight_levels_mapping"]
        out.level(f"L{number}", level["eight_levels_description"], f"{level['four_levels_name']} {number}")
    out.close()
    out.declare("crosswalk EightToFour from EightLevels to", "FourLevels", "")
    out.lines[-1] = "crosswalk EightToFour from EightLevels to FourLevels {"
    for level in levels:
        out.line(f"L{level['eight_levels_mapping']} -> {four[level['four_levels_name']]}")
    out.close()

    areas = {}
    for area in of("CompetenceArea"):
        areas[area["@id"]] = names.take(area["name"])
        out.declare("category", areas[area["@id"]], area["name"])
        out.about(area["description"])
        out.close()
    # Attitudes are the nearest to abilities: the language has no word of its own for them.
    words = {"Knowledge": "knowledge", "Skill": "skill", "Attitude": "ability"}
    outcomes: dict[tuple[str, str], list[str]] = {}
    out.line()
    for outcome in of("LearningOutcome"):
        name = outcome["@id"].split("/")[1].replace(".", "-")
        out.statement(words[outcome["type"]], name, outcome["description"])
        outcomes.setdefault((outcome["competence_id"], outcome["type"]), []).append(name)
    statements = of("CompetenceStatement")
    for competence in of("Competence"):
        name = names.take(competence["name"])
        out.declare("technical competency", name, competence["name"])
        out.line(f"in {areas[competence['competence_area_id']]}")
        out.line(f"code {quoted(competence['@id'].split('/')[1])}")
        out.about(competence["description"])
        for title, level in four.items():
            cell = [node for node in statements if node["competence_id"] == competence["@id"]
                    and node["four_levels_proficiency_name"] == "ProficiencyLevel/" + title]
            if not cell:
                continue
            out.open(f"level {level}", level)
            for node in cell:
                out.bullet(node["description"], "indicator", node["@id"].split("/")[1].replace(".", "-"))
            out.close()
        for kind, word in (("Knowledge", "knowledge"), ("Skill", "skills"), ("Attitude", "abilities")):
            own = outcomes.get((competence["@id"], kind))
            if own:
                out.line(f"{word} " + ", ".join(own))
        out.close()
    return out


# ---- ESCO ----------------------------------------------------------------------------------------

# Occupations are taken that have so many relations to the skills of the subset: the others say too little.
LEAST_RELATIONS = 7


def table(data: Path, language: str, name: str) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 24)
    file = data / "esco" / language / f"{name}_{language}.csv"
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def esco_framework(out: Source, language: str) -> None:
    framework(out, "ESCO" if language == "en" else "ESCO, professions", "European Commission", "CC-BY-4.0",
              "http://data.europa.eu/esco", version="1.1.2", language=language)


def esco_groups(out: Source, data: Path, broader: dict[str, list[str]], names: Names) -> dict[str, str]:
    """Writes the skill groups as nested categories; the qualified name of each by its address. A group
    in several groups stands in the first."""
    groups = {group["conceptUri"]: group for group in table(data, "en", "skillGroups")}
    inner: dict[str, list[str]] = {}
    for uri in groups:
        inner.setdefault((broader.get(uri) or [""])[0], []).append(uri)
    qualified: dict[str, str] = {}

    def write(uri: str, around: str) -> None:
        group = groups[uri]
        name = names.code(group["code"] or "F" + uri.rsplit("/", 1)[1][:8])
        qualified[uri] = f"{around}.{name}" if around else name
        out.open(f"category {name} {quoted(one_line(group['preferredLabel']))}", name,
                 one_line(group["preferredLabel"]))
        out.about(group["description"])
        for child in sorted(inner.get(uri, [])):
            write(child, qualified[uri])
        out.close()

    out.line()
    for uri in sorted(inner[""]):
        write(uri, "")
    return qualified


def chosen(data: Path) -> list[dict[str, str]]:
    relations = Counter(row["occupationUri"] for row in table(data, "en", "occupationSkillRelations"))
    return [row for row in table(data, "en", "occupations")
            if relations[row["conceptUri"]] >= LEAST_RELATIONS]


def esco_families(out: Source, data: Path, occupations: list[dict[str, str]]) -> None:
    labels = {row["code"]: row["preferredLabel"] for row in table(data, "en", "ISCOGroups")}
    out.line()
    for code in sorted({row["iscoGroup"] for row in occupations}):
        out.line(f"family C{code} {quoted(one_line(labels[code]))}")
        out.note("title", one_line(labels[code]), "C" + code)


def esco(data: Path) -> Source:
    out = Source("ec.esco")
    esco_framework(out, "en")
    broader: dict[str, list[str]] = {}
    for row in table(data, "en", "broaderRelationsSkillPillar"):
        broader.setdefault(row["conceptUri"], []).append(row["broaderUri"])
    names = Names()
    categories = esco_groups(out, data, broader, names)
    skills = table(data, "en", "skills")
    taken = {skill["conceptUri"]: names.take(skill["preferredLabel"]) for skill in skills}
    for skill in skills:
        uri = skill["conceptUri"]
        label = one_line(skill["preferredLabel"])
        kind = "general" if skill["reuseLevel"] == "transversal" else "technical"
        out.declare(f"{kind} competency", taken[uri], label)
        groups = [categories[at] for at in broader.get(uri, []) if at in categories]
        wholes = [taken[at] for at in broader.get(uri, []) if at in taken]
        if groups:
            out.line("in " + ", ".join(groups))
        if wholes:
            out.line("part of " + wholes[0])
        out.about(skill["description"])
        others = dict.fromkeys(map(one_line, skill["altLabels"].splitlines()))
        out.keywords([other for other in others if other and other != label])
        out.line(f'matches exact esco "{uri}"')
        out.close()

    occupations = chosen(data)
    esco_families(out, data, occupations)
    relations: dict[str, dict[str, str]] = {}
    for row in table(data, "en", "occupationSkillRelations"):
        relations.setdefault(row["occupationUri"], {})[row["skillUri"]] = row["relationType"]
    for occupation in occupations:
        label = one_line(occupation["preferredLabel"])
        out.declare("profile", names.take(label), label)
        out.line(f"family C{occupation['iscoGroup']}")
        out.about(occupation["description"])
        for uri, importance in relations[occupation["conceptUri"]].items():
            out.line(f"requires {taken[uri]} {importance}")
            out.note("requirement", "", taken[uri])
        out.close()
    return out


def esco_french(data: Path) -> Source:
    """The same occupations in French, without requirements: only the occupations are in French."""
    out = Source("ec.esco.fr")
    esco_framework(out, "fr")
    wanted = {row["conceptUri"] for row in chosen(data)}
    names = Names()
    for occupation in table(data, "fr", "occupations"):
        if occupation["conceptUri"] in wanted:
            label = one_line(occupation["preferredLabel"])
            out.declare("profile", names.code("P" + occupation["code"]), label)
            out.about(occupation["description"])
            out.close()
    return out


# ---- All -----------------------------------------------------------------------------------------

CORPORA = {
    "ft": ft_engineering,
    "ft-v1": ft_v1,
    "ft-operations": ft_operations,
    "monzo": monzo,
    "enisa": enisa,
    "digcomp": digcomp,
    "esco": esco,
    "esco-fr": esco_french,
}


def find_data() -> Path:
    return Path(os.environ.get("CADRE_TEST_DATA") or REPOSITORY.parent / "shared" / "data")


def main() -> int:
    parser = argparse.ArgumentParser(description="Converts the test data into Cadre packages.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=find_data())
    parser.add_argument("--only", default=",".join(CORPORA))
    options = parser.parse_args()
    if not (options.data / "ladders").is_dir():
        print(f"no data in {options.data} (set CADRE_TEST_DATA)", file=sys.stderr)
        return 2
    wanted = options.only.split(",")
    for name in wanted:
        if name not in CORPORA:
            parser.error(f"there is no corpus `{name}`; there are {', '.join(CORPORA)}")
    index = {}
    for name in wanted:
        source = CORPORA[name](options.data)
        package = options.out / name
        package.mkdir(parents=True, exist_ok=True)
        (package / "cadre.toml").write_text(MANIFEST, encoding="utf-8")
        (package / "framework.cadre").write_text(source.text(), encoding="utf-8")
        index[name] = source.index
        print(f"{name}: {source.count(*STATEMENTS)} statements, {source.count('description')} descriptions")
    with (options.out / "index.json").open("w", encoding="utf-8") as out:
        json.dump(index, out, ensure_ascii=False, indent=0)
        out.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
