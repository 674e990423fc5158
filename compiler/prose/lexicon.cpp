#include "prose/lexicon.h"

#include "prose/language.h"
#include "prose/scanner.h"
#include "support/unicode.h"

#include <libstemmer.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/bit.h>
#include <llvm/Support/xxhash.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>

namespace cadre::prose {
namespace {

const Language* const languageTable[] = {&english, &french};

constexpr StringRef fileNames[] = {
#define LIST(id, file) file ".txt",
#include "prose/lists.def"
};
constexpr size_t listCount = std::size(fileNames);
static_assert(listCount <= 64, "Lists is a set of 64 bits");

/// Of a word with several classes the one that it most often has. `to` is the only particle that
/// is not a preposition first.
constexpr FunctionWord byUse[] = {
    FunctionWord::Be,      FunctionWord::Have,        FunctionWord::Auxiliary,
    FunctionWord::Modal,   FunctionWord::Preposition, FunctionWord::Determiner,
    FunctionWord::Pronoun, FunctionWord::Conjunction, FunctionWord::Negation,
    FunctionWord::Adverb,  FunctionWord::Number,      FunctionWord::Particle};

FunctionWord mostUsual(StringRef form, uint16_t functions) {
  if (form == "to" && functions != 0) return FunctionWord::Particle;
  for (FunctionWord each : byUse) {
    if ((functions & (1U << static_cast<unsigned>(each))) != 0) return each;
  }
  return FunctionWord::None;
}

/// Longer than any word. Normalising takes the square of a run of combining marks.
constexpr size_t longestFolded = 1024;

/// Case folded, with one apostrophe and one hyphen, into `out`.
void fold(StringRef form, llvm::SmallVectorImpl<char>& out) {
  out.clear();
  if (form.size() > longestFolded || unicode::isAscii(form)) {
    for (char c : form) out.push_back(llvm::toLower(c));
    return;
  }
  std::string folded = unicode::foldCase(form);
  for (StringRef rest = folded; !rest.empty();) {
    if (rest.consume_front("’")) {
      out.push_back('\'');
    } else if (rest.consume_front("\u2011")) {
      out.push_back('-');
    } else if (!rest.consume_front("\u00ad")) {
      out.push_back(rest.front());
      rest = rest.drop_front();
    }
  }
}

Compare compareNamed(StringRef name) {
  if (name == "lemma") return Compare::Lemmas;
  if (name == "stem") return Compare::Stems;
  if (name == "case") return Compare::Case;
  return Compare::Words;
}

}  // namespace

StringRef word(Thinking thinking) {
  static constexpr StringRef names[] = {"",        "remember", "understand", "apply",
                                        "analyse", "evaluate", "create"};
  return names[static_cast<unsigned>(thinking)];
}

ArrayRef<const Entry*> Word::entriesOf(ListId list) const {
  if (!(lists | begins).contains(list)) return {};
  const auto* const first = llvm::partition_point(entries, [&](const Entry* it) { return it->list < list; });
  const auto* last = first;
  while (last != entries.end() && (*last)->list == list) ++last;
  return {first, last};
}

ArrayRef<const Entry*> Word::phrasesWith(uint32_t second) const {
  const auto* const first = llvm::partition_point(phrases, [&](const Entry* it) { return it->second < second; });
  const auto* last = first;
  while (last != phrases.end() && (*last)->second == second) ++last;
  return {first, last};
}

StringRef lemma(const Word& word) {
  if (word.function != FunctionWord::None && word.verb == nullptr) return word.form;
  return word.verb != nullptr ? word.verb->base : word.noun;
}

class Lexicon::Data {
public:
  explicit Data(const Language& language);
  ~Data() { sb_stemmer_delete(stemmer_); }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  const Word& find(StringRef form);
  [[nodiscard]] bool holdsExactly(ListId list, StringRef text) const;
  [[nodiscard]] std::vector<uint64_t> stemMarks() const;

