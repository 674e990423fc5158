#include "prose/lexicon.h"

#include "support/test.h"

#include <fstream>

#include <llvm/ADT/STLExtras.h>

using namespace cadre::prose;

namespace {

Lexicon& english() {
  static const std::unique_ptr<Lexicon> lexicon = Lexicon::open("en-GB");
  return *lexicon;
}
Lexicon& french() {
  static const std::unique_ptr<Lexicon> lexicon = Lexicon::open("fr");
  return *lexicon;
}

std::string base(Lexicon& lexicon, llvm::StringRef form) {
  const Word& word = lexicon.lookUp(form);
  return word.verb == nullptr ? "-" : word.verb->base.str();
}

std::string formed(Lexicon& lexicon, llvm::StringRef verb, VerbForm form) {
  const Word& word = lexicon.lookUp(verb);
  REQUIRE(word.verb != nullptr);
  return lexicon.inflect(*word.verb, form).value_or("-");
}

constexpr unsigned mask(std::initializer_list<VerbForm> forms) {
  unsigned sum = 0;
  for (VerbForm form : forms) sum |= static_cast<unsigned>(form);
  return sum;
}

}  // namespace

TEST_CASE("a tag's language alone counts") {
  CHECK(Lexicon::open("en")->language() == "en");
  CHECK(Lexicon::open("EN-us")->language() == "en");
  CHECK(Lexicon::open("fr-CA")->language() == "fr");
  CHECK(Lexicon::open("de") == nullptr);
  CHECK(Lexicon::open("") == nullptr);
  CHECK(Lexicon::open("eng") == nullptr);
  for (llvm::StringRef tag : Lexicon::languages()) CHECK(Lexicon::open(tag)->hasVerbs());
}

TEST_CASE("one form is one word, whatever its case") {
  const Word& word = english().lookUp("Plans");
  CHECK(&word == &english().lookUp("plans"));
  CHECK(&word == &english().lookUp("PLANS"));
  CHECK(word.form == "plans");
  CHECK(french().lookUp("ÉQUIPE").form == "équipe");
  CHECK(&french().lookUp("qu’") == &french().lookUp("qu'"));
}

TEST_CASE("English forms are taken back to their verb") {
  struct Row {
    const char* form;
    const char* verb;
    unsigned forms;
  };
  const unsigned pasts = mask({VerbForm::Past, VerbForm::Participle});
  const Row rows[] = {
      {"plans", "plan", mask({VerbForm::Third})},
      {"planned", "plan", pasts},
      {"planning", "plan", mask({VerbForm::Gerund})},
      {"plan", "plan", mask({VerbForm::Base})},
      {"carries", "carry", mask({VerbForm::Third})},
      {"carried", "carry", pasts},
      {"tries", "try", mask({VerbForm::Third})},
      {"ties", "tie", mask({VerbForm::Third})},
      {"assesses", "assess", mask({VerbForm::Third})},
      {"uses", "use", mask({VerbForm::Third})},
      {"using", "use", mask({VerbForm::Gerund})},
      {"agreeing", "agree", mask({VerbForm::Gerund})},
      {"written", "write", mask({VerbForm::Participle})},
      {"wrote", "write", mask({VerbForm::Past})},
      {"has", "have", mask({VerbForm::Third})},
      {"is", "be", mask({VerbForm::Third})},
      {"left", "leave", pasts},
      {"sets", "set", mask({VerbForm::Third})},
      {"set", "set", mask({VerbForm::Base, VerbForm::Past, VerbForm::Participle})},
      {"found", "find", pasts},
      {"analyses", "analyse", mask({VerbForm::Third})},
      {"analyzes", "analyze", mask({VerbForm::Third})},
      {"double-checks", "double-check", mask({VerbForm::Third})},
      {"preheats", "preheat", mask({VerbForm::Third})},
  };
  for (const Row& row : rows) {
    INFO(row.form);
    CHECK(base(english(), row.form) == row.verb);
    CHECK(unsigned{english().lookUp(row.form).verbForms} == row.forms);
  }
}

TEST_CASE("what is no verb has none") {
  for (const char* form :
       {"customer", "rota", "quickly", "12", "3rd", "the", "patient's", "can", "news"}) {
    INFO(form);
    CHECK(base(english(), form) == "-");
  }
}

TEST_CASE("nouns have their singular") {
  auto noun = [](llvm::StringRef form) { return english().lookUp(form).noun.str(); };
  CHECK(noun("reports") == "report");
  CHECK(noun("policies") == "policy");
  CHECK(noun("analyses") == "analysis");
  CHECK(noun("children") == "child");
  CHECK(noun("branches") == "branch");
  CHECK(noun("process") == "process");
  CHECK(noun("status") == "status");
  CHECK(noun("patient's") == "patient");
  CHECK(french().lookUp("travaux").noun == "travail");
  CHECK(french().lookUp("risques").noun == "risque");
}

