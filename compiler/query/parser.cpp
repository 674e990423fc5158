#include "query/parser.h"

#include "diag/kinds/query.h"
#include "query/catalogue.h"
#include "query/habits.h"
#include "query/token.h"
#include "support/listing.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::query {

const char* spell(Op op) {
  switch (op) {
    case Op::Equal: return "=";
    case Op::Unequal: return "!=";
    case Op::Less: return "<";
    case Op::AtMost: return "<=";
    case Op::Greater: return ">";
    case Op::AtLeast: return ">=";
    case Op::Contains: return "contains";
    case Op::Matches: return "matches";
    case Op::In: return "in";
  }
  llvm_unreachable("every operator has a sign");
}

std::string Dotted::text() const {
  return llvm::join(llvm::map_range(parts, [](const Word& part) { return part.text; }), ".");
}

std::string Column::text() const { return isCount ? "count(" + path.text() + ")" : path.text(); }

namespace {

/// Parentheses, `not`s and quantifiers inside of each other.
constexpr unsigned deepest = 64;

/// What may stand behind the subject of `requires`: a level, else an importance.
constexpr const char* afterSubject[] = {"at", "essential", "desired", "optional"};

constexpr std::pair<StringRef, Op> signOps[] = {
    {"=", Op::Equal},   {"!=", Op::Unequal}, {"<", Op::Less},
    {"<=", Op::AtMost}, {">", Op::Greater},  {">=", Op::AtLeast},
};

class Parser {
public:
  Parser(std::vector<Token> tokens, Diagnostics* diagnostics)
      : tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

  /// Nothing after a report.
  std::optional<Query> run() {
    Query query;
    if (!takeSource(query)) return {};
    if (takeKeyword("where") && !takeWhere(query)) return {};
    if (!takeColumns(query)) return {};
    if (takeKeyword("sort") && !takeSort(query)) return {};
    if (takeKeyword("limit") && !takeLimit(query)) return {};
    if (isAtEnd()) return query;
    expect("the end of the query");
    return fail(), std::nullopt;
  }

  Hopes takeHopes() { return std::move(hopes_); }

private:
  // ---- Tokens

  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  [[nodiscard]] const Token& ahead() const {
    return tokens_[std::min(at_ + 1, tokens_.size() - 1)];
  }
  [[nodiscard]] bool isAtEnd() const { return now().kind == TokenKind::End; }
  const Token& take() { return tokens_[at_++]; }

  /// What could stand here, for the message.
  void expect(std::string name) {
    if (expectedAt_ != at_) expected_.clear();
    expectedAt_ = at_;
    if (!llvm::is_contained(expected_, name)) expected_.push_back(std::move(name));
  }
  /// The same, and for completion.
  void hope(Hope::Form form, std::string name, const Column& path = {}, const Dotted& prefix = {},
            bool isKind = false) {
    expect(std::move(name));
    if (isAtEnd()) hopes_.hopes.push_back({form, "", path, prefix, isKind});
  }
  void hopeWord(const char* word) {
    expect("`" + std::string(word) + "`");
    hopeSilently(word);
  }
  /// For completion alone.
  void hopeSilently(const char* word) {
    if (isAtEnd()) hopes_.hopes.push_back({Hope::Form::Keyword, word, {}, {}, false});
  }

  bool takeKeyword(const char* word) {
    hopeWord(word);
    if (!now().isWord(word)) return false;
    ++at_;
    return true;
  }
  bool takeSymbol(const char* symbol) {
    hopeWord(symbol);
    if (!now().isSymbol(symbol)) return false;
    ++at_;
    return true;
  }
  bool need(const char* symbol) { return takeSymbol(symbol) || fail(); }

  // ---- Faults

  [[nodiscard]] std::string found() const {
    const Token& token = now();
    switch (token.kind) {
      case TokenKind::End: return "the end of the query";
      case TokenKind::Text: return "a text";
      case TokenKind::Word:
      case TokenKind::Number:
      case TokenKind::Date:
      case TokenKind::Symbol:
      case TokenKind::Bad: return "`" + token.text + "`";
    }
    llvm_unreachable("every token is something");
  }

