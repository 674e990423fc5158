// The members that records of many kinds have: titles and descriptions, codes, life cycle, attributes,
// references, translations.
#include "diff/comparison.h"
#include "support/language_tag.h"
#include "support/listing.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

#include <array>

namespace cadre::diff {

namespace {

/// How a member is told.
enum class Form : uint8_t {
  Carried,     ///< It follows from others.
  Text,        ///< By its words before and after.
  Names,       ///< By the titles of the records that come and go.
  Elements,    ///< By the elements that come and go.
  Plain,       ///< That it is another.
};

struct MemberRow {
  StringRef record;  ///< The word of the record; empty for any.
  StringRef member;
  ChangeId id;
  Form form;
  StringRef noun;        ///< `code`: it has another code.
  StringRef table = "";  ///< Of Names: the records that are named; `=`, those of the same table.
  StringRef verb = "";   ///< Of Names and Elements, where `has the …` would not do: `takes over from`.
};

constexpr std::array memberRows = {
    MemberRow{"", "title", ChangeId::TitleChanged, Form::Text, "title"},
    MemberRow{"", "about", ChangeId::AboutChanged, Form::Text, "description"},
    MemberRow{"", "aboutMarkdown", ChangeId::AboutChanged, Form::Plain, "description"},
    MemberRow{"", "text", ChangeId::StatementReworded, Form::Text, "text"},
    MemberRow{"", "textMarkdown", ChangeId::StatementReworded, Form::Plain, "text"},
    MemberRow{"", "code", ChangeId::CodeChanged, Form::Text, "code"},
    MemberRow{"", "keywords", ChangeId::KeywordsChanged, Form::Names, "keyword"},
    MemberRow{"", "matches", ChangeId::MatchesChanged, Form::Elements, "match"},
    MemberRow{"", "since", ChangeId::ReviewChanged, Form::Text, "first version"},
    MemberRow{"", "reviewed", ChangeId::ReviewChanged, Form::Text, "day of review"},
    MemberRow{"", "allow", ChangeId::AllowChanged, Form::Plain, "accepted finding"},
    MemberRow{"", "replaces", ChangeId::SuccessionChanged, Form::Names, "predecessor", "=", "takes over from"},
    MemberRow{"", "iri", ChangeId::AddressChanged, Form::Carried, ""},
    MemberRow{"", "uuid", ChangeId::DetailsChanged, Form::Carried, ""},
    MemberRow{"framework", "version", ChangeId::DetailsChanged, Form::Carried, ""},
    MemberRow{"framework", "uri", ChangeId::AddressChanged, Form::Text, "address on the web"},
    MemberRow{"framework", "language", ChangeId::LanguageChanged, Form::Text, "language"},
    MemberRow{"framework", "publisher", ChangeId::DetailsChanged, Form::Text, "publisher"},
    MemberRow{"framework", "license", ChangeId::DetailsChanged, Form::Text, "licence"},
    MemberRow{"framework", "scale", ChangeId::DetailsChanged, Form::Names, "default scale", "scales"},
    MemberRow{"category", "parent", ChangeId::ParentChanged, Form::Names, "parent", "categories"},
    MemberRow{"family", "parent", ChangeId::ParentChanged, Form::Names, "parent", "families"},
    MemberRow{"competency", "kind", ChangeId::KindChanged, Form::Names, "kind", "kinds"},
    MemberRow{"kind", "like", ChangeId::KindChanged, Form::Names, "kind that it is like", "kinds", "counts as"},
    MemberRow{"competency", "categories", ChangeId::CategoriesChanged, Form::Names, "category", "categories"},
    MemberRow{"competency", "partOf", ChangeId::UmbrellaChanged, Form::Names, "umbrella competency", "competencies", "is part of"},
    MemberRow{"competency", "scale", ChangeId::ScaleChanged, Form::Names, "scale", "scales"},
    MemberRow{"scale", "kind", ChangeId::ScaleChanged, Form::Text, "sort of levels"},
    MemberRow{"profile", "family", ChangeId::FamilyChanged, Form::Names, "family", "families"},
    MemberRow{"profile", "extends", ChangeId::BasesChanged, Form::Names, "base", "profiles"},
    MemberRow{"credential", "issuer", ChangeId::DetailsChanged, Form::Text, "issuer"},
    MemberRow{"credential", "url", ChangeId::DetailsChanged, Form::Text, "address"},
    MemberRow{"resource", "url", ChangeId::DetailsChanged, Form::Text, "address"},
    MemberRow{"resource", "type", ChangeId::DetailsChanged, Form::Text, "type"},
    MemberRow{"path", "edges", ChangeId::PathChanged, Form::Elements, "steps"},
    MemberRow{"path", "chains", ChangeId::PathChanged, Form::Elements, "steps"},
    MemberRow{"crosswalk", "pairs", ChangeId::CrosswalkChanged, Form::Elements, "pair of levels"},
    MemberRow{"resource", "develops", ChangeId::DetailsChanged, Form::Elements, "competency", "", "develops"},
    MemberRow{"crosswalk", "from", ChangeId::CrosswalkChanged, Form::Names, "scale on the left", "scales"},
    MemberRow{"crosswalk", "to", ChangeId::CrosswalkChanged, Form::Names, "scale on the right", "scales"},
};

const MemberRow* findRow(StringRef record, StringRef member) {
  const MemberRow* found = nullptr;
  for (const MemberRow& row : memberRows) {
    if (row.member != member) continue;
    if (row.record == record) return &row;
    if (row.record.empty()) found = &row;
  }
  return found;
}

std::string withArticle(StringRef noun) {
  const bool isVowel = StringRef("aeiou").contains(noun.front());
  return fmt::format("{} {}", isVowel ? "an" : "a", noun);
}

Phrase textClause(const MemberPair& member, StringRef noun) {
  Phrase clause;
  if (!member.before) return clause.words(fmt::format("now has {}: ", withArticle(noun))).after(member.after->text);
  if (!member.after)
    return clause.words(fmt::format("no longer has {}: ", withArticle(noun))).before(member.before->text);
  return clause.words(fmt::format("has another {}: ", noun))
      .after(member.after->text)
      .words(" instead of ")
      .before(member.before->text);
}

/// The texts of a member that is one, or a list of them.
std::vector<StringRef> textsOf(const Value* value) {
  std::vector<StringRef> out;
  if (!value) return out;
  if (value->isText()) out.push_back(value->text);
  for (const Value& element : value->elements) out.push_back(element.text);
  return out;
}

/// `others` are named in the same sentence: what shares its title with one of them goes by its key.
Phrase& listNames(Phrase& clause, const Comparison& comparison, const Document& document, StringRef table, ArrayRef<StringRef> ids,
                  ArrayRef<StringRef> others) {
  const Document& other = &document == &comparison.after ? comparison.before : comparison.after;
  for (size_t i = 0; i < ids.size(); ++i) {
    if (i != 0) clause.words(i + 1 == ids.size() ? " and " : ", ");
    const std::string title = table.empty() ? ids[i].str() : comparison.titleIn(document, table, ids[i]);
    const bool isShared = !table.empty() && llvm::any_of(others, [&](StringRef it) {
      return it != ids[i] && comparison.titleIn(other, table, it) == title;
    });
    clause.name(isShared ? fmt::format("{} ({})", title, ids[i]) : title);
  }
  return clause;
}

/// `categories`, `pairs of levels`.
std::string pluralOf(StringRef noun) {
  const auto [head, rest] = noun.split(' ');
  std::string plural = head.str();
  if (head.ends_with("s")) {
    // It is one.
  } else if (head.ends_with("y")) {
    plural = (head.drop_back() + "ies").str();
  } else {
    plural += head.ends_with("ch") ? "es" : "s";
  }
  return rest.empty() ? plural : plural + " " + rest.str();
}

/// `now has the kind `, `no longer develops `.
Phrase& sayNewly(Phrase& clause, const MemberRow& row, size_t count) {
  if (!row.verb.empty()) return clause.words(fmt::format("now {} ", row.verb));
  return clause.words("now ").verb("has", "have").words(fmt::format(" the {} ", count == 1 ? row.noun.str() : pluralOf(row.noun)));
}
Phrase& sayNoLonger(Phrase& clause, const MemberRow& row, size_t count) {
  if (!row.verb.empty()) return clause.words(fmt::format("no longer {} ", row.verb));
  return clause.words("no longer ").verb("has", "have").words(fmt::format(" the {} ", count == 1 ? row.noun.str() : pluralOf(row.noun)));
}
/// Between what came and what went: ` instead of ` where the one took the place of the other.
void sayInstead(Phrase& clause, const MemberRow& row, size_t come, size_t gone) {
  if (come == 0) return (void)sayNoLonger(clause, row, gone);
  if (come == 1 && gone == 1) return (void)clause.words(" instead of ");
  sayNoLonger(clause.words(", and "), row, gone);
}

Phrase namesClause(const Comparison& comparison, const RecordPair& pair, const MemberPair& member, const MemberRow& row) {
  std::vector<StringRef> gone;
  std::vector<StringRef> come;
  const std::vector<StringRef> before = textsOf(member.before);
  const std::vector<StringRef> after = textsOf(member.after);
  llvm::copy_if(before, std::back_inserter(gone), [&](StringRef it) { return !llvm::is_contained(after, it); });
  llvm::copy_if(after, std::back_inserter(come), [&](StringRef it) { return !llvm::is_contained(before, it); });
  const StringRef table = row.table == "=" ? pair.table.name : row.table;
  Phrase clause;
  if (!come.empty()) {
    sayNewly(clause, row, come.size());
    listNames(clause, comparison, comparison.after, table, come, gone);
  }
  if (!gone.empty()) {
    sayInstead(clause, row, come.size(), gone.size());
    listNames(clause, comparison, comparison.before, table, gone, come);
  }
  return clause;
}

}  // namespace

namespace {

/// Tells the members of one record that differ.
class MemberTeller {
public:
  MemberTeller(Comparison& comparison, const RecordPair& pair) : comparison_(comparison), pair_(pair) {}