  struct List {
    bool exists = false;
    Compare compare = Compare::Words;
    std::vector<const Entry*> entries;
  };
  const Language& language;
  Tables tables;
  List lists[listCount];

private:
  void readList(ListId id, StringRef file);
  void addEntry(ListId id, StringRef line);
  ArrayRef<StringRef> keysOf(StringRef text, Compare compare);
  void index();
  void collect(Compare compare, StringRef key, llvm::SmallVectorImpl<const Entry*>& found) const;
  Word* make(StringRef folded);
  const Word& findNumber(StringRef form);
  void readFunction(Word& word);
  void readLists(Word& word, Arena& arena) const;
  uint32_t nextStem() { return stemCount_.fetch_add(1, std::memory_order_relaxed); }
  StringRef stemOf(StringRef form);
  static uint64_t hash(Compare compare, StringRef key) {
    return llvm::xxh3_64bits(key) + static_cast<unsigned>(compare) * 0x9e3779b97f4a7c15U;
  }

  Arena arena_;
  sb_stemmer* stemmer_;
  mutable std::mutex mutex_;  ///< Guards what follows: words are made as they are met.
  llvm::StringMap<Word*> seen_;    ///< By the form as it is written.
  llvm::StringMap<Word*> folded_;  ///< By the form without case.
  llvm::StringMap<uint32_t> stems_;
  std::atomic<uint32_t> stemCount_ = 0;  ///< Of stems and numbers.
  mutable std::vector<uint64_t> marks_;  ///< As they were asked for last.
  llvm::StringMap<uint32_t> seconds_;  ///< Second keys, numbered from 1.
  llvm::SmallString<64> buffer_;
  /// Numbers, apart from words, so that threads seldom wait for each other.
  struct Numbers {
    mutable std::mutex mutex;
    llvm::StringMap<Word*> words;
    Arena arena;
  };
  static constexpr size_t numberShards = 16;
  Numbers numbers_[numberShards];
  // Entries by the hash of their first key, in chains.
  struct Row {
    const Entry* entry;
    Compare compare;
    uint32_t next;
  };
  std::vector<Row> rows_;
  std::vector<uint32_t> heads_;
  bool knowsNumbers_[4] = {};  ///< By Compare: whether an entry begins with a digit.
};

Lexicon::Data::Data(const Language& of)
    : language(of),
      tables(of.find("verbs.tsv"), of.find("irregular.tsv"), of.find("function-words.tsv")),
      stemmer_(sb_stemmer_new(of.stemmer, "UTF_8")) {
  assert(stemmer_ != nullptr && "libstemmer has the language");
  rows_.reserve(4096);
  for (size_t i = 0; i != listCount; ++i) {
    StringRef file = language.find((fileNames[i]).str());
    if (file.data() != nullptr) readList(static_cast<ListId>(i), file);
  }
  index();
}

void Lexicon::Data::readList(ListId id, StringRef file) {
  List& list = lists[static_cast<size_t>(id)];
  list.exists = true;
  while (!file.empty()) {
    auto [line, rest] = file.split('\n');
    file = rest;
    line = line.trim();
    if (line.consume_front("#! match ")) {
      list.compare = compareNamed(line.trim());
    } else if (!line.empty() && !line.starts_with("#")) {
      addEntry(id, line);
    }
  }
}

void Lexicon::Data::addEntry(ListId id, StringRef line) {
  List& list = lists[static_cast<size_t>(id)];
  Entry entry;
  entry.list = id;
  size_t note = line.find(" :");
  if (note != StringRef::npos && line.substr(note + 2).starts_with(" ")) {
    entry.note = line.drop_front(note + 3).trim();
    line = line.take_front(note);
  }
  size_t arrow = line.find("->");
  if (arrow != StringRef::npos) {
    entry.hasInstead = true;
    llvm::SmallVector<StringRef, 4> some;
    line.drop_front(arrow + 2).split(some, '|', -1, false);
    for (StringRef& each : some) each = each.trim();
    llvm::erase_if(some, [](StringRef each) { return each.empty(); });
    entry.instead = arena_.copyOf(some);
    line = line.take_front(arrow);
  }
  entry.text = line.trim();
  entry.keys = keysOf(entry.text, list.compare);
  entry.gap = static_cast<uint16_t>(llvm::find(entry.keys, gapKey) - entry.keys.begin());
  entry.hasComma = entry.text.contains(',');
  if (entry.keys.size() > 1 && entry.keys[1] != gapKey && list.compare != Compare::Case) {
    const auto next = static_cast<uint32_t>(seconds_.size() + 1);
    entry.second = seconds_.try_emplace(entry.keys[1], next).first->second;
  }
  if (!entry.keys.empty()) list.entries.push_back(arena_.make<Entry>(entry));
}

ArrayRef<StringRef> Lexicon::Data::keysOf(StringRef text, Compare compare) {
  llvm::SmallVector<StringRef, 8> keys;
  bool isPlain = compare <= Compare::Lemmas &&
                 llvm::all_of(text, [](char c) { return llvm::isLower(c) || c == ' '; });
  if (isPlain) {
    text.split(keys, ' ', -1, false);
    return arena_.copyOf(keys);
  }
  const auto [head, tail] = text.split(gapKey);
  if (head.size() != text.size()) {
    llvm::append_range(keys, keysOf(head, compare));
    keys.push_back(gapKey);
    llvm::append_range(keys, keysOf(tail, compare));
    return arena_.copyOf(keys);
  }
  Scanner scanner(text, language.elides);
  Piece piece;
  while (scanner.next(piece)) {
    StringRef form = text.slice(piece.begin, piece.end);
    if (compare != Compare::Case && !llvm::all_of(form, [](char c) { return llvm::isLower(c); })) {
      fold(form, buffer_);
      form = arena_.copy(buffer_);
    }
    keys.push_back(compare == Compare::Stems ? stemOf(form) : form);
  }
  return arena_.copyOf(keys);
}

/// By `xxh3` of the first key, as its list compares it; lists by case are found by the folded one.
void Lexicon::Data::index() {
  size_t count = 0;
  for (const List& list : lists) count += list.entries.size();
  heads_.assign(llvm::bit_ceil(count * 2 + 1), 0);
  for (const List& list : lists) {
    for (const Entry* entry : list.entries) {
      StringRef key = entry->keys.front();
      if (list.compare == Compare::Case) {
        fold(key, buffer_);
        key = buffer_;
      }
      if (llvm::isDigit(key.front())) knowsNumbers_[static_cast<size_t>(list.compare)] = true;
      uint32_t& head = heads_[hash(list.compare, key) & (heads_.size() - 1)];
      rows_.push_back({entry, list.compare, head});
      head = static_cast<uint32_t>(rows_.size());
    }
  }
}

void Lexicon::Data::collect(Compare compare, StringRef key,
                            llvm::SmallVectorImpl<const Entry*>& found) const {
  for (uint32_t at = heads_[hash(compare, key) & (heads_.size() - 1)]; at != 0;) {
    const Row& row = rows_[at - 1];
    StringRef first = row.entry->keys.front();
    bool same = compare == Compare::Case ? first.equals_insensitive(key) : first == key;
    if (row.compare == compare && same && !llvm::is_contained(found, row.entry))
      found.push_back(row.entry);
    at = row.next;
  }
}

const Word& Lexicon::Data::find(StringRef form) {
  if (llvm::all_of(form, llvm::isDigit)) return findNumber(form);
  const std::scoped_lock lock(mutex_);
  Word*& known = seen_[form];
  if (known != nullptr) return *known;
  fold(form, buffer_);
  auto [place, isNew] = folded_.try_emplace(buffer_, nullptr);
  if (isNew) place->second = make(place->first());
  known = place->second;
  return *known;
}

/// A number says nothing but itself: there may be as many as there are texts.
const Word& Lexicon::Data::findNumber(StringRef form) {
  Numbers& numbers = numbers_[llvm::xxh3_64bits(form) % numberShards];
  const std::scoped_lock lock(numbers.mutex);
  Word*& known = numbers.words[form];
  if (known != nullptr) return *known;
  known = numbers.arena.make<Word>();
  known->form = known->stem = known->noun = numbers.arena.copy(form);
  known->isNumber = true;
  known->stemId = nextStem();
  readLists(*known, numbers.arena);
  return *known;
}

Word* Lexicon::Data::make(StringRef form) {
  Word* made = arena_.make<Word>();
  made->form = form;
  made->isNumber = llvm::any_of(form, [](char c) { return llvm::isDigit(c); });
  StringRef own = form;
  bool possesses = !language.elides && own.consume_back("'s") && !own.empty();
  made->stem = made->isNumber ? form : stemOf(own);
  const auto [stem, isNewStem] = stems_.try_emplace(made->stem, 0);
  if (isNewStem) stem->second = nextStem();
  made->stemId = stem->second;
  made->noun = own;
  readFunction(*made);
  // `can` and `will` have no forms; `peut` is one of pouvoir.
  bool carriesGrammar = (made->is(FunctionWord::Modal) && !language.modalsInflect) ||
                        made->is(FunctionWord::Pronoun);
  if (!made->isNumber && !possesses && !carriesGrammar && form != "&") {
    VerbReading reading = language.readVerb(tables, form);
    made->verb = reading.verb;
    made->verbForms = reading.forms;
  }
  if (!made->isNumber) {
    std::string noun = language.singular(tables, own);
    if (noun != own) made->noun = arena_.copy(noun);
  }
  readLists(*made, arena_);
  return made;
}

/// Contractions are what they contract: `don't` is `do`, `it's` a pronoun.
void Lexicon::Data::readFunction(Word& word) {
  auto bit = [](FunctionWord one) {
    return static_cast<uint16_t>(1U << static_cast<unsigned>(one));
  };
  StringRef form = word.form;
  word.functions = form == "&" ? bit(FunctionWord::Conjunction) : tables.functionsOf(form);
  if (word.functions == 0 && form.contains('\'') && !language.elides) {
    auto [head, tail] = form.split('\'');
    if (form.ends_with("n't")) {
      StringRef verb = form == "can't" ? "can" : form == "won't" ? "will" : form.drop_back(3);
      word.functions = tables.functionsOf(verb);
    } else if (tables.functionsOf(head) != 0 || tail == "re" || tail == "ll") {
      word.functions = bit(FunctionWord::Pronoun);
    }
  }
  word.function = mostUsual(form, word.functions);
}

void Lexicon::Data::readLists(Word& word, Arena& arena) const {
  llvm::SmallVector<const Entry*, 8> found;
  const auto look = [&](Compare compare, StringRef key) {
    const bool isDigit = llvm::isDigit(key.front());
    if (!isDigit || knowsNumbers_[static_cast<size_t>(compare)]) collect(compare, key, found);
  };
  look(Compare::Words, word.form);
  look(Compare::Stems, word.stem);
  look(Compare::Case, word.form);
  look(Compare::Lemmas, word.form);
  if (word.verb != nullptr) collect(Compare::Lemmas, word.verb->base, found);
  if (word.noun != word.form) collect(Compare::Lemmas, word.noun, found);
  llvm::sort(found, [](const Entry* a, const Entry* b) {
    if (a->list != b->list) return a->list < b->list;
    return a->keys.size() != b->keys.size() ? a->keys.size() > b->keys.size() : a->text < b->text;
  });
  word.entries = arena.copyOf(found);
  llvm::erase_if(found, [&](const Entry* entry) {
    const bool isByCase = lists[static_cast<size_t>(entry->list)].compare == Compare::Case;
    const bool isPhrase = entry->keys.size() > 1 || isByCase;
    (isPhrase ? word.begins : word.lists) |= entry->list;
    return !isPhrase;
  });
  llvm::stable_sort(found, [](const Entry* a, const Entry* b) { return a->second < b->second; });
  word.phrases = arena.copyOf(found);
  // What may go on with anything goes on with all bits.
  for (const Entry* entry : found)
    word.secondsMask |= entry->second == 0 ? ~uint64_t{0} : uint64_t{1} << (entry->second % 64);
  uint32_t* last = word.asSecond;
  for (const StringRef key : {word.form, word.stem, word.verb == nullptr ? StringRef() : word.verb->base, word.noun}) {
    const uint32_t second = key.empty() ? 0 : seconds_.lookup(key);
    if (second == 0 || std::find(word.asSecond, last, second) != last) continue;
    *last++ = second;
    word.asSecondMask |= uint64_t{1} << (second % 64);
  }
}

std::vector<uint64_t> Lexicon::Data::stemMarks() const {
  const std::scoped_lock all(mutex_);
  if (marks_.size() == stemCount_) return marks_;
  std::vector<uint64_t> out(stemCount_);
  for (const auto& stem : stems_) out[stem.second] = llvm::xxh3_64bits(stem.first());
  for (const Numbers& numbers : numbers_) {
    const std::scoped_lock lock(numbers.mutex);
    for (const auto& number : numbers.words) {
      // Another thread may have met more of them meanwhile.
      const uint32_t id = number.second->stemId;
      if (id < out.size()) out[id] = llvm::xxh3_64bits(number.first());
    }
  }
  return marks_ = std::move(out);
}

StringRef Lexicon::Data::stemOf(StringRef form) {
  const sb_symbol* stem = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(form.data()),
                                          static_cast<int>(form.size()));
  if (stem == nullptr) return form;
  StringRef found(reinterpret_cast<const char*>(stem),
                  static_cast<size_t>(sb_stemmer_length(stemmer_)));
  return found == form ? form : arena_.copy(found);
}

