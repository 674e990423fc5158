#include "lint/rule.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>

#include <utility>

namespace cadre::lint {

namespace {

bool isPartOfWord(char c) { return llvm::isAlnum(c) || c == '&' || static_cast<unsigned char>(c) >= 0x80; }

/// The next run of letters and digits from `at`, which is moved behind it; empty at the end.
StringRef nextWord(StringRef text, size_t& at) {
  while (at < text.size() && !isPartOfWord(text[at])) ++at;
  const size_t begin = at;
  while (at < text.size() && isPartOfWord(text[at])) ++at;
  return text.slice(begin, at);
}

/// Little words, and the beginnings of others, keep their small letters: `DoLS`, `RevPAR`, `SaaS`, `eNPS`. Names do so
/// too, but have fewer capitals (`iOS`) or end in small ones (`MHz`).
bool isMixedAcronym(StringRef word) {
  constexpr int mostSmall = 2;
  const auto uppers = llvm::count_if(word, llvm::isUpper);
  const auto smalls = llvm::count_if(word, llvm::isLower);
  if (uppers + smalls != static_cast<int64_t>(word.size()) || smalls > mostSmall || !llvm::isUpper(word.back())) return false;
  return llvm::isUpper(word.front()) ? uppers >= 2 : uppers >= 3;
}

/// `CMS` of `CMS` and `CMSs`; empty for what is no acronym. Codes such as `BS7671` are none.
StringRef acronymOf(StringRef word) {
  if (word.size() > 2) word.consume_back("s");
  if (word.size() < 2 || word.size() > 6) return {};
  const auto fits = [](char c) { return llvm::isUpper(c) || c == '&'; };
  const bool isPlain = llvm::all_of(word, fits) && llvm::isUpper(word.front());
  return isPlain || isMixedAcronym(word) ? word : StringRef();
}

/// The letters of `acronym` stand in the words in this order, the first one at the beginning of a word.
bool standsFor(StringRef acronym, StringRef words) {
  for (size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && isPartOfWord(words[at - 1])) continue;
    size_t next = 0;
    for (const char c : words.substr(at)) {
      if (next < acronym.size() && acronym[next] == '&') ++next;
      if (next < acronym.size() && llvm::toUpper(c) == acronym[next]) ++next;
    }
    if (next == acronym.size()) return true;
  }
  return false;
}

/// Most letters have a capital: capitals tell nothing here.
bool isShouted(StringRef text) {
  const auto uppers = llvm::count_if(text, llvm::isUpper);
  return uppers > llvm::count_if(text, llvm::isLower);
}

/// `Media Relations (MR)` or `MR (media relations)`.
bool isWrittenOut(StringRef text, size_t begin, size_t end, StringRef acronym) {
  constexpr size_t reach = 80;
  const StringRef before = text.take_front(begin).rtrim();
  if (before.ends_with("(") && standsFor(acronym, before.drop_back().take_back(reach))) return true;
  const StringRef after = text.substr(end).ltrim();
  return after.starts_with("(") && standsFor(acronym, after.drop_front().take_until([](char c) { return c == ')'; }));
}

/// Where acronyms stand that nothing explains.
class Acronyms {
public:
  explicit Acronyms(Context& context) : context_(context) {
    for (const std::string& it : context.words(WordsId::KnownAcronyms)) known_.insert(it);
  }

  void read(const Passage& passage) {
    if (passage.is(Role::Title)) known_.insert(passage.plain);
    const bool namesPublisher = passage.is(Role::Title) && passage.ownerKind == model::DeclKind::Framework;
    if (std::exchange(owner_, passage.owner) != passage.owner) {
      for (const StringRef keyword : passage.owner->keywords) known_.insert(keyword);
      known_.insert(passage.owner->code);
    }
    const bool isCounted = passage.owner->status != model::Status::Retired && !isShouted(passage.plain);
    for (size_t at = 0; at < passage.plain.size();) {
      const StringRef word = nextWord(passage.plain, at);
      const StringRef acronym = acronymOf(word);
      if (acronym.empty()) continue;
      const size_t begin = at - word.size();
      if (namesPublisher || isWrittenOut(passage.plain, begin, at, acronym)) {
        known_.insert(acronym);
      } else if (isCounted && !uses_.count(acronym) && isAcronym(passage, begin, acronym)) {
        const auto from = static_cast<uint32_t>(begin);
        uses_.insert({acronym, {context_.place(passage, from, from + static_cast<uint32_t>(acronym.size()))}});
      }
    }
  }

