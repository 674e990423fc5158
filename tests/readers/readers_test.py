"""The readers of framework.json, in three languages, against one table of answers.

usage: readers_test.py build typescript|cpp WORK [CMAKE ARGUMENT…]
       readers_test.py answers|onet python|typescript|cpp WORK CADRE
       readers_test.py example|own python|typescript|cpp WORK
       readers_test.py update WORK CADRE

`build` makes in WORK what the others run;
`answers` asks a reader what cases/*.json hold, and a great deal more whose answers are counted here from
the plain JSON or must be those of the Python reader, of broken documents too; `onet` does so with O*NET; `example` runs what
docs/readers.md shows; `own` runs what is tested of one language alone. `update` writes the answers of the Python reader into the cases, to be read.
Exits 77 (skipped) where npm's packages or the tables of O*NET are absent.
"""
import copy
import doctest
import glob
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PYTHON = os.path.join(ROOT, "runtime", "python")
TYPESCRIPT = os.path.join(ROOT, "runtime", "typescript")
EXAMPLE = os.path.join(ROOT, "runtime", "json", "examples", "profile-inheritance.json")
NUMERIC = os.path.join(ROOT, "runtime", "json", "examples", "competency-numeric.json")
TABLES = os.path.join(os.environ.get("CADRE_TEST_DATA", os.path.join(ROOT, "..", "shared", "data")), "onet")
SKIPPED = 77


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def same(self, where, found, wanted):
        if found == wanted:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= 10:
            found, wanted = (json.dumps(value, ensure_ascii=False, sort_keys=True) for value in (found, wanted))
            same = len(os.path.commonprefix([found, wanted]))
            start = max(0, same - 120)
            print(f"{where}:\n  found  {found[start:same + 200]}\n  wanted {wanted[start:same + 200]}")

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write_json(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file)
    return path


# ---- The readers -----------------------------------------------------------------------------------


def command(reader, work):
    """The program that answers with the reader."""
    if reader == "python":
        return [sys.executable, os.path.join(HERE, "answer.py")]
    if reader == "typescript":
        built = os.path.join(work, "typescript", "index.js")
        if not os.path.exists(built):
            skip("the TypeScript reader is not built; npm could not install what it needs")
        return ["node", os.path.join(HERE, "answer.mjs"), built]
    return [os.path.join(work, "consumer", "answer")]


def environment():
    return {**os.environ, "PYTHONPATH": PYTHON, "PYTHONDONTWRITEBYTECODE": "1"}


def ask(reader, work, jobs):
    path = write_json(os.path.join(work, f"jobs-{os.getpid()}.json"), jobs)
    run = subprocess.run(command(reader, work) + [path], env=environment(), stdout=subprocess.PIPE, check=True)
    os.remove(path)
    return json.loads(run.stdout)


