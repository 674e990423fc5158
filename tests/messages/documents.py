"""What the formats of messages must be: a parser or validator for each, and what they have in common.

Every function takes the text that cadre wrote and what is found in it according to `json`, and gives a list of
complaints.
"""

import json
import posixpath
import re
import urllib.parse
import xml.etree.ElementTree as xml
from pathlib import Path

from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIAGNOSTIC_SCHEMA = json.loads((ROOT / "runtime/messages/diagnostic-v1.schema.json").read_text(encoding="utf-8"))
GITLAB_SCHEMA = json.loads((HERE / "gitlab.schema.json").read_text(encoding="utf-8"))
SARIF_SCHEMA_FILE = HERE / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

diagnostics = Draft202012Validator(DIAGNOSTIC_SCHEMA)
gitlab_reports = Draft202012Validator(GITLAB_SCHEMA)

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ufdd0-\ufdef]")


def is_plain(text):
    """True where no format writes the text in another way than it is."""
    return not ODD.search(text) and not any(ord(c) & 0xFFFE == 0xFFFE for c in text)


def load(text):
    def members(pairs):
        names = [name for name, _ in pairs]
        assert len(set(names)) == len(names), f"member twice in {names}"
        return dict(pairs)

    return json.loads(text, object_pairs_hook=members)


def violations(validator, document):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]


def path_of(finding):
    """The file as servers know it."""
    return posixpath.normpath(finding["file"]) if finding["file"] else ""


# ---- json ------------------------------------------------------------------------------------------


def json_lines(text):
    """(the findings, complaints)."""
    findings, complaints = [], []
    for line in text.split("\n")[:-1]:
        finding = load(line)
        findings.append(finding)
        complaints += violations(diagnostics, finding)
        if list(finding) != list(DIAGNOSTIC_SCHEMA["properties"]):
            complaints.append(f"other members, or in another order: {list(finding)}")
    if text and not text.endswith("\n"):
        complaints.append("the last line has no end")
    return findings, complaints


# ---- sarif -----------------------------------------------------------------------------------------


def sarif_schema():
    """The validator of the published schema, or None where npm has not installed it."""
    if not SARIF_SCHEMA_FILE.exists():
        return None
    return Draft4Validator(json.loads(SARIF_SCHEMA_FILE.read_text(encoding="utf-8-sig")))


def region_of(place):
    return {"startLine": place["line"], "startColumn": place["column"], "endLine": place["endLine"],
            "endColumn": place["endColumn"]}


def sarif_location(location, place):
    physical = location["physicalLocation"]
    if physical["region"] != region_of(place):
        yield f"region {physical['region']} of {place}"
    artifact = physical["artifactLocation"]
    if artifact.get("uriBaseId") != "%SRCROOT%":
        yield f"not relative to the root: {artifact}"
    if not re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", artifact["uri"]):
        yield f"no escaped address: {artifact['uri']}"
    named = urllib.parse.unquote_to_bytes(artifact["uri"]).decode("utf-8", "replace")
    if "\ufffd" not in place["file"] and named != path_of(place):
        yield f"{artifact['uri']} is not {path_of(place)}"


def sarif_result(result, finding, rules):
    if result["level"] != LEVELS[finding["severity"]]:
        yield f"level {result['level']} of {finding['severity']}"
    if result["message"]["text"].split("\n")[0] != finding["message"].split("\n")[0]:
        yield f"message {result['message']} of {finding['message']}"
    if result.get("ruleId", "") != finding["code"] or rules[result["ruleIndex"]]["id"] != finding["code"]:
        yield f"rule {result.get('ruleId')} of {finding['code']}"
    yield from sarif_location(result["locations"][0], finding)
    here = region_of(finding) | {"file": finding["file"]}
    labels = [it for it in finding["labels"]]
    if labels and region_of(labels[-1]) | {"file": labels[-1]["file"]} == here and "message" in result["locations"][0]:
        labels.pop()
    related = result.get("relatedLocations", [])
    if len(related) != len(labels):
        yield f"{len(related)} related places of {len(labels)}"
    for location, label in zip(related, labels):
        yield from sarif_location(location, label)
    fixes = result.get("fixes", [])
    if len(fixes) != len(finding["fixes"]):
        yield f"{len(fixes)} fixes of {len(finding['fixes'])}"
    for fix, wanted in zip(fixes, finding["fixes"]):
        replacements = [(urllib.parse.unquote_to_bytes(change["artifactLocation"]["uri"]).decode("utf-8", "replace"),
                         it["deletedRegion"], it.get("insertedContent", {}).get("text", ""))
                        for change in fix["artifactChanges"] for it in change["replacements"]]
        edits = [(path_of(it), region_of(it), it["replacement"]) for it in wanted["edits"]]
        if sorted(replacements, key=str) != sorted(edits, key=str) and "\ufffd" not in str(edits):
            yield f"replacements {replacements} of {edits}"
        if fix["properties"]["safe"] != wanted["safe"]:
            yield "another safety"