  void report() {
    for (const auto& [acronym, place] : uses_) {
      if (!known_.contains(acronym)) context_.report(rule::UnexplainedAcronym{}, Place(place).ofFramework(context_.model()), acronym).help(note::WriteAcronymOut);
    }
  }

private:
  /// Not a word in capitals for emphasis, nor part of a code (`ISO-IEC`, `X.Y`), nor a product's name, nor one that everybody knows.
  bool isAcronym(const Passage& passage, size_t begin, StringRef acronym) {
    prose::Lexicon* const lexicon = context_.lexica().find(passage.language);
    if (!lexicon || !lexicon->has(prose::ListId::CommonAcronyms)) return false;
    if (lexicon->holdsExactly(prose::ListId::CommonAcronyms, acronym)) return false;
    const size_t end = begin + acronym.size();
    const auto joins = [&](size_t at) { return at < passage.plain.size() && StringRef("-_./").contains(passage.plain[at]); };
    const bool isJoined = (begin > 0 && joins(begin - 1) && begin > 1 && isPartOfWord(passage.plain[begin - 2])) ||
                          (joins(end) && end + 1 < passage.plain.size() && isPartOfWord(passage.plain[end + 1]));
    if (isJoined || isExample(*lexicon, passage.plain.take_front(begin))) return false;
    if (lexicon->holdsExactly(prose::ListId::ProductNames, acronym)) return false;
    const prose::Word& word = lexicon->lookUp(acronym);
    return word.function == prose::FunctionWord::None && (!word.verb || isNamed(*lexicon, passage.plain, begin, end));
  }

  /// `the DASH form`: between an article and a thing stands no verb in capitals.
  static bool isNamed(prose::Lexicon& lexicon, StringRef text, size_t begin, size_t end) {
    const StringRef before = text.take_front(begin).rtrim();
    const size_t from = before.find_last_of(" \t\n(");
    const StringRef last = from == StringRef::npos ? before : before.drop_front(from + 1);
    if (last.empty() || before.size() == begin || !lexicon.lookUp(last).is(prose::FunctionWord::Determiner)) return false;
    const StringRef behind = text.substr(end);
    if (!behind.starts_with(" ")) return false;
    const StringRef next = behind.ltrim().take_while(isPartOfWord);
    return !next.empty() && llvm::isLower(next.front()) && lexicon.lookUp(next).is(prose::FunctionWord::None);
  }

  /// What stands before it opens a list of examples: the text stands without them.
  static bool isExample(const prose::Lexicon& lexicon, StringRef before) {
    const size_t stop = before.find_last_of(";)!?\n");
    if (stop != StringRef::npos) before = before.drop_front(stop + 1);
    for (const prose::Entry* it : lexicon.entries(prose::ListId::ExampleOpeners)) {
      const size_t at = before.rfind_insensitive(it->text);
      if (at == StringRef::npos || (at > 0 && isPartOfWord(before[at - 1]))) continue;
      const StringRef behind = before.drop_front(at + it->text.size());
      if (behind.empty() || isPartOfWord(behind.front())) continue;
      if (!behind.contains(". ")) return true;
    }
    return false;
  }

  Context& context_;
  const Declaration* owner_ = nullptr;  ///< Of the passage read last.
  llvm::StringSet<> known_;
  llvm::MapVector<StringRef, Span> uses_;
};

}  // namespace

void check(rule::UnexplainedAcronym, const Model& model, Context& context) {
  Acronyms acronyms(context);
  eachText(model, [&](const Passage& passage) { acronyms.read(passage); });
  acronyms.report();
}

}  // namespace cadre::lint