def build(reader, work, arguments):
    if reader == "typescript":
        compiler = os.path.join(TYPESCRIPT, "node_modules", "typescript", "bin", "tsc")
        out = os.path.join(work, "typescript")
        shutil.rmtree(out, ignore_errors=True)
        if not os.path.exists(compiler) or not shutil.which("node"):
            skip("runtime/typescript needs node, and `npm ci` in it")
        done = subprocess.run(["node", compiler, "-p", TYPESCRIPT, "--outDir", out], check=False)
        # Node 18 goes by this alone.
        write_if_other(os.path.join(out, "package.json"), '{ "type": "module" }\n')
        return done.returncode
    installed, consumer = (os.path.join(work, name) for name in ("installed", "consumer"))
    shutil.rmtree(installed, ignore_errors=True)
    example = os.path.join(work, "example.cpp")
    write_if_other(example, block_after("C++", "cpp"))
    build_tree, arguments = arguments[0], arguments[1:]
    for step in (["cmake", "--install", build_tree, "--component", "CadreFramework", "--prefix", installed],
                 ["cmake", "-S", os.path.join(HERE, "consumer"), "-B", consumer, f"-DCMAKE_PREFIX_PATH={installed}",
                  f"-DEXAMPLE={example}", *arguments],
                 ["cmake", "--build", consumer]):
        run = subprocess.run(step, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if run.returncode != 0:
            print(run.stdout)
            return 1
    report = Report()
    for path in glob.glob(os.path.join(installed, "share", "cmake", "CadreFramework", "*.cmake")):
        with open(path, encoding="utf-8") as file:
            report.same(f"{path} names a path of the source tree", ROOT in file.read(), False)
    return report.close()


def write_if_other(path, text):
    """Leaves a file alone that says it already, so that nothing is built again for it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


# ---- The table of answers --------------------------------------------------------------------------


def built(cadre, work, package):
    """The framework.json of a package."""
    out = os.path.join(work, "built", package.replace("/", "-"))
    subprocess.run([cadre, "build", "-q", os.path.join(ROOT, package), "-o", out, "--emit", "json"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return os.path.join(out, "framework.json")


def changed(document, changes):
    """A copy of the document with members set, or (without `to`) taken out."""
    document = copy.deepcopy(document)
    for change in changes:
        *way, last = change["at"]
        place = document
        for step in way:
            place = place[step]
        if "to" in change:
            place[last] = change["to"]
        else:
            del place[last]
    return document


def document_of(case, number, cadre, work):
    """The path of the document that a case is about."""
    path = os.path.join(work, "cases", f"{number}.json")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if "text" in case:
        with open(path, "w", encoding="utf-8") as file:
            file.write(case["text"] * case.get("times", 1))
        return path
    if "package" in case:
        return built(cadre, work, case["package"])
    source = os.path.join(ROOT, case["document"])
    if "change" not in case:
        return source
    return write_json(path, changed(read_json(source), case["change"]))


def all_cases():
    return [(path, read_json(path)) for path in sorted(glob.glob(os.path.join(HERE, "cases", "*.json")))]


def without_answer(question):
    return {name: value for name, value in question.items() if name != "answer"}


def jobs_of_cases(files, cadre, work):
    numbered = enumerate(case for _, cases in files for case in cases)
    return [{"document": document_of(case, number, cadre, work),
             "questions": [without_answer(question) for question in case["questions"]]} for number, case in numbered]


def title_of(question):
    values = without_answer(question).values()
    return " ".join(value if isinstance(value, str) else json.dumps(value) for value in values)


def short(answer):
    """An answer as the table has it: a level in a line, and nothing that follows from the rest.

    How each language words a fault of JSON itself is its own affair.
    """
    if isinstance(answer, list):
        return [short(one) for one in answer]
    if not isinstance(answer, dict):
        return answer
    if answer.get("message", "").startswith("this is not JSON: "):
        return {**answer, "message": "this is not JSON: …"}
    if "number" in answer:
        title = f' "{answer["title"]}"' if "title" in answer else ""
        level = answer["level"] if isinstance(answer["level"], str) else f"{answer['level']:g}"
        return f"{answer['scale']} {level}{title} = {answer['number']:g}"
    steps = answer.get("steps", [])
    follows = {
        "indicators": sum(len(step["indicators"]) for step in steps),
        "record": answer.get("competency", answer.get("kind")),
        "requirement": answer.get("competency"),
        "described": (answer.get("level") or {}).get("level"),
        "lacking": sum(item["kind"] in ("missing", "below") for item in answer.get("items", [])),
    }
    return {name: short(value) for name, value in answer.items() if name not in follows or value != follows[name]}


def check_cases(reader, work, cadre, report):
    files = all_cases()
    answers = iter(ask(reader, work, jobs_of_cases(files, cadre, work)))
    for path, cases in files:
        for case in cases:
            for question, answer in zip(case["questions"], next(answers), strict=True):
                where = f"{os.path.relpath(path, ROOT)}: {case.get('about', '')}: {title_of(question)}"
                report.same(where, short(answer), question["answer"])


def update(work, cadre):
    files = all_cases()
    answers = iter(ask("python", work, jobs_of_cases(files, cadre, work)))
    for path, cases in files:
        for case in cases:
            for question, answer in zip(case["questions"], next(answers), strict=True):
                question["answer"] = short(answer)
        with open(path, "w", encoding="utf-8") as file:
            file.write(laid_out(cases, 0) + "\n")
    return 0


def laid_out(value, depth):
    """JSON for reading: what fits on a line stands on one."""
    one = json.dumps(value, ensure_ascii=False)
    if len(one) + depth * 2 <= 110 or not isinstance(value, (dict, list)) or not value:
        return one
    pad = "  " * (depth + 1)
    if isinstance(value, dict):
        rows = [f"{pad}{json.dumps(name, ensure_ascii=False)}: {laid_out(member, depth + 1)}"
                for name, member in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + "  " * depth + "}"
    return "[\n" + ",\n".join(pad + laid_out(one, depth + 1) for one in value) + "\n" + "  " * depth + "]"


# ---- Everything that can be asked ------------------------------------------------------------------

PACKAGES = ["examples/marketing", "examples/numeric", "examples/checklist", "examples/minimal",
            "examples/trade-standard", "examples/hospital/core", "examples/hospital/careers",
            "tests/explain/core", "tests/explain/works",
            "tests/readers/packages/coast", "tests/readers/packages/harbour"]


def plain_counts(document):
    """What `counts` answers, from the plain JSON."""
    tables = [name for name, value in document.items() if isinstance(value, list)]
    indicators = []
    for competency in document["competencies"]:
        indicators += competency.get("indicators", [])
        for level in competency["levels"]:
            indicators += level["indicators"]
    required = [one for profile in document["profiles"] for one in profile["requirements"]]
    return {
        "framework": document["framework"]["id"],
        **{table: len(document[table]) for table in tables},
        "indexed": sum(len(document[table]) for table in tables),
        "levels": sum(len(scale["levels"]) for scale in document["scales"]),
        "indicators": len(indicators),
        "requirements": len(required),
        "origins": sum(len(one["origins"]) for one in required),
        "tasks": sum(len(profile.get("tasks", [])) for profile in document["profiles"]),
        "translations": sum(len(one.get("translations", {})) for one in indicators),
        "attributeValues": sum(len(profile.get("attributes", {})) for profile in document["profiles"]),
    }


def plain_rank(document, requirement):
    """The number of a requirement's level, from the plain JSON; `None` without a scale."""
    competency = next(one for one in document["competencies"] if one["id"] == requirement["competency"])
    if "scale" not in competency:
        return None
    scale = next(one for one in document["scales"] if one["id"] == competency["scale"])
    ordinals = {level["id"]: level["ordinal"] for level in scale["levels"]}
    return ordinals.get(requirement["level"], requirement["level"])


def plain_gap(document, start, target):
    """(competency, kind) of a gap between profiles, from the plain JSON."""
    has = {one["competency"]: plain_rank(document, one) for one in start["requirements"]}
    rows = []
    for one in target["requirements"]:
        id, needs = one["competency"], plain_rank(document, one)
        if id not in has:
            rows.append((id, "missing"))
        elif needs is None or has[id] == needs:
            rows.append((id, "met"))
        else:
            rows.append((id, "below" if has[id] < needs else "above"))
    wanted = {one["competency"] for one in target["requirements"]}
    return rows + [(id, "extra") for id in has if id not in wanted]


def check_plain(document, question, answer, report, where):
    """An answer against what the plain JSON says."""
    profiles = {profile["id"]: profile for profile in document["profiles"]}
    if question["ask"] == "counts":
        report.same(where, answer, plain_counts(document))
    elif question["ask"] == "profile":
        found = [(one["competency"], one.get("level", {}).get("level"), one["importance"], one.get("weight"))
                 for one in answer["requirements"]]
        wanted = [(one["competency"], one.get("level"), one["importance"], one.get("weight"))
                  for one in profiles[question["profile"]]["requirements"]]
        report.same(where, found, wanted)
    elif question["ask"] == "gap":
        found = [(item["competency"], item["kind"]) for item in answer["items"]]
        report.same(where, found, plain_gap(document, profiles[question["from"]], profiles[question["to"]]))
    elif question["ask"] == "why":
        one = next((one for one in profiles[question["profile"]]["requirements"]
                    if one["competency"] == question["competency"]), None)
        report.same(where, answer["required"], one is not None)
        found = [(origin["kind"], origin.get("rule"), origin.get("level", {}).get("level"), origin.get("because"))
                 for origin in answer["origins"]]
        wanted = [(origin["kind"], origin.get("rule"), origin.get("level"), origin.get("because"))
                  for origin in (one or {}).get("origins", [])]
        report.same(where, found, wanted)


def all_questions(document, every):
    """Each profile, each gap and each why, of every n-th profile."""
    profiles = [profile["id"] for profile in document["profiles"]][::every]
    competencies = [competency["id"] for competency in document["competencies"]]
    questions = [{"ask": "counts"}] + [{"ask": "profile", "profile": id} for id in profiles]
    targets = profiles if every == 1 else None
    for number, start in enumerate(profiles):
        for target in targets or profiles[number + 1:number + 2]:
            questions.append({"ask": "gap", "from": start, "to": target})
        for competency in competencies:
            questions.append({"ask": "why", "profile": start, "competency": competency})
    return questions


def check_all(reader, work, paths, report, every=1):
    """Everything of some documents: as the plain JSON has it, and as the Python reader says."""
    jobs = [{"document": path, "questions": all_questions(read_json(path), every)} for path in paths]
    answers = ask(reader, work, jobs)
    reference = answers if reader == "python" else ask("python", work, jobs)
    for job, found, wanted in zip(jobs, answers, reference, strict=True):
        document = read_json(job["document"])
        for question, answer, other in zip(job["questions"], found, wanted, strict=True):
            where = f"{job['document']}: {title_of(question)}"
            check_plain(document, question, answer, report, where)
            report.same(where, answer, other)


def check_growth(reader, work, report):
    """A later document of the same format has members and tables that nobody knows yet."""
    def grown(value):
        if isinstance(value, list):
            return [grown(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {**{name: grown(one) for name, one in value.items()}, "x-later": {"nobody": ["knows", 1, True]}}

    for path in sorted(glob.glob(os.path.join(ROOT, "runtime/json/examples/*.json"))):
        document = read_json(path)
        later = {name: grown(value) for name, value in document.items()}
        # Maps from languages and attributes have no members of their own to ignore.
        later = json.loads(json.dumps(later))
        strip_maps(later)
        later["x-table"] = [{"id": "x"}]
        other = write_json(os.path.join(work, "grown.json"), later)
        questions = all_questions(document, 1)
        before, after = ask(reader, work, [{"document": one, "questions": questions} for one in (path, other)])
        report.same(f"{os.path.basename(path)}, grown", after, before)


def strip_maps(value):
    if isinstance(value, list):
        for one in value:
            strip_maps(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in ("translations", "attributes") and isinstance(one, dict):
                one.pop("x-later", None)
            strip_maps(one)


def places(value, way=()):
    """The way to every value inside of one."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in members:
        yield (*way, name)
        yield from places(one, (*way, name))


def spoilt(document, source):
    """A copy of the document with something taken out, or put where it does not belong."""
    ways = list(places(document))
    way = source.choice(ways)
    kind = source.randrange(4)
    if kind == 0:
        return changed(document, [{"at": way}])
    if kind == 1:
        other = document
        for step in source.choice(ways):
            other = other[step]
        return changed(document, [{"at": way, "to": other}])
    return changed(document, [{"at": way, "to": source.choice([None, 5, -1.5, "x", "", [], {}, True, False, ["x"]])}])


def check_spoilt(reader, work, paths, report, number=400):
    """Whatever is wrong with a document, all readers say the same of it, and none breaks down."""
    source = random.Random(1)
    folder = os.path.join(work, "spoilt")
    shutil.rmtree(folder, ignore_errors=True)
    jobs = []
    for i in range(number):
        document = read_json(source.choice(paths))
        path = write_json(os.path.join(folder, f"{i}.json"), spoilt(document, source))
        jobs.append({"document": path, "questions": all_questions(document, 1)})
    found = ask(reader, work, jobs)
    for job, one, other in zip(jobs, found, ask("python", work, jobs), strict=True):
        report.same(job["document"], one, other)


def answers(reader, work, cadre):
    report = Report()
    check_cases(reader, work, cadre, report)
    documents = sorted(glob.glob(os.path.join(ROOT, "runtime/json/examples/*.json")))
    check_all(reader, work, documents + [built(cadre, work, package) for package in PACKAGES], report)
    check_growth(reader, work, report)
    check_spoilt(reader, work, documents, report)
    return report.close()


def onet(reader, work, cadre):
    if not os.path.isdir(TABLES):
        skip(f"no O*NET tables in {TABLES}")
    command(reader, work)
    package, out = os.path.join(work, f"onet-{reader}"), os.path.join(work, f"onet-{reader}-built")
    shutil.rmtree(package, ignore_errors=True)
    for step in ([cadre, "import", "onet", TABLES, "-o", package, "--min-importance", "1"],
                 [cadre, "build", "-q", package, "-o", out, "--emit", "json"]):
        subprocess.run(step, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    path = os.path.join(out, "framework.json")
    report = Report()
    start = time.monotonic()
    ask(reader, work, [{"document": path, "questions": []}])
    seconds = time.monotonic() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{os.path.getsize(path) / 1e6:.1f} MB read in {seconds:.2f} s with the start of the program; "
          f"no program here took more than {memory} MB")
    check_all(reader, work, [path], report, every=25)
    return report.close()


# ---- What docs/readers.md shows --------------------------------------------------------------------


def blocks():
    """(heading, language, text) of every fenced block of the page."""
    with open(os.path.join(ROOT, "docs", "readers.md"), encoding="utf-8") as file:
        page = file.read()
    found = []
    for section in re.split(r"^## ", page, flags=re.M)[1:]:
        heading = section.split("\n", 1)[0]
        found += [(heading, language, text) for language, text in re.findall(r"^```(\w+)\n(.*?)^```$", section, re.M | re.S)]
    return found


def block_after(heading, language):
    return next(text for at, of, text in blocks() if (at, of) == (heading, language))


def example(reader, work):
    heading, language = {"python": ("Python", "python"), "typescript": ("TypeScript", "typescript"),
                         "cpp": ("C++", "cpp")}[reader]
    code, wanted = block_after(heading, language), block_after(heading, "text")
    folder = os.path.join(work, f"example-{reader}")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    shutil.copy(EXAMPLE, os.path.join(folder, "framework.json"))
    report = Report()
    if reader == "python":
        write_if_other(os.path.join(folder, "example.py"), code)
        run = [sys.executable, "example.py"]
        check_doctests(report)
    elif reader == "typescript":
        run = typescript_example(folder, work, code, report)
    else:
        run = [os.path.join(work, "consumer", "example")]
    done = subprocess.run(run, cwd=folder, env=environment(), text=True, stdout=subprocess.PIPE, check=False)
    report.same("docs/readers.md: exit code", done.returncode, 0)
    report.same(f"docs/readers.md, {heading}", done.stdout.split("\n"), wanted.split("\n"))
    return report.close()


def check_doctests(report):
    sys.path.insert(0, PYTHON)
    sys.dont_write_bytecode = True
    import cadre_framework
    import cadre_framework.framework
    with open(EXAMPLE, encoding="utf-8") as file:
        names = {"EXAMPLE": file.read()}
    for module in (cadre_framework, cadre_framework.framework):
        result = doctest.testmod(module, extraglobs=names)
        report.same(f"doctests of {module.__name__}", (result.failed, result.attempted > 0), (0, True))


def typescript_example(folder, work, code, report):
    """Compiles the example against the package as it is published."""
    # The example reads a file; these are the two lines that it needs of Node's types.
    compile_typescript(folder, work, code, report, "example",
                       'declare module "node:fs/promises" {\n'
                       "  export function readFile(path: string): Promise<Uint8Array>;\n}\n"
                       "declare const console: { log(...words: unknown[]): void };\n")
    return ["node", "example.js"]


def compile_typescript(folder, work, code, report, name, types, **options):
    command("typescript", work)
    package = os.path.join(folder, "node_modules", "cadre-framework")
    shutil.copytree(os.path.join(work, "typescript"), os.path.join(package, "dist"))
    shutil.copy(os.path.join(TYPESCRIPT, "package.json"), package)
    write_if_other(os.path.join(folder, "package.json"), '{ "type": "module" }\n')
    write_if_other(os.path.join(folder, "node.d.ts"), types)
    write_if_other(os.path.join(folder, f"{name}.ts"), code)
    compiler = os.path.join(TYPESCRIPT, "node_modules", "typescript", "bin", "tsc")
    write_json(os.path.join(folder, "tsconfig.json"), {"compilerOptions": {
        "strict": True, "target": "ES2022", "module": "NodeNext", "types": [], "lib": ["ES2022"], **options}})
    done = subprocess.run(["node", compiler, "-p", folder], check=False, text=True, stdout=subprocess.PIPE)
    report.same(f"{name}.ts: the TypeScript compiler", done.stdout, "")


# ---- What one language alone has -------------------------------------------------------------------


def own(reader, work):
    report = Report()
    folder = os.path.join(work, f"own-{reader}")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    if reader == "python":
        run = [sys.executable, os.path.join(HERE, "own.py"), NUMERIC, EXAMPLE]
    elif reader == "typescript":
        with open(os.path.join(HERE, "own.ts"), encoding="utf-8") as file:
            code = file.read()
        compile_typescript(folder, work, code, report, "own",
                           'declare module "node:fs/promises" {\n'
                           "  export function readFile(path: string): Promise<Uint8Array>;\n}\n"
                           "declare const console: { log(...words: unknown[]): void };\n"
                           "declare const process: { argv: string[]; exitCode: number };\n"
                           "declare class TextDecoder { decode(bytes: Uint8Array): string }\n",
                           exactOptionalPropertyTypes=True)
        run = ["node", "own.js", NUMERIC, EXAMPLE]
    else:
        run = [os.path.join(work, "consumer", "own"), NUMERIC]
    report.same("exit code", subprocess.run(run, cwd=folder, env=environment(), check=False).returncode, 0)
    check_licences(reader, work, report)
    return report.close()


def check_licences(reader, work, report):
    """Each package carries the licence of the project."""
    place = {"python": PYTHON, "typescript": TYPESCRIPT,
             "cpp": os.path.join(work, "installed", "share", "doc", "CadreFramework")}[reader]
    with open(os.path.join(ROOT, "LICENSE"), encoding="utf-8") as file:
        wanted = file.read()
    path = os.path.join(place, "LICENSE")
    found = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            found = file.read()
    report.same(f"{path} is that of the project", found == wanted, True)


def main():
    verb, *rest = sys.argv[1:]
    if verb == "build":
        return build(rest[0], rest[1], rest[2:])
    if verb == "update":
        return update(*rest)
    return {"answers": answers, "onet": onet, "example": example, "own": own}[verb](*rest)


sys.exit(main())