TEST_CASE("verbs are inflected") {
  CHECK(formed(english(), "draft", VerbForm::Third) == "drafts");
  CHECK(formed(english(), "carry", VerbForm::Third) == "carries");
  CHECK(formed(english(), "assess", VerbForm::Third) == "assesses");
  CHECK(formed(english(), "have", VerbForm::Third) == "has");
  CHECK(formed(english(), "do", VerbForm::Third) == "does");
  CHECK(formed(english(), "be", VerbForm::Third) == "is");
  CHECK(formed(english(), "be", VerbForm::Past) == "-");
  CHECK(formed(english(), "plan", VerbForm::Past) == "planned");
  CHECK(formed(english(), "write", VerbForm::Past) == "wrote");
  CHECK(formed(english(), "write", VerbForm::Participle) == "written");
  CHECK(formed(english(), "focus", VerbForm::Past) == "focused");
  CHECK(formed(english(), "benefit", VerbForm::Gerund) == "benefiting");
  CHECK(formed(english(), "use", VerbForm::Gerund) == "using");
  CHECK(formed(english(), "plan", VerbForm::Gerund) == "planning");
  CHECK(formed(english(), "lie", VerbForm::Gerund) == "lying");
  CHECK(formed(english(), "drafting", VerbForm::Base) == "draft");
  CHECK(formed(english(), "double-check", VerbForm::Third) == "double-checks");
}

TEST_CASE("what is inflected is read back") {
  for (const char* verb : {"stop", "refer",    "label", "fix",    "study", "agree", "tie",
                           "read", "lead",     "buy",   "quiz",   "panic", "echo",  "overwrite",
                           "undo", "withhold", "cut",   "travel", "occur", "dye"}) {
    INFO(verb);
    if (english().lookUp(verb).verb == nullptr) continue;
    for (VerbForm form :
         {VerbForm::Third, VerbForm::Past, VerbForm::Participle, VerbForm::Gerund}) {
      std::string made = formed(english(), verb, form);
      INFO(made);
      CHECK(base(english(), made) == verb);
      CHECK(english().lookUp(made).canBe(form));
    }
  }
}

TEST_CASE("French verbs are read and inflected") {
  CHECK(base(french(), "planifie") == "planifier");
  CHECK(base(french(), "gère") == "gérer");
  CHECK(base(french(), "établit") == "établir");
  CHECK(base(french(), "rédigeant") == "rédiger");
  CHECK(base(french(), "rédigées") == "rédiger");
  CHECK(base(french(), "met") == "mettre");
  CHECK(formed(french(), "planifier", VerbForm::Third) == "planifie");
  CHECK(formed(french(), "gérer", VerbForm::Third) == "gère");
  CHECK(formed(french(), "établir", VerbForm::Third) == "établit");
  CHECK(formed(french(), "rédiger", VerbForm::Gerund) == "rédigeant");
  CHECK(formed(french(), "mettre", VerbForm::Third) == "met");
}

TEST_CASE("no French verb leads in the plural") {
  std::ifstream table(CADRE_WORD_LISTS "/fr/verbs.tsv");
  REQUIRE(table.is_open());
  unsigned verbs = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("#")) continue;
    const std::string infinitive = line.substr(0, line.find('\t'));
    INFO(infinitive);
    const Word& word = french().lookUp(infinitive);
    REQUIRE(word.verb != nullptr);
    const auto third = french().inflect(*word.verb, VerbForm::Third);
    if (!third) continue;
    INFO(*third);
    ++verbs;
    const llvm::StringRef one = *third;
    const llvm::StringRef base = infinitive;
    // `tient` and `sent` are singular.
    const bool isOfOne = base.ends_with("enir") || base.ends_with("entir");
    CHECK((isOfOne || !one.ends_with("ent")));
    CHECK(!one.ends_with("ont"));
    CHECK(!one.ends_with("nnent"));
  }
  CHECK(verbs > 1300);
  CHECK(formed(french(), "lire", VerbForm::Third) == "lit");
  CHECK(formed(french(), "prendre", VerbForm::Third) == "prend");
  CHECK(formed(french(), "tenir", VerbForm::Third) == "tient");
  CHECK(formed(french(), "construire", VerbForm::Third) == "construit");
  CHECK(formed(french(), "faire", VerbForm::Third) == "fait");
  CHECK(base(french(), "lisent") == "lire");
  CHECK(!french().lookUp("lisent").canBe(VerbForm::Third));
}