  [[nodiscard]] std::string hint() const {
    const bool isCondition = llvm::is_contained(expected_, "a condition");
    return hintFor(now(), isCondition);
  }

  /// Reports, once, that what stands here is not what could; always false.
  bool fail(std::string expected = {}, std::string help = {}) {
    if (!diagnostics_ || hasFailed_) return false;
    hasFailed_ = true;
    if (expected.empty()) expected = enumerated(expected_, "or");
    auto builder = diagnostics_->report(now().span, diag::QuerySyntax, expected, found());
    if (help.empty()) help = hint();
    if (!help.empty()) return builder.help(diag::QueryHint, help), false;
    std::vector<StringRef> words;
    for (const std::string& it : expected_) {
      if (it.front() == '`' && llvm::isAlpha(it[1]))
        words.push_back(StringRef(it).drop_front().drop_back());
    }
    if (now().kind == TokenKind::Word) builder.didYouMean(now().span, suggest(now().text, words));
    return false;
  }

  // ---- The parts of a query

  bool takeSource(Query& query) {
    hope(Hope::Form::Source, "what the query is about (`profile`, `competency`, …)");
    const bool hasMore = ahead().kind != TokenKind::End;
    if (now().isWord("all") && (hasMore || !diagnostics_)) {
      query.isAll = true;
      ++at_;
      hope(Hope::Form::Source, "what the query is about (`profile`, `competency`, …)");
    } else if (now().isWord("all")) {
      ++at_;
      return fail("what the query is about (`profile`, `competency`, …)");
    } else {
      hopeWord("all");
    }
    const Token token = now();
    if (token.kind != TokenKind::Word) {
      expected_ = {"what the query is about (`profile`, `competency`, …)"};
      return fail();
    }
    if (findSource(token.text)) {
      query.source = hopes_.source = {token.text, token.span};
      ++at_;
      return true;
    }
    if (diagnostics_) reportSource(token);
    return false;
  }

  void reportSource(const Token& token) {
    std::vector<StringRef> words;
    for (const SourceWord& it : sourceWords()) words.push_back(it.word);
    auto builder = diagnostics_->report(token.span, diag::UnknownSource, token.text);
    static constexpr StringRef verbs[] = {"select", "show", "list",  "find", "get",  "where",
                                          "count",  "from", "which", "who",  "what", "give"};
    std::vector<StringRef> near = suggest(token.text, words);
    // `competencies`, `families`: a plural changes more letters than a slip.
    const std::string lower = StringRef(token.text).lower();
    for (const StringRef word : words) {
      const std::string stem =
          word.ends_with("y") ? word.drop_back().str() + "ies" : word.str() + "s";
      if (lower == stem) near = {word};
    }
    if (llvm::is_contained(verbs, lower)) {
      builder.help(diag::QueryHint,
                   "a query begins with its source: `profile where grade = P3 select title`");
    } else if (!near.empty()) {
      builder.didYouMean(token.span, near);
    } else {
      builder.note(diag::SourcesAre, enumerated(llvm::ArrayRef<StringRef>(words), "or"));
    }
  }

  bool takeWhere(Query& query) {
    query.where = takeOr(0);
    return query.where != nullptr;
  }

  bool takeColumns(Query& query) {
    if (takeKeyword("select")) return takeList(query.select);
    if (!takeKeyword("count")) return true;
    query.isCount = hopes_.isCount = true;
    return !takeKeyword("by") || takeList(query.by);
  }

  bool takeList(std::vector<Column>& out) {
    do {
      std::optional<Column> column = takeColumn();
      if (!column) return false;
      out.push_back(std::move(*column));
    } while (takeSymbol(","));
    return true;
  }

  bool takeSort(Query& query) {
    if (!takeKeyword("by")) return fail();
    do {
      if (hopes_.isCount) hopeWord("count");
      std::optional<Column> column = takeColumn();
      if (!column) return false;
      query.sort.push_back({std::move(*column), takeKeyword("desc")});
    } while (takeSymbol(","));
    return true;
  }

