"""The rule by which a reader of the lists finds a verb: shared by the generators of all languages."""


def base_of_verb(form: str, verbs, irregular, endings) -> str | None:
    """The base of a verb's form, by the two tables and the language's endings in their order.

    `irregular` has the rows of irregular.tsv that are not `plural`; `endings` are pairs of an ending and what
    may stand in its place.
    """
    if form in irregular:
        return irregular[form]
    if form in verbs:
        return form
    for ending, tries in endings:
        if form.endswith(ending):
            for instead in tries:
                base = form[:len(form) - len(ending)] + instead
                if base in verbs:
                    return base
    return None
