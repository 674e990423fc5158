"""Nothing is dropped in silence: each text of framework.json is in an output, or the report of that
output names what it is."""
import re

# What a text is, by where it stands in the document; the first that fits counts. None: it is no
# content of its own (it follows from others, or refers to them).
FACTS = [
    (r"(^|\.)translations\.", "translations"),
    (r"Markdown$", "markup"),
    (r"^(\$schema|dependencies\b.*)$", None),
    (r"(^|\.)(uuid|iri|baseIri|parent|languages)$", None),
    (r"^framework\.id$", "ids"),
    # Whose a declaration of another framework is: the id says it.
    (r"^(?!dependencies\b)\w+\.framework$", "ids"),
    (r"^framework\.(version|publisher|license)$", "framework"),
    (r"^framework\.language$", None),
    (r"\.deprecated\.use$", None),
    (r"^framework\.(name|uri|scale|defaultScale|translations)$", None),
    (r"(^|\.)allow\.", "allowances"),
    (r"\.deprecated\.", "deprecations unrequired"),
    (r"\.(was|replaces|formerly)$", "succession"),
    (r"\.(since|reviewed)$", "dates"),
    (r"(^|\.)status$", "status unrequired"),
    (r"\.matches\.", "matches"),
    (r"(^|\.)code$", "codes"),
    (r"(^|\.)keywords$", "keywords"),
    (r"\.attributes\.", "attributes"),
    (r"^attributes\.", "attribute-types"),
    (r"^rules\.", "rules"),
    (r"^crosswalks\.", "crosswalks"),
    (r"^resources\.", "resources"),
    (r"\.origins\..*because", "origins"),
    (r"\.origins\.", None),
    (r"\.drops\.because", "drops"),
    (r"\.(name|id)$", "ids"),
    (r"\.label$", "labels"),
    (r"^paths\.title$", "unused"),
    (r"^paths\.(chains|edges)", None),
    (r"^categories\.title$", "unused more-categories unrequired"),
    (r"^kinds\.title$", "unused unrequired"),
    (r"^statements\.text$", "unused competency-statements"),
    (r"^credentials\.title$", "unused competency-credentials"),
    (r"^families\.title$", "unused"),
    (r"^kinds\.like$", "kinds"),
    (r"^credentials\.(issuer|url)$", "credential-terms"),
    (r"^scales\.title$", "scales"),
    (r"^scales\.levels\.", "level-texts"),
    (r"^competencies\.levels\.(title|about)$", "level-notes"),
    (r"\.(develop|evidence|interview)\.text$", "practice"),
    (r"^competencies\.(title|about)$", "unrequired"),
    (r"^competencies\.(levels\.)?indicators\.text$", "other-levels unrequired"),
    (r"^competencies\.(knowledge|skills|abilities|tasks)\.text$", "competency-statements"),
    (r"^profiles\.(knowledge|skills|abilities|tasks)\.text$", "profile-statements"),
    (r"^profiles\.requirements\.because$", "reasons"),
    (r"^(profiles|framework)\.title$", "titles"),
    (r"\.about$", "abouts"),
    (r"\.(kind|scale|level|sort|importance|competency|competencies|profile|family|categories|extends|statement|"
     r"credential|partOf|type|on|values|pattern|families|except|relation|scheme|like|rule)$", None),
]


def texts_of(value, path: str = ""):
    """All texts below a value, each with where it stands. Of a text with markup its lines, for an
    output may show them as paragraphs and lists."""
    if isinstance(value, dict):
        for name, member in value.items():
            inner = f"{path}.{name}" if path else name
            if f"{name}Markdown" in value:
                yield from ((inner, line) for line in member.split("\n") if line)
            elif path != "kinds" or "framework" in value or "status" in value:
                yield from texts_of(member, inner)
    elif isinstance(value, list):
        for element in value:
            yield from texts_of(element, path)
    elif isinstance(value, str):
        yield path, value


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def check_silence(check, model: dict, shown: str, losses: dict, apart: tuple[str, ...] = ()) -> None:
    """`shown` is all that the output shows, a cell or a line after the other; what `apart` names is
    checked elsewhere."""
    lines = {flat(line) for line in shown.split("\n")}
    whole = flat(shown)
    for path, text in dict.fromkeys(texts_of(model)):
        facts = next((facts for pattern, facts in FACTS if re.search(pattern, path)), "unknown")
        if facts is None or facts in apart or any(fact in losses for fact in facts.split()):
            continue
        if facts.startswith("status") and text == "published":
            continue
        found = flat(text) in lines or flat(text) in whole
        check(found, f"`{path}` is dropped in silence ({facts}): {text!r}")