  bool takeLimit(Query& query) {
    uint64_t limit = 0;
    expect("a number of rows");
    if (now().kind != TokenKind::Number || StringRef(now().text).getAsInteger(10, limit))
      return fail();
    query.limit = limit;
    ++at_;
    return true;
  }

  // ---- Fields

  std::optional<Column> takeColumn() {
    Column column;
    column.span = now().span;
    hope(Hope::Form::Field, "a field");
    if (now().isWord("count") && ahead().isSymbol("(")) {
      at_ += 2;
      column.isCount = true;
      hope(Hope::Form::Field, "a list");
    }
    if (!takeDotted(column.path, Hope::Form::Field)) return {};
    if (column.isCount && !need(")")) return {};
    column.span = column.span.to(tokens_[at_ - 1].span);
    return column;
  }

  /// Names with dots between them. `form`: what may follow a dot.
  bool takeDotted(Dotted& out, Hope::Form form, const Column& path = {}, bool isKind = false) {
    do {
      if (now().kind != TokenKind::Word) {
        if (!out.parts.empty()) expected_.clear();
        if (form == Hope::Form::Field) {
          Column so;
          so.path = out;
          hope(form, "a field", so);
        } else {
          hope(form, "a name", path, out, isKind);
        }
        return fail();
      }
      out.parts.push_back({now().text, now().span});
      ++at_;
    } while (takeDot());
    return true;
  }
  bool takeDot() {
    if (!now().isSymbol(".")) return false;
    ++at_;
    return true;
  }

  // ---- Conditions

  CondPtr takeOr(unsigned depth) { return takeChain(depth, CondKind::Or, "or"); }

  CondPtr takeChain(unsigned depth, CondKind kind, const char* word) {
    const auto next = [&] {
      return kind == CondKind::Or ? takeChain(depth, CondKind::And, "and") : takeNot(depth);
    };
    CondPtr first = next();
    if (!first) return nullptr;
    CondPtr chain;
    while (takeKeyword(word)) {
      CondPtr one = next();
      if (!one) return nullptr;
      if (!chain) {
        chain = std::make_unique<Cond>();
        chain->kind = kind;
        chain->span = first->span;
        chain->children.push_back(std::move(first));
      }
      chain->span = chain->span.to(one->span);
      chain->children.push_back(std::move(one));
    }
    return chain ? std::move(chain) : std::move(first);
  }

  /// A word that stands before what it is about, unless it is the name of a field that is compared.
  [[nodiscard]] bool isLead() const {
    const Token& next = ahead();
    if (next.kind == TokenKind::Word)
      return !isWordOperator(next.text) && next.text != "and" && next.text != "or";
    return next.kind == TokenKind::Symbol ? next.text == "(" : next.kind == TokenKind::End;
  }

  CondPtr takeNot(unsigned depth) {
    hopeSilently("not");
    if (!now().isWord("not") || !isLead()) return takePrimary(depth);
    if (depth >= deepest) return tooDeep();
    auto cond = std::make_unique<Cond>();
    cond->kind = CondKind::Not;
    cond->span = take().span;
    CondPtr inner = takeNot(depth + 1);
    if (!inner) return nullptr;
    cond->span = cond->span.to(inner->span);
    cond->children.push_back(std::move(inner));
    return cond;
  }

  CondPtr tooDeep() {
    fail("at most 64 conditions inside of each other");
    return nullptr;
  }

  CondPtr takePrimary(unsigned depth) {
    hope(Hope::Form::Field, "a condition");
    for (const char* word : {"requires", "any", "every", "no"}) hopeSilently(word);
    if (now().isSymbol("(")) return takeGroup(depth);
    if (now().kind != TokenKind::Word) return fail(), nullptr;
    if (now().isWord("requires") && (ahead().isSymbol("(") || ahead().kind == TokenKind::End))
      return takeRequires();
    if (now().isWord("requires") && ahead().kind == TokenKind::Word && isLead()) {
      ++at_;
      expected_.clear();
      return fail("`(`", "what is required stands in parentheses: `requires(" + now().text + ")`"),
             nullptr;
    }
    for (const auto& [word, kind] :
         {std::pair("any", CondKind::Any), std::pair("every", CondKind::Every),
          std::pair("no", CondKind::No)}) {
      if (now().isWord(word) && isLead()) return takeQuantified(kind, depth);
    }
    return takeTest();
  }