  void tell(const MemberPair& member) {
    const StringRef name = member.name;
    if (name == "name" || name == "was") return tellRename(member);
    if (name == "status" && followsFramework(member)) return comparison_.carry(comparison_.between(pair_, member));
    if (name == "status") return tellStatus(member);
    if (name == "sort" && member.before && member.after) return tellSort(member);
    if (name == "deprecated") return tellDeprecation(member);
    if (name == "attributes") return tellAttributes(member);
    if (name == "translations") return tellTranslations(member);
    if (name == "external" || name == "framework") return tellHome(member);
    if (name == "renewsEveryMonths") return tellRenewal(member);
    if (pair_.table.word == "attribute" && tellDefinition(member)) return;
    if (name == "minimum" || name == "maximum") return tellRange(member);
    if (pair_.table.word == "framework" && name == "languages") return tellLanguages(member);
    const MemberRow* row = findRow(pair_.table.word, name);
    if (!row) return tellPlain(member, ChangeId::DetailsChanged, name);
    switch (row->form) {
      case Form::Carried: comparison_.carry(comparison_.between(pair_, member)); return;
      case Form::Text: return tellText(member, *row);
      case Form::Names:
        if (holdSame(member)) return tellOrder(member, row->noun);
        if (namesSame(member, *row)) return comparison_.carry(comparison_.between(pair_, member));
        add(row->id, namesClause(comparison_, pair_, member, *row), member).facts = factsOf(member);
        return;
      case Form::Elements: tellElements(member, *row); return;
      case Form::Plain: tellPlain(member, row->id, row->noun); return;
    }
  }