def sarif(text, findings, code):
    log = load(text)
    if log["version"] != "2.1.0" or len(log["runs"]) != 1:
        yield "not one run of SARIF 2.1.0"
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    if driver["name"] != "cadre" or not re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"]):
        yield f"driver {driver['name']} {driver.get('semanticVersion')}"
    if run["columnKind"] != "unicodeCodePoints" or run["originalUriBaseIds"].keys() != {"%SRCROOT%"}:
        yield "columns or root not declared"
    invocation, = run["invocations"]
    if invocation["exitCode"] != code or invocation["executionSuccessful"] != (code < 2):
        yield f"{invocation['exitCode']}, {invocation['executionSuccessful']} of exit code {code}"
    placed = [it for it in findings if it["file"]]
    others = [it for it in findings if not it["file"]]
    if len(run["results"]) != len(placed):
        yield f"{len(run['results'])} results of {len(placed)} findings with a place"
    notifications = invocation["toolExecutionNotifications"]
    if [it["message"]["text"].split("\n")[0] for it in notifications] != [it["message"].split("\n")[0] for it in others]:
        yield f"notifications {notifications} of {others}"
    for rules, wanted in ((driver["rules"], placed), (driver["notifications"], others)):
        ids = [it["id"] for it in rules]
        if ids != sorted({it["code"] for it in wanted if it["code"]}):
            yield f"rules {ids}"
        for rule in rules:
            # A rule of the linter has a name for its id already.
            named = {"name"} if re.fullmatch(r"[A-Z]\d{4}", rule["id"]) else set()
            missing = (named | {"shortDescription", "fullDescription", "help", "defaultConfiguration"}) - rule.keys()
            if missing or not rule["help"]["text"] or not rule["help"]["markdown"].startswith(f"# {rule['id']}: "):
                yield f"rule {rule['id']} lacks {missing}"
    for it in notifications:
        if "descriptor" in it and driver["notifications"][it["descriptor"]["index"]]["id"] != it["descriptor"]["id"]:
            yield f"descriptor {it['descriptor']}"
    for result, finding in zip(run["results"], placed):
        yield from sarif_result(result, finding, driver["rules"])
    marks = [it["partialFingerprints"]["cadreFinding/v1"] for it in run["results"]]
    if len(set(marks)) != len(marks):
        yield "two results have one fingerprint"


# ---- github ----------------------------------------------------------------------------------------