bool Lexicon::Data::holdsExactly(ListId list, StringRef text) const {
  auto holds = [&](const Entry* entry) { return entry->list == list && entry->text == text; };
  llvm::SmallVector<const Entry*, 4> found;
  llvm::SmallString<32> folded;
  fold(text, folded);
  collect(lists[static_cast<size_t>(list)].compare, folded, found);
  return llvm::any_of(found, holds) ||
         (text.find_first_of(" /-") != StringRef::npos &&
          llvm::any_of(lists[static_cast<size_t>(list)].entries, holds));
}

std::unique_ptr<Lexicon> Lexicon::open(StringRef languageTag) {
  std::string wanted = languageTag.take_until([](char c) { return c == '-' || c == '_'; }).lower();
  for (const Language* each : languageTable) {
    if (each->tag == wanted)
      return std::unique_ptr<Lexicon>(new Lexicon(std::make_shared<Data>(*each)));
  }
  return nullptr;
}

ArrayRef<StringRef> Lexicon::languages() {
  static constexpr StringRef tags[] = {"en", "fr"};
  static_assert(std::size(tags) == std::size(languageTable), "a tag each");
  return tags;
}

Lexicon::Lexicon(std::shared_ptr<Data> data) : data_(std::move(data)) {}
std::unique_ptr<Lexicon> Lexicon::share() const { return std::unique_ptr<Lexicon>(new Lexicon(data_)); }
Lexicon::~Lexicon() = default;