  void tellStale() {
    for (const auto& [language, texts] : stale_) {
      Phrase clause;
      clause.words(fmt::format("the {} translation has not followed", languageName(language)));
      comparison_.tell(ChangeId::TranslationStale, pair_.subject, clause, {}).facts.emplace_back("language", language.str());
    }
  }

private:
  using Facts = std::vector<std::pair<StringRef, std::string>>;

  static Facts factsOf(const MemberPair& member) {
    Facts facts = {{"member", member.name.str()}};
    const auto textOf = [](const Value& value) {
      return value.isArray() || value.isObject() ? compact(value)
             : value.type == Value::Type::Boolean ? std::string(value.boolean ? "true" : "false")
                                                  : value.text.str();
    };
    if (member.before) facts.emplace_back("before", textOf(*member.before));
    if (member.after) facts.emplace_back("after", textOf(*member.after));
    return facts;
  }

  /// A further member of what the last change of this record tells joins it.
  Change& add(ChangeId id, Phrase clause, const MemberPair& member) {
    const EditIds edits = comparison_.between(pair_, member);
    return comparison_.tell(id, pair_.subject, std::move(clause), edits);
  }
  /// Adds the edits of a member to what was told of this record under that noun; false where nothing was.
  bool join(StringRef noun, const MemberPair& member) {
    const auto told = toldAs_.find(noun);
    if (told == toldAs_.end()) return false;
    Change& change = comparison_.out.changes[told->second];
    const EditIds edits = comparison_.between(pair_, member);
    change.edits.insert(change.edits.end(), edits.begin(), edits.end());
    return true;
  }
  void remember(StringRef noun) { toldAs_[noun] = comparison_.out.changes.size() - 1; }