  CondPtr takeGroup(unsigned depth) {
    if (depth >= deepest) return tooDeep();
    const Span open = take().span;
    CondPtr inner = takeOr(depth + 1);
    if (!inner || !need(")")) return nullptr;
    inner->span = open.to(tokens_[at_ - 1].span);
    return inner;
  }

  CondPtr takeQuantified(CondKind kind, unsigned depth) {
    if (depth >= deepest) return tooDeep();
    auto cond = std::make_unique<Cond>();
    cond->kind = kind;
    const std::string word = now().text;
    cond->span = take().span;
    Column& column = cond->column;
    column.span = now().span;
    hope(Hope::Form::Field, "a list");
    if (!takeDotted(column.path, Hope::Form::Field)) return nullptr;
    column.span = column.path.span();
    if (!takeSymbol("(")) {
      fail("`(`", "the condition on the elements stands in parentheses: `" + word + " " +
                      column.path.text() + " (…)`");
      return nullptr;
    }
    hopes_.lists.push_back(column.path);
    CondPtr inner = takeOr(depth + 1);
    if (!inner || !need(")")) return nullptr;
    hopes_.lists.pop_back();
    cond->children.push_back(std::move(inner));
    cond->span = cond->span.to(tokens_[at_ - 1].span);
    return cond;
  }

  // ---- Tests

  CondPtr takeTest() {
    auto cond = std::make_unique<Cond>();
    std::optional<Column> column = takeColumn();
    if (!column) return nullptr;
    cond->column = std::move(*column);
    cond->span = cond->opSpan = cond->column.span;
    hope(Hope::Form::Operator, "a comparison", cond->column);
    const Token& token = now();
    const auto* sign =
        llvm::find_if(signOps, [&](const auto& it) { return token.isSymbol(it.first); });
    bool good = true;
    if (sign != std::end(signOps)) {
      good = takeComparison(*cond, sign->second);
    } else if (token.isWord("contains") || token.isWord("matches")) {
      good = takeComparison(*cond, token.text == "contains" ? Op::Contains : Op::Matches);
    } else if (token.isWord("in")) {
      good = takeIn(*cond);
    } else if (token.isWord("is")) {
      return takeMissing(std::move(cond));
    } else {
      cond->kind = CondKind::Has;
    }
    if (!good) return nullptr;
    cond->span = cond->span.to(tokens_[at_ - 1].span);
    return cond;
  }

  bool takeComparison(Cond& cond, Op op) {
    cond.kind = CondKind::Compare;
    cond.op = op;
    cond.opSpan = take().span;
    return takeOperand(cond);
  }

  bool takeIn(Cond& cond) {
    cond.kind = CondKind::Compare;
    cond.op = Op::In;
    cond.opSpan = take().span;
    hopeWord("(");
    if (!now().isSymbol("(")) return takeOperand(cond);
    ++at_;
    do {
      if (!takeOperand(cond)) return false;
    } while (takeSymbol(","));
    return need(")");
  }

  CondPtr takeMissing(CondPtr cond) {
    cond->kind = CondKind::Missing;
    cond->opSpan = take().span;
    const bool isNot = takeKeyword("not");
    if (!takeKeyword("missing"))
      return fail({}, "`is missing` asks whether there is no value; equality is `=`"), nullptr;
    cond->opSpan = cond->opSpan.to(tokens_[at_ - 1].span);
    cond->span = cond->span.to(cond->opSpan);
    if (!isNot) return cond;
    auto negated = std::make_unique<Cond>();
    negated->kind = CondKind::Not;
    negated->span = cond->span;
    negated->children.push_back(std::move(cond));
    return negated;
  }

  bool takeOperand(Cond& cond) {
    hope(Hope::Form::Value, "a value", cond.column);
    return takeValue(cond.operands.emplace_back(), Hope::Form::Value, cond.column);
  }