StringRef Lexicon::language() const { return data_->language.tag; }
bool Lexicon::has(ListId list) const { return data_->lists[static_cast<size_t>(list)].exists; }
Lists Lexicon::lists() const {
  Lists out;
#define LIST(id, ...) \
  if (has(ListId::id)) out |= ListId::id;
#include "prose/lists.def"
  return out;
}

bool Lexicon::hasVerbs() const { return data_->tables.hasVerbs(); }
const Word& Lexicon::lookUp(StringRef form) {
  // Numbers are seldom met again.
  if (form.size() > sizeof(Recent::bytes) || llvm::isDigit(form.front())) return data_->find(form);
  Recent wanted;
  wanted.size = form.size();
  // Two loads that may overlap; with the size they tell all bytes.
  const auto load = [&](auto part) {
    auto last = part;
    std::memcpy(&part, form.data(), sizeof part);
    std::memcpy(&last, form.data() + form.size() - sizeof last, sizeof last);
    wanted.bytes[0] = part;
    wanted.bytes[1] = last;
  };
  if (form.size() >= sizeof(uint64_t)) {
    load(uint64_t{});
  } else if (form.size() >= sizeof(uint32_t)) {
    load(uint32_t{});
  } else if (form.size() >= sizeof(uint16_t)) {
    load(uint16_t{});
  } else {
    load(uint8_t{});
  }
  const uint64_t mixed =
      (wanted.bytes[0] ^ (wanted.bytes[1] * 0x9E3779B97F4A7C15U) ^ wanted.size) * 0xD6E8FEB86659FD93U;
  Recent& place = recent_[mixed >> (64 - recentBits)];
  const bool isSame = place.bytes[0] == wanted.bytes[0] && place.bytes[1] == wanted.bytes[1] && place.size == wanted.size;
  if (!isSame) {
    wanted.word = &data_->find(form);
    place = wanted;
  }
  return *place.word;
}
bool Lexicon::holdsExactly(ListId list, StringRef text) const {
  return data_->holdsExactly(list, text);
}
std::vector<uint64_t> Lexicon::stemMarks() const { return data_->stemMarks(); }
ArrayRef<const Entry*> Lexicon::entries(ListId list) const {
  return data_->lists[static_cast<size_t>(list)].entries;
}
unsigned Lexicon::syllables(const Word& word) const {
  return word.isNumber ? 1 : data_->language.syllables(word.form);
}
std::optional<std::string> Lexicon::inflect(const Verb& verb, VerbForm form) const {
  return data_->language.inflect(data_->tables, verb, form);
}
bool Lexicon::isAbbreviation(StringRef form) const { return data_->language.isAbbreviation(form); }
bool Lexicon::elides() const { return data_->language.elides; }
Compare Lexicon::compareOf(ListId list) const {
  return data_->lists[static_cast<size_t>(list)].compare;
}

}  // namespace cadre::prose