  void tellPlain(const MemberPair& member, ChangeId id, StringRef noun) {
    if (join(noun, member)) return;
    Phrase clause;
    if (member.name.ends_with("Markdown")) {
      clause.words(fmt::format("has the same {}, marked up differently", noun));
    } else if (!member.before) {
      clause.words(fmt::format("now has {}", withArticle(noun)));
    } else if (!member.after) {
      clause.words(fmt::format("no longer has {}", withArticle(noun)));
    } else {
      clause.words(fmt::format("has another {}", noun));
    }
    add(id, std::move(clause), member).facts = factsOf(member);
    remember(noun);
  }

  void tellElements(const MemberPair& member, const MemberRow& row) {
    if (join(row.noun, member)) return;
    std::vector<std::string> come;
    std::vector<std::string> gone;
    const ArrayRef<Value> from = member.before ? member.before->elements : ArrayRef<Value>();
    const ArrayRef<Value> to = member.after ? member.after->elements : ArrayRef<Value>();
    for (const Value& it : to) {
      const auto isIt = [&](const Value& old) { return saysSame(old, it); };
      if (llvm::none_of(from, isIt)) come.push_back(elementInWords(it, comparison_.after));
    }
    for (const Value& it : from) {
      const auto isIt = [&](const Value& now) { return saysSame(it, now); };
      if (llvm::none_of(to, isIt)) gone.push_back(elementInWords(it, comparison_.before));
    }
    // A level has another name: its scale tells that.
    const bool isFollowing = come.empty() && gone.empty() && llvm::any_of(from, [&](const Value& it) { return !llvm::is_contained(to, it); });
    if (isFollowing) return comparison_.carry(comparison_.between(pair_, member));
    const bool areSame = (come.empty() && gone.empty()) || (member.name == "chains" && haveSameSteps());
    if (areSame) return tellOrder(member, row.noun);
    Phrase clause;
    if (!come.empty()) sayNewly(clause, row, come.size()).name(enumerated(come));
    if (!gone.empty()) {
      sayInstead(clause, row, come.size(), gone.size());
      clause.name(enumerated(gone));
    }
    add(row.id, std::move(clause), member).facts = factsOf(member);
    remember(row.noun);
  }

  /// Whether a path has the same steps on both sides, in whatever chains they were written.
  [[nodiscard]] bool haveSameSteps() const {
    const ArrayRef<Value> from = pair_.before.list("edges");
    const ArrayRef<Value> to = pair_.after.list("edges");
    return !from.empty() && from.size() == to.size() && llvm::all_of(from, [&](const Value& step) {
      return llvm::any_of(to, [&](const Value& it) { return saysSame(step, it); });
    });
  }

  /// Whether the records that are named have other keys, which is told of them.
  [[nodiscard]] bool namesSame(const MemberPair& member, const MemberRow& row) const {
    const StringRef table = row.table == "=" ? pair_.table.name : row.table;
    if (table.empty()) return false;
    std::vector<StringRef> from = textsOf(member.before);
    for (StringRef& it : from) it = comparison_.rekeyed(table, it);
    return from == textsOf(member.after);
  }

  /// Whether two lists hold the same, in whatever order.
  static bool holdSame(const MemberPair& member) {
    std::vector<StringRef> from = textsOf(member.before);
    std::vector<StringRef> to = textsOf(member.after);
    llvm::sort(from);
    llvm::sort(to);
    return from == to;
  }

  void tellOrder(const MemberPair& member, StringRef noun) {
    Phrase clause;
    clause.words(fmt::format("has its {} in another order", pluralOf(noun)));
    add(ChangeId::OrderChanged, std::move(clause), member).facts = factsOf(member);
    remember(noun);
  }

  /// Whether two elements say the same, once levels are called as they are now.
  [[nodiscard]] bool saysSame(const Value& from, const Value& to) const {
    if (from == to) return true;
    const auto sameLevel = [&](StringRef scale, StringRef member) {
      return comparison_.renamed(scale, from.get(member)) == to.get(member);
    };
    if (const Value* competency = from.find("competency")) {
      const StringRef now = comparison_.rekeyed("competencies", competency->text);
      return now == to.get("competency") && sameLevel(comparison_.after.scaleOf(now), "level");
    }
    if (from.isArray()) return comparison_.nameSame("profiles", from.elements, to.elements);
    if (pair_.table.word == "path") {
      return llvm::all_of(ArrayRef<StringRef>{"from", "to"}, [&](StringRef end) {
        return comparison_.rekeyed("profiles", from.get(end)) == to.get(end);
      });
    }
    return pair_.table.word == "crosswalk" && from.find("from") && sameLevel(pair_.after.get("from"), "from") &&
           sameLevel(pair_.after.get("to"), "to");
  }