  bool takeValue(Operand& out, Hope::Form form, const Column& path, bool isKind = false) {
    const Token& token = now();
    out.span = token.span;
    out.text = token.text;
    switch (token.kind) {
      case TokenKind::Word:
        if (!takeDotted(out.name, form, path, isKind)) return false;
        out.span = out.name.span();
        return true;
      case TokenKind::Text: out.form = Operand::Form::Text; break;
      case TokenKind::Date: out.form = Operand::Form::Date; break;
      case TokenKind::Number:
        out.form = Operand::Form::Number;
        if (!llvm::to_float(token.text, out.number)) return fail();
        break;
      case TokenKind::Symbol:
      case TokenKind::Bad:
      case TokenKind::End: return fail();
    }
    ++at_;
    return true;
  }

  CondPtr takeRequires() {
    auto cond = std::make_unique<Cond>();
    cond->kind = CondKind::Requires;
    cond->span = cond->opSpan = take().span;
    if (!need("(")) return nullptr;
    hope(Hope::Form::Subject, "a competency or category");
    hopeWord("kind");
    Subject& subject = cond->subject;
    // Before these words stands the competency, whatever it is called.
    const bool isName = llvm::any_of(afterSubject, [&](const char* word) { return ahead().isWord(word); });
    if (now().isWord("kind") && ahead().kind != TokenKind::Symbol && !isName) {
      subject.isKind = true;
      ++at_;
      hope(Hope::Form::Subject, "a kind", {}, {}, true);
    }
    if (now().kind == TokenKind::Text) {
      return fail({}, "names stand without quotes; `any requirements (competency.id = \"" +
                          now().text + "\")` asks for an id"),
             nullptr;
    }
    if (!takeDotted(subject.name, Hope::Form::Subject, {}, subject.isKind)) return nullptr;
    if (takeKeyword("at") && !takeBound(*cond)) return nullptr;
    for (const char* word : ArrayRef(afterSubject).drop_front()) {
      if (cond->importance) break;
      if (takeKeyword(word)) cond->importance = Word{tokens_[at_ - 1].text, tokens_[at_ - 1].span};
    }
    if (!takeSymbol(")")) return fail({}, hintInRequires(*cond)), nullptr;
    cond->span = cond->span.to(tokens_[at_ - 1].span);
    return cond;
  }

  [[nodiscard]] std::string hintInRequires(const Cond& cond) const {
    const std::string name = cond.subject.name.text();
    const auto isSign = [&](const auto& it) { return now().isSymbol(it.first); };
    if (now().isSymbol(","))
      return "each is asked for by itself: `requires(" + name + ") and requires(…)`";
    if (llvm::any_of(signOps, isSign))
      return "`at` stands before a level: `requires(" + name + " at " + now().text + " …)`";
    return {};
  }

  bool takeBound(Cond& cond) {
    LevelBound& bound = cond.bound.emplace();
    for (const auto& [sign, op] : signOps) {
      if (op == Op::Unequal) continue;
      if (isAtEnd()) hopeWord(sign.data());
      if (!now().isSymbol(sign)) continue;
      ++at_;
      bound.op = op;
      Column so;
      if (!cond.subject.isKind) so.path = cond.subject.name;
      hope(Hope::Form::Level, "a level", so);
      return takeValue(bound.level, Hope::Form::Level, so);
    }
    const std::string level = now().kind == TokenKind::Word ? now().text : "LEVEL";
    return fail("`>=`, `=` or another sign", "`at >= " + level +
                                                 "` asks for that level or more, `at = " + level +
                                                 "` for that one alone");
  }

  std::vector<Token> tokens_;
  Diagnostics* diagnostics_;
  size_t at_ = 0;
  size_t expectedAt_ = SIZE_MAX;
  std::vector<std::string> expected_;
  Hopes hopes_;
  bool hasFailed_ = false;
};

}  // namespace

std::optional<Query> parse(const SourceManager& sources, FileId file, Diagnostics& diagnostics) {
  return Parser(tokenize(sources.text(file), file), &diagnostics).run();
}

Hopes parseForHopes(StringRef text) {
  Parser parser(tokenize(text, FileId()), nullptr);
  (void)parser.run();
  return parser.takeHopes();
}

}  // namespace cadre::query