class Command:
    """A line as the runner of GitHub Actions reads it."""

    def __init__(self, line):
        match = re.fullmatch(r"::(error|warning|notice) ((?:[A-Za-z]+=[^,:\r\n]+)(?:,[A-Za-z]+=[^,:\r\n]+)*)::([^\r\n]*)", line)
        assert match, f"no workflow command: {line!r}"
        self.name, properties, data = match.groups()
        self.properties = {}
        for pair in properties.split(","):
            key, value = pair.split("=", 1)
            assert key in {"file", "line", "endLine", "col", "endColumn", "title"}, key
            assert key not in self.properties, key
            self.properties[key] = self.unescape(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"})
        self.data = self.unescape(data, {"%0D": "\r", "%0A": "\n", "%25": "%"})

    @staticmethod
    def unescape(text, mappings):
        assert re.fullmatch("(?:[^%]|" + "|".join(mappings) + ")*", text, re.S), f"a stray %: {text!r}"
        return re.sub("|".join(mappings), lambda it: mappings[it[0]], text)


def github(text, findings, code):
    lines = text.split("\n")
    if lines.pop() != "":
        yield "the last line has no end"
    if len(lines) != len(findings):
        yield f"{len(lines)} commands of {len(findings)} findings"
    for line, finding in zip(lines, findings):
        command = Command(line)
        if command.name != {"error": "error", "warning": "warning", "info": "notice"}[finding["severity"]]:
            yield f"{command.name} of {finding['severity']}"
        if is_plain(finding["message"]) and command.data.split("\n")[0] != finding["message"]:
            yield f"{command.data!r} of {finding['message']!r}"
        if command.properties["title"] != (finding["code"] or "cadre"):
            yield f"title {command.properties['title']}"
        place = {key: int(value) for key, value in command.properties.items() if key not in ("file", "title")}
        wanted = {}
        if finding["file"]:
            wanted = {"line": finding["line"], "endLine": finding["endLine"]}
            if finding["line"] == finding["endLine"]:
                wanted |= {"col": finding["column"], "endColumn": max(finding["column"], finding["endColumn"] - 1)}
        if place != wanted:
            yield f"{place} of {wanted}"
        file = command.properties.get("file", "")
        if is_plain(finding["file"]) and file != path_of(finding):
            yield f"file {file}"


# ---- gitlab ----------------------------------------------------------------------------------------


def gitlab(text, findings, code):
    report = load(text)
    yield from violations(gitlab_reports, report)
    if len(report) != len(findings):
        yield f"{len(report)} issues of {len(findings)} findings"
    marks = [it["fingerprint"] for it in report]
    if len(set(marks)) != len(marks):
        yield "two findings have one fingerprint"
    for issue, finding in zip(report, findings):
        wanted = {"description": finding["message"], "check_name": finding["code"] or "cadre",
                  "severity": {"error": "major", "warning": "minor", "info": "info"}[finding["severity"]],
                  "location": {"path": path_of(finding) or ".",
                               "lines": {"begin": finding["line"] or 1, "end": finding["endLine"] or 1}}}
        if {key: issue[key] for key in wanted} != wanted:
            yield f"{issue} of {wanted}"


# ---- junit -----------------------------------------------------------------------------------------

ATTRIBUTES = {"testsuites": {"name", "tests", "failures", "errors", "time"},
              "testsuite": {"name", "tests", "failures", "errors", "time"},
              "testcase": {"name", "classname", "time"}, "failure": {"message", "type"}, "error": {"message", "type"},
              "system-out": set()}
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "error", "system-out"},
            "failure": set(), "error": set(), "system-out": set()}


def junit(text, findings, code):
    root = xml.fromstring(text.encode("utf-8"))
    if root.tag != "testsuites":
        yield f"the root is {root.tag}"
    for element in root.iter():
        if element.tag not in ATTRIBUTES or element.attrib.keys() != ATTRIBUTES[element.tag]:
            yield f"attributes {element.attrib} of {element.tag}"
        if not {it.tag for it in element} <= CHILDREN[element.tag]:
            yield f"children of {element.tag}"
        if element.tag == "testcase" and len(element) > 1:
            yield "a test has two ends"
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            if count in element.attrib and int(element.attrib[count]) != len(list(element.iter(tag))):
                yield f"{count}={element.attrib[count]} in {element.attrib['name']}"
        if element.attrib.get("time", "0") != "0":
            yield "there is a clock in it"
    cases = list(root.iter("testcase"))
    names = [(suite.attrib["name"], it.attrib["name"]) for suite in root for it in suite]
    if not cases or len(set(names)) != len(names):
        yield "no test, or two of one name"
    said = [it for it in cases if len(it)]
    if len(said) != len(findings):
        yield f"{len(said)} tests with a text of {len(findings)} findings"
    bad = len(list(root.iter("failure"))) + len(list(root.iter("error")))
    if (bad > 0) != (code > 0):
        yield f"{bad} tests fail, and the exit code is {code}"
    if code < 2 and list(root.iter("error")):
        yield "errors without a fault"
    parsed = JUnitXml.fromstring(text.encode("utf-8"))
    if (parsed.tests, parsed.failures + parsed.errors) != (len(cases), bad):
        yield "a parser counts otherwise"


DOCUMENTS = {"sarif": sarif, "github": github, "gitlab": gitlab, "junit": junit}
