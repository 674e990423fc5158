#include "package.h"

#include "query/complete.h"
#include "support/random_model.h"
#include "support/test.h"

#include <random>

using namespace cadre;
using namespace cadre::query;

namespace {

/// Words, signs and values that queries are made of, and some that they are not.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out = {
        "where",       "select",    "count",     "count(",  "by",       "sort",       "limit",
        "desc",        "and",       "or",        "not",     "any",      "every",      "no",
        "all",         "in",        "is",        "missing", "contains", "matches",    "requires(",
        "kind",        "at",        "(",         ")",       ",",        ".",          "=",
        "!=",          "<",         "<=",        ">",       ">=",       "==",         "\"wood\"",
        "\"(\"",       "\"",        "'x'",       "3",       "-2.5",     "2026-01-01", "2.0.1",
        "3x",          "true",      "false",     "Joining", "Making",   "Good",       "Skill.Good",
        "core.Safety", "technical", "essential", "P1",      "grade",    "remote",     "é",
        "\xFF",        "\\",        "💥",         "*",       "!",        "Trade",      "fr",
        "s",           "x",         "y-z",       "\n"};
    for (const SourceWord& it : sourceWords()) out.push_back(it.word.str());
    for (const FieldRow& it : allFields()) out.push_back(it.name.str());
    return out;
  }();
  return all;
}

std::string soup(std::mt19937& dice) {
  std::string text;
  const size_t count = dice() % 14;
  for (size_t i = 0; i < count; ++i) {
    text += pieces()[dice() % pieces().size()];
    if (dice() % 5 != 0) text += ' ';
  }
  return text;
}

/// A query that has the right form, though maybe no sense.
std::string shaped(std::mt19937& dice) {
  const auto pick = [&](std::initializer_list<const char*> all) {
    return std::string(all.begin()[dice() % all.size()]);
  };
  const auto field = [&] {
    std::string out = allFields()[dice() % allFields().size()].name.str();
    if (dice() % 2) out += "." + allFields()[dice() % allFields().size()].name.str();
    return dice() % 8 ? out : "count(" + out + ")";
  };
  const auto value = [&] {
    return pick({"Good", "3", "\"wood*\"", "true", "essential", "technical", "Trade", "draft",
                 "2026-01-01", "\"1.0\"", "Making"});
  };
  const auto test = [&] {
    const std::string condition =
        field() + pick({" = ", " != ", " > ", " <= ", " in ", " contains ", " matches "}) + value();
    if (dice() % 4 == 0) return pick({"any ", "every ", "no "}) + field() + " (" + condition + ")";
    if (dice() % 4 == 0) return field() + " is missing";
    return dice() % 4
               ? condition
               : "requires(" + value() + pick({"", " at >= Good", " desired", " at = 3"}) + ")";
  };
  std::string out =
      (dice() % 2 ? "all " : "") + sourceWords()[dice() % sourceWords().size()].word.str();
  if (dice() % 4)
    out += " where " + test() + (dice() % 2 ? pick({" and ", " or not "}) + test() : "");
  if (dice() % 2) out += pick({" select ", " count by "}) + field() + ", " + field();
  if (dice() % 3 == 0) out += " sort by " + field() + pick({"", " desc"});
  if (dice() % 3 == 0) out += " limit 3";
  return out;
}

bool isGood(const Lines& lines) {
  return std::none_of(lines.begin(), lines.end(),
                      [](const std::string& it) { return it.rfind("E08", 0) == 0; });
}

}  // namespace

TEST_CASE("no soup of words crashes, and what is wrong is told once at least") {
  Town town;
  std::mt19937 dice(7);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = soup(dice);
    INFO(text);
    SourceManager sources;
    Diagnostics diags;
    const std::optional<Query> written = parse(sources, sources.add("<query>", text), diags);
    CHECK(written.has_value() == !diags.hasErrors());
    CHECK(diags.count(Severity::Error) <= 1);
    (void)complete(text, text.size(), town.model());
    (void)complete(text, text.size() / 2, town.model());
  }
}

TEST_CASE("queries of the right form are answered or refused, the same each time") {
  Town town;
  std::mt19937 dice(11);
  size_t good = 0;
  for (int i = 0; i < 6000; ++i) {
    const std::string text = shaped(dice);
    INFO(text);
    const Lines once = town.ask(text);
    good += isGood(once);
    CHECK(town.ask(text) == once);
  }
  CHECK(good > 100);
}

TEST_CASE("any model can be asked") {
  Town town;
  std::mt19937 dice(13);
  for (uint64_t seed = 0; seed < 12; ++seed) {
    const test::RandomModel random = test::randomModel({seed, seed % 3 == 0});
    for (int i = 0; i < 400; ++i) {
      const std::string text = shaped(dice);
      INFO(text);
      (void)town.ask(text, random.model);
    }
    for (const FieldRow& field : allFields()) {
      if (field.source == SourceId::Declaration) continue;
      (void)town.ask("all " + rowOf(field.source).name.str() + " select " + field.name.str(),
                     random.model);
    }
  }
}