  /// What an element of `matches`, `edges`, `pairs` or `develops` says.
  [[nodiscard]] std::string elementInWords(const Value& element, const Document& document) const {
    if (element.isArray()) {
      std::vector<std::string> steps;
      for (const Value& it : element.elements) steps.push_back(document.titleOf("profiles", it.text));
      return fmt::format("{}", fmt::join(steps, " → "));
    }
    if (element.find("target"))
      return fmt::format("{} {} {}", element.get("relation"), element.get("scheme"), element.get("target"));
    if (element.find("competency")) {
      const StringRef competency = element.get("competency");
      const std::string title = document.titleOf("competencies", competency);
      const StringRef level = element.get("level");
      if (level.empty()) return title;
      return fmt::format("{} to {}", title, document.levelTitle(document.scaleOf(competency), level));
    }
    const StringRef from = element.get("from");
    const StringRef to = element.get("to");
    if (pair_.table.word == "path")
      return fmt::format("{} → {}", document.titleOf("profiles", from), document.titleOf("profiles", to));
    const Value& record = &document == &comparison_.after ? pair_.after : pair_.before;
    return fmt::format("{} → {}", document.levelTitle(record.get("from"), from), document.levelTitle(record.get("to"), to));
  }

  void tellText(const MemberPair& member, const MemberRow& row) {
    ChangeId id = row.id;
    if (id == ChangeId::StatementReworded && member.before && member.after) {
      const StringRef from = member.before->text;
      const StringRef to = member.after->text;
      const bool isReworded = comparison_.likeness.of(from, to) >= Likeness::reworded && Likeness::haveSameAmounts(from, to);
      if (!isReworded) id = ChangeId::StatementRewritten;
    }
    add(id, textClause(member, row.noun), member).facts = factsOf(member);
    remember(row.noun);
    noteStale(member.name);
  }

  /// The text called `member` has changed: which translations stayed as they were?
  void noteStale(StringRef member) {
    const Value* from = pair_.before.find("translations");
    const Value* to = pair_.after.find("translations");
    if (!from || !to) return;
    for (const Member& language : to->members) {
      const Value* old = from->find(language.name);
      const Value* was = old ? old->find(member) : nullptr;
      const Value* is = language.value.find(member);
      if (was && is && *was == *is) stale_[language.name].push_back(was->text);
    }
  }

  void tellRename(const MemberPair& member) {
    if (member.name == "was") {
      if (!join("name", member)) comparison_.carry(comparison_.between(pair_, member));
      return;
    }
    if (!member.before || !member.after) return tellPlain(member, ChangeId::DetailsChanged, "name");
    Phrase clause;
    clause.words("goes by ").name(member.after->text).words(" instead of ").name(member.before->text);
    clause.words(" in the source; other systems know it by the same key");
    add(ChangeId::Renamed, std::move(clause), member).facts = factsOf(member);
    remember("name");
  }

  /// Whether the declaration has the framework's status, before and after.
  [[nodiscard]] bool followsFramework(const MemberPair& member) const {
    const auto isOfFramework = [](const Value* status, const Document& document) {
      return status && status->text == document.framework().get("status");
    };
    return pair_.table.word != "framework" && !pair_.subject.isExternal && isOfFramework(member.before, comparison_.before) &&
           isOfFramework(member.after, comparison_.after);
  }

  void tellStatus(const MemberPair& member) {
    const StringRef from = member.before ? member.before->text : StringRef();
    const StringRef to = member.after ? member.after->text : StringRef();
    Phrase clause;
    clause.words("is now ").name(to).words(", and was ").name(from);
    add(to == "retired" ? ChangeId::Retired : ChangeId::Reinstated, std::move(clause), member).facts = factsOf(member);
  }

  /// Of a statement. Its UUID is made with it (docs/json.md).
  void tellSort(const MemberPair& member) {
    const auto sort = [](const Value& it) { return it.text == "knowledge" ? "knowledge" : withArticle(it.text); };
    Phrase clause;
    clause.words("is now ").name(sort(*member.after)).words(", and was ").name(sort(*member.before));
    clause.words("; other systems know it by another UUID");
    add(ChangeId::SortChanged, std::move(clause), member).facts = factsOf(member);
  }

  void tellDeprecation(const MemberPair& member) {
    Phrase clause;
    if (!member.after) {
      clause.words("is no longer deprecated");
    } else {
      clause.words(member.before ? "is deprecated in other words" : "should no longer be used");
      const StringRef use = member.after->get("use");
      if (!use.empty()) {
        const std::string table = pair_.table.name.str();
        clause.words("; use ").name(comparison_.after.titleOf(table, use));
      }
      if (const StringRef why = member.after->get("because"); !why.empty()) clause.words(": ").after(why);
    }
    add(ChangeId::Deprecated, std::move(clause), member).facts = factsOf(member);
  }