TEST_CASE("function words have their classes") {
  CHECK(english().lookUp("the").is(FunctionWord::Determiner));
  CHECK(english().lookUp("to").is(FunctionWord::Particle));
  CHECK(english().lookUp("to").mayBe(FunctionWord::Preposition));
  CHECK(english().lookUp("and").is(FunctionWord::Conjunction));
  CHECK(english().lookUp("can't").is(FunctionWord::Modal));
  CHECK(english().lookUp("doesn't").is(FunctionWord::Auxiliary));
  CHECK(english().lookUp("it's").is(FunctionWord::Pronoun));
  CHECK(english().lookUp("&").is(FunctionWord::Conjunction));
  CHECK(english().lookUp("invoice").is(FunctionWord::None));
}

TEST_CASE("stems are Snowball's, and numbers their own") {
  CHECK(english().lookUp("negotiations").stem == english().lookUp("negotiate").stem);
  CHECK(english().lookUp("negotiations").stemId == english().lookUp("negotiate").stemId);
  CHECK(english().lookUp("1,000.5").stem == "1,000.5");
  CHECK(english().lookUp("12").stemId != english().lookUp("13").stemId);
  CHECK(french().lookUp("planifications").stem == french().lookUp("planification").stem);
}

TEST_CASE("lists are compared as each says") {
  CHECK(english().compareOf(ListId::VagueVerbs) == Compare::Lemmas);
  for (const char* form : {"understand", "understands", "understood", "Understanding"}) {
    INFO(form);
    CHECK(english().lookUp(form).lists.contains(ListId::VagueVerbs));
  }
  CHECK(english().lookUp("is").begins.contains(ListId::AbilityHedges));
  CHECK_FALSE(english().lookUp("is").lists.contains(ListId::AbilityHedges));
  CHECK(english().lookUp("effectively").lists.contains(ListId::EmptyAdverbs));
  CHECK_FALSE(english().lookUp("effective").lists.contains(ListId::EmptyAdverbs));
}

TEST_CASE("entries say what to write instead") {
  const Word& word = english().lookUp("understand");
  auto* const place = llvm::find_if(
      word.entries, [](const Entry* each) { return each->list == ListId::VagueVerbs; });
  REQUIRE(place != word.entries.end());
  CHECK((*place)->text == "understand");
  CHECK((*place)->hasInstead);
  CHECK((*place)->instead.size() > 1);
  for (const Entry* entry : english().entries(ListId::AbilityHedges))
    CHECK(entry->list == ListId::AbilityHedges);
}

TEST_CASE("lists by case hold what is written so") {
  if (english().has(ListId::CommonAcronyms)) {
    llvm::StringRef some = english().entries(ListId::CommonAcronyms).front()->text;
    CHECK(english().holdsExactly(ListId::CommonAcronyms, some));
    CHECK_FALSE(english().holdsExactly(ListId::CommonAcronyms, some.lower() + "x"));
  }
  CHECK_FALSE(english().holdsExactly(ListId::CommonAcronyms, "ZQXJ"));
}

TEST_CASE("syllables are groups of vowels") {
  auto count = [](Lexicon& lexicon, llvm::StringRef form) {
    return lexicon.syllables(lexicon.lookUp(form));
  };
  struct Row {
    const char* form;
    unsigned syllables;
  };
  for (const Row& row : std::initializer_list<Row>{{"the", 1},
                                                   {"table", 2},
                                                   {"use", 1},
                                                   {"uses", 2},
                                                   {"planned", 1},
                                                   {"created", 3},
                                                   {"reports", 2},
                                                   {"area", 3},
                                                   {"radio", 3},
                                                   {"station", 2},
                                                   {"assessment", 3},
                                                   {"quality", 3},
                                                   {"yes", 1},
                                                   {"well-known", 2},
                                                   {"responsibility", 6},
                                                   {"makes", 1},
                                                   {"changes", 2},
                                                   {"12", 1},
                                                   {"e", 1}}) {
    INFO(row.form);
    CHECK(count(english(), row.form) == row.syllables);
  }
  for (const Row& row : std::initializer_list<Row>{{"équipe", 2},
                                                   {"gère", 1},
                                                   {"planifier", 3},
                                                   {"sécurité", 4},
                                                   {"qualité", 3},
                                                   {"une", 1}}) {
    INFO(row.form);
    CHECK(count(french(), row.form) == row.syllables);
  }
}

TEST_CASE("abbreviations") {
  for (const char* form : {"e.g", "i.e", "vs", "etc", "dr", "j"})
    CHECK(english().isAbbreviation(form));
  for (const char* form : {"reports", "it", "1.5", "i"})
    CHECK_FALSE(english().isAbbreviation(form));
}
