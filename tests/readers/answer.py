"""Answers questions with the Python reader.

usage: answer.py JOBS.json

JOBS is a list of { "document": PATH, "questions": […] }; printed is a list of lists of answers, in the
form that answer.mjs and consumer/answer.cpp print too.
"""
import json
import sys

import cadre_framework as cadre


def without_none(**members):
    return {name: value for name, value in members.items() if value is not None}


def level(of):
    return of and without_none(scale=of.scale.id, level=of.level, number=of.number, title=of.title)


def steps(of):
    return [without_none(level=level(step.level), described=step.record and step.record.level,
                         indicators=[indicator.id for indicator in step.indicators]) for step in of]


def requirement(of):
    return of and without_none(competency=of.competency.id, level=level(of.level), importance=of.importance,
                               weight=of.weight, because=of.because, steps=steps(of.steps),
                               indicators=len(of.indicators), record=of.record.competency)


def gap_item(of):
    return without_none(competency=of.competency.id, kind=of.kind, has=level(of.has), needs=level(of.needs),
                        importance=of.importance, weight=of.weight, steps=steps(of.steps),
                        indicators=len(of.indicators), crosswalk=of.crosswalk and of.crosswalk.id,
                        translated=level(of.translated), requirement=of.requirement and of.requirement.competency)


def origin(of):
    return without_none(kind=of.kind, rule=of.rule and of.rule.id, profile=of.profile and of.profile.id,
                        profileId=of.profile_id, level=level(of.level), importance=of.importance, because=of.because,
                        record=of.record.kind)


def why_not(of):
    return without_none(kind=of.kind, rule=of.rule and of.rule.id, profile=of.profile and of.profile.id,
                        level=level(of.level), importance=of.importance, because=of.because)


def held(pairs):
    return {name: cadre.HeldLevel(at["level"], at.get("scale")) if isinstance(at, dict) else at for name, at in pairs}


def counts(framework):
    document = framework.document
    tables = "dependencies kinds attributes scales categories families statements credentials resources " \
             "competencies profiles rules paths crosswalks"
    indicators = [one for competency in document.competencies
                  for one in (*competency.indicators, *(one for at in competency.levels for one in at.indicators))]
    return {
        "framework": document.framework.id,
        **{table: len(getattr(document, table)) for table in tables.split()},
        "indexed": sum(len(getattr(framework, table)) for table in tables.split()),
        "levels": sum(len(scale.levels) for scale in document.scales),
        "indicators": len(indicators),
        "requirements": sum(len(profile.requirements) for profile in document.profiles),
        "origins": sum(len(one.origins) for profile in document.profiles for one in profile.requirements),
        "tasks": sum(len(profile.tasks) for profile in document.profiles),
        "translations": sum(len(one.translations) for one in indicators),
        "attributeValues": sum(len(profile.attributes) for profile in document.profiles),
    }


def answer(framework, question):
    ask = question["ask"]
    if ask == "counts":
        return counts(framework)
    if ask == "find":
        profile = framework.find_profile(question["name"])
        competency = framework.find_competency(question["name"])
        return without_none(profile=profile and profile.id, competency=competency and competency.id)
    if ask == "profile":
        profile = framework.profile(question["profile"])
        return {"profile": profile.record.id, "requirements": [requirement(one) for one in profile.requirements]}
    if ask == "gap":
        start = question["from"]
        gap = framework.gap(start if isinstance(start, str) else held(start), question["to"])
        return without_none(start=gap.start and gap.start.id, target=gap.target.id, lacking=len(gap.lacking),
                            items=[gap_item(one) for one in gap.items])
    why = framework.why(question["profile"], question["competency"])
    return without_none(profile=why.profile.id, competency=why.competency.id, required=why.required,
                        requirement=requirement(why.requirement), origins=[origin(one) for one in why.origins],
                        whyNot=[why_not(one) for one in why.why_not])


def error(problem):
    place = {"place": problem.place} if isinstance(problem, cadre.DocumentError) else {}
    return {"error": type(problem).__name__, "message": str(problem), **place}


def answers(job):
    try:
        framework = cadre.load(job["document"])
    except cadre.FrameworkError as problem:
        return [error(problem) for _ in job["questions"]]
    found = []
    for question in job["questions"]:
        try:
            found.append(answer(framework, question))
        except cadre.FrameworkError as problem:
            found.append(error(problem))
    return found


with open(sys.argv[1], encoding="utf-8") as file:
    json.dump([answers(job) for job in json.load(file)], sys.stdout)