  /// The members of a member that is an object, which may be on one side alone.
  [[nodiscard]] RecordPair within(const MemberPair& member) const {
    Path path = pair_.path;
    path.push_back(member.name.str());
    return {pair_.table, pair_.subject, member.before ? *member.before : none(), member.after ? *member.after : none(), path};
  }

  static const Value& none() {
    static const Value none = {.type = Value::Type::Object, .boolean = false, .text = {}, .elements = {}, .members = {}};
    return none;
  }

  /// Calls `visit` with each member of an object that may be on one side alone, of which the object itself comes first
  /// or goes last: steps lead through what is there.
  template <class Visit>
  void forEachWithin(const MemberPair& member, Visit visit) {
    const RecordPair inner = within(member);
    if (!member.before) comparison_.carry(comparison_.edits.between(inner.path, nullptr, &none()));
    forEachDifference(inner.before, inner.after, [&](const MemberPair& it) { visit(inner, it); });
    if (!member.after) comparison_.carry(comparison_.edits.between(inner.path, &none(), nullptr));
  }

  void tellAttributes(const MemberPair& member) {
    forEachWithin(member, [&](const RecordPair& inner, const MemberPair& found) {
      if (!found.after && isRenamed(inner, found.name, nameNow(found.name))) return;  // Under its new name.
      MemberPair value = found;
      EditIds steps = comparison_.between(inner, found);
      const std::string oldName = nameBefore(found.name);
      if (!found.before && isRenamed(inner, oldName, found.name)) {
        value.before = inner.before.find(oldName);
        llvm::append_range(steps, comparison_.between(inner, {oldName, value.before, nullptr}));
        // That it has another name is told of the attribute.
        if (*value.before == *value.after) return comparison_.carry(steps);
      }
      Phrase clause;
      const Facts facts = factsOf(value);
      value.after ? clause.verb("has ", "have ") : clause.verb("no longer has ", "no longer have ");
      clause.name(attributeTitle(value.name));
      if (value.after) clause.words(" ").name(shownValue(*value.after));
      if (value.before) clause.words(value.after ? " instead of " : "; it was ").name(shownValue(*value.before));
      Change& change = comparison_.tell(ChangeId::AttributeChanged, pair_.subject, clause, steps);
      change.facts = facts;
      change.facts.front() = {"attribute", value.name.str()};
    });
  }

  /// Whether the value that stood under `from` stands under `to` now, as the attribute has another name.
  static bool isRenamed(const RecordPair& values, StringRef from, StringRef to) {
    return from != to && values.before.find(from) && !values.before.find(to) && values.after.find(to) && !values.after.find(from);
  }
  /// What the attribute that is called `name` on the one side is called on the other; `name` where it is not there.
  [[nodiscard]] std::string nameBefore(StringRef name) const {
    for (const Value& old : comparison_.before.records("attributes")) {
      const Value* now = comparison_.after.find("attributes", comparison_.rekeyed("attributes", old.get("id")));
      if (now && now->get("name") == name) return old.get("name").str();
    }
    return name.str();
  }
  [[nodiscard]] std::string nameNow(StringRef name) const {
    for (const Value& old : comparison_.before.records("attributes")) {
      const Value* now = comparison_.after.find("attributes", comparison_.rekeyed("attributes", old.get("id")));
      if (now && old.get("name") == name) return now->get("name").str();
    }
    return name.str();
  }

  static std::string shownValue(const Value& value) {
    if (value.type == Value::Type::Boolean) return value.boolean ? "yes" : "no";
    return value.text.empty() && !value.isText() ? compact(value) : value.text.str();
  }

  /// Values stand under the attribute's name.
  [[nodiscard]] std::string attributeTitle(StringRef name) const {
    for (const Document* document : {&comparison_.after, &comparison_.before}) {
      for (const Value& record : document->records("attributes")) {
        if (record.get("id") == name || record.get("name") == name) return titleOf(record);
      }
    }
    return name.str();
  }

  void tellTranslations(const MemberPair& member) {
    forEachWithin(member, [&](const RecordPair& inner, const MemberPair& language) {
      // Told of the framework.
      if (comparison_.hasOnOneSide(language.name)) return comparison_.carry(comparison_.between(inner, language));
      const ChangeId id = !language.before  ? ChangeId::TranslationAdded
                          : !language.after ? ChangeId::TranslationRemoved
                                            : ChangeId::TranslationChanged;
      const StringRef verb = !language.before ? "is new" : !language.after ? "is gone" : "has changed";
      Phrase clause;
      clause.words(fmt::format("its {} translation {}", languageName(language.name), verb));
      comparison_.tell(id, pair_.subject, clause, comparison_.between(inner, language))
          .facts.emplace_back("language", language.name.str());
    });
  }

  void tellHome(const MemberPair& member) {
    if (join("home", member)) return;
    Phrase clause;
    clause.words(pair_.after.flag("external") ? "is now declared by another framework" : "is now declared here");
    add(ChangeId::DetailsChanged, std::move(clause), member).facts = factsOf(member);
    remember("home");
  }

  void tellRenewal(const MemberPair& member) {
    const auto months = [](const Value* value) {
      return value ? fmt::format("every {} months", value->text) : std::string("never");
    };
    Phrase clause;
    clause.words("is to be renewed ").name(months(member.after)).words(" instead of ").name(months(member.before));
    add(ChangeId::RenewalChanged, std::move(clause), member).facts = factsOf(member);
  }

  /// Of an attribute: its type, pattern, range and values.
  bool tellDefinition(const MemberPair& member) {
    const bool isOne = llvm::StringSwitch<bool>(member.name)
                           .Cases("type", "pattern", "values", "required", "on", true)
                           .Cases("minimum", "maximum", true)
                           .Default(false);
    if (!isOne) return false;
    if (member.name == "minimum" || member.name == "maximum") return tellRange(member), true;
    const StringRef verb = member.name == "values" ? "allows" : "";
    const MemberRow row = {"attribute", member.name, ChangeId::DefinitionChanged, Form::Names, member.name, "", verb};
    if (member.before && member.after && member.after->isArray() && holdSame(member)) {
      // The order of what can have the attribute says nothing.
      member.name == "values" ? tellOrder(member, member.name) : comparison_.carry(comparison_.between(pair_, member));
      return true;
    }
    Phrase clause;
    if (member.name == "required") {
      clause.words(member.after ? "must be given now" : "need not be given any more");
    } else if (member.name == "on") {
      clause = holdersClause(member);
    } else {
      clause = namesClause(comparison_, pair_, member, row);
    }
    Change& change = add(ChangeId::DefinitionChanged, std::move(clause), member);
    change.facts = factsOf(member);
    if (isTighter(member)) change.step = VersionStep::Major;
    return true;
  }

  /// What may have the attribute: without `on`, everything.
  static Phrase holdersClause(const MemberPair& member) {
    Phrase clause;
    const auto list = [&](const Value* kinds) {
      const std::vector<StringRef> words = textsOf(kinds);
      for (size_t i = 0; i < words.size(); ++i)
        clause.words(i == 0 ? "" : i + 1 == words.size() ? " and " : ", ").name(words[i]);
      if (words.empty()) clause.words("anything");
    };
    clause.words("can now stand on ");
    list(member.after);
    clause.words(", and could on ");
    list(member.before);
    return clause;
  }

  /// Whether values that fitted may fit no more.
  static bool isTighter(const MemberPair& member) {
    if (member.name == "type") return true;
    if (member.name == "required" || member.name == "pattern") return member.after != nullptr;
    if (!member.after) return false;  // `on`: anything may have it.
    const std::vector<StringRef> after = textsOf(member.after);
    return !member.before || llvm::any_of(textsOf(member.before), [&](StringRef it) { return !llvm::is_contained(after, it); });
  }

  void tellRange(const MemberPair& member) {
    const auto numberOf = [](const Value* value) -> std::optional<double> {
      double number = 0;
      if (!value || value->text.getAsDouble(number)) return std::nullopt;
      return number;
    };
    const std::optional<double> from = numberOf(member.before);
    const std::optional<double> to = numberOf(member.after);
    const bool isLow = member.name == "minimum";
    const bool isNarrower = to && (!from || (isLow ? *to > *from : *to < *from));
    Phrase clause;
    const StringRef bound = isLow ? "least number" : "greatest number";
    if (member.before && member.after) {
      clause.words(isLow ? "begins at " : "ends at ").name(member.after->text).words(" instead of ").name(member.before->text);
    } else if (member.after) {
      clause.words(fmt::format("now has a {}: ", bound)).name(member.after->text);
    } else {
      clause.words(fmt::format("no longer has a {}; it was ", bound)).name(member.before->text);
    }
    add(isNarrower ? ChangeId::RangeNarrowed : ChangeId::RangeWidened, std::move(clause), member).facts = factsOf(member);
  }

  void tellLanguages(const MemberPair& member) {
    const std::vector<StringRef> from = textsOf(member.before);
    const std::vector<StringRef> to = textsOf(member.after);
    EditIds edits = comparison_.between(pair_, member);
    const auto tellOne = [&](ChangeId id, StringRef language, StringRef words) {
      Phrase clause;
      clause.words(words).name(languageName(language));
      comparison_.tell(id, pair_.subject, clause, edits).facts.emplace_back("language", language.str());
      edits.clear();
    };
    // That of the framework itself is told with it, and so is the one that it had, where that went in its place.
    const StringRef own = pair_.after.get("language");
    const StringRef was = pair_.before.get("language");
    const bool isSwapped = own != was && !llvm::is_contained(from, own);
    for (const StringRef it : to) {
      if (!llvm::is_contained(from, it) && !(isSwapped && it == own)) tellOne(ChangeId::LanguageAdded, it, "is now also published in ");
    }
    for (const StringRef it : from) {
      if (!llvm::is_contained(to, it) && !(isSwapped && it == was)) tellOne(ChangeId::LanguageRemoved, it, "is no longer published in ");
    }
    comparison_.carry(edits);
  }

  Comparison& comparison_;
  const RecordPair& pair_;
  StaleTexts stale_;
  llvm::StringMap<size_t> toldAs_;  ///< Changes of this record, by what they tell of.
};

}  // namespace

void Comparison::compareMembers(const RecordPair& pair, const std::set<StringRef>& done) {
  MemberTeller teller(*this, pair);
  forEachDifference(pair.before, pair.after, [&](const MemberPair& member) {
    if (!done.contains(member.name)) teller.tell(member);
  });
  teller.tellStale();
}

namespace {

/// What is said of a framework that is used on both sides.
Phrase dependencyClause(const Value& from, const Value& to) {
  Phrase clause;
  std::vector<std::string> others;
  forEachDifference(from, to, [&](const MemberPair& member) {
    const auto begin = [&]() -> Phrase& { return clause.words(clause.isEmpty() ? "" : "; "); };
    if (member.name == "version") {
      begin().words("is used at version ").name(to.get("version")).words(" instead of ").name(from.get("version"));
    } else if (member.name == "withRules") {
      begin().words(member.after ? "its rules now reach the profiles here" : "its rules no longer reach the profiles here");
    } else if (member.name == "title") {
      begin().words("has another title: ").after(to.get("title")).words(" instead of ").before(from.get("title"));
    } else if (member.name != "uuid") {
      others.push_back(member.name.str());
    }
  });
  if (!others.empty()) clause.words(fmt::format("{}says something else of itself: {}", clause.isEmpty() ? "" : "; ", enumerated(others)));
  return clause.isEmpty() ? clause.words("is used as before, under another UUID") : clause;
}

}  // namespace

void Comparison::compareFramework() {
  const RecordPair pair = {{"framework", "framework"},
                           {"framework", out.after.id, out.after.title},
                           before.framework(),
                           after.framework(),
                           {"framework"}};
  if (out.before.id != out.after.id) {
    Phrase clause;
    clause.words("has the id ").name(out.after.id).words(" instead of ").name(out.before.id).words(", and so all its keys are others");
    tell(ChangeId::FrameworkChanged, pair.subject, clause, {}).facts = {{"before", out.before.id}, {"after", out.after.id}};
  }
  compareMembers(pair);
  const ArrayRef<Value> from = before.records("dependencies");
  const ArrayRef<Value> to = after.records("dependencies");
  const ArrayChange change = edits.betweenElements({"dependencies"}, from, to, Edits::partnersByKey("dependencies", from, to));
  for (const ElementChange& element : change.elements) {
    const Value& record = element.after ? *element.after : *element.before;
    Phrase clause;
    if (element.before && element.after) {
      clause = dependencyClause(*element.before, *element.after);
    } else {
      clause.words(element.after ? "is used now" : "is no longer used");
      if (element.after && record.flag("withRules")) clause.words(", and its rules reach the profiles here");
    }
    tell(ChangeId::DependencyChanged, {"framework", record.get("id").str(), titleOf(record), true}, clause, element.edits);
  }
  carry(change.order);
  const RecordPair root = {{"", ""}, {}, before.root(), after.root(), {}};
  forEachDifference(root.before, root.after, [&](const MemberPair& member) {
    if (member.name == "$schema" || member.name == "formatVersion") carry(between(root, member));
  });
}

}  // namespace cadre::diff
