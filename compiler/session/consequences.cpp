#include "session/consequences.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>

namespace cadre::session {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

namespace {

/// Where a line stands that a finding follows from.
enum class Where : uint8_t {
  Anywhere,
  Named,   ///< It says the name that the finding is about.
  Within,  ///< In the declaration that the finding is about.
};

/// Findings that something is missing, by what the line that lacks it may hold.
struct Consequence {
  StringRef code;
  TokenKind word;
  Where where = Where::Anywhere;
};
constexpr Consequence consequences[] = {
    {"E0204", TokenKind::Framework},
    {"E0305", TokenKind::Framework},
    {"E0305", TokenKind::Scale},
    {"E0306", TokenKind::Scale},
    {"E0307", TokenKind::Scale},
    {"E0308", TokenKind::Level, Where::Within},
    {"E0312", TokenKind::Scale},
    {"E0313", TokenKind::Arrow, Where::Within},
    {"E0314", TokenKind::Arrow, Where::Within},
    {"E0402", TokenKind::Lowers, Where::Named},
    {"E0403", TokenKind::Requires, Where::Named},
    {"E0404", TokenKind::Every, Where::Named},
    {"E0404", TokenKind::Extends, Where::Within},
    {"E0404", TokenKind::Profile, Where::Within},
    {"E0404", TokenKind::Requires, Where::Named},
    {"E0405", TokenKind::Every},
    {"E0405", TokenKind::Except},
    {"E0605", TokenKind::Attribute},
    {"E0706", TokenKind::Framework},
    {"E0706", TokenKind::Translations},
    {"E0708", TokenKind::Bullet},
    {"E0711", TokenKind::Bullet},
    {"E0712", TokenKind::Bullet},
};

/// Findings that a name stands for nothing, or not for what it should.
bool missesName(StringRef code) {
  constexpr StringRef codes[] = {"E0201", "E0203", "E0206", "E0302", "E0303", "E0601", "E0609",
                                 "E0603", "E0706", "E0707", "E0404", "E0406", "E0202"};
  return llvm::is_contained(codes, code);
}

/// Findings that a block lacks something, which stand at its first line.
bool missesPart(StringRef code) {
  constexpr StringRef codes[] = {"E0308", "E0313", "E0315", "E0605", "E0708"};
  return llvm::is_contained(codes, code);
}

class Lost {
public:
  Lost(const SourceManager& sources, llvm::ArrayRef<std::unique_ptr<syntax::File>> files,
       const Diagnostics& found)
      : sources_(sources) {
    for (const Diagnostic& finding : found.all()) {
      if (isStructural(finding)) noteFinding(files, finding);
      unread_ |= finding.code == "E0171" || finding.code == "E0172";
    }
    for (const auto& file : files) {
      if (file->faults.empty()) continue;
      files_[file->id.index()] = file.get();
      // Where it is known what was meant, the tree has it; but for a name that was made up.
      for (const syntax::Fault& fault : file->faults) {
        if (!fault.mended || (fault.nameless && declares(*file, fault))) noteLine(*file, fault);
      }
    }
  }

  [[nodiscard]] bool none() const { return files_.empty() && structural_.empty() && !unread_; }

  [[nodiscard]] bool explains(const Diagnostic& finding) const {
    if (finding.severity != Severity::Error || !finding.span.isValid()) {
      return finding.severity == Severity::Error && isMissed(finding);
    }
    if (const Diagnostic* first = structuralOnLine(finding)) return first != &finding;
    const auto file = files_.find(finding.span.file.index());
    if (file != files_.end() && isOnFault(*file->second, finding.span.begin)) return true;
    return isMissed(finding);
  }

private:
  /// A line that says nothing the language knows, though it can be read.
  static bool isStructural(const Diagnostic& finding) {
    constexpr StringRef codes[] = {"E0601", "E0501", "E0503"};
    return finding.span.isValid() &&
           llvm::is_contained(codes, StringRef(finding.code));
  }

  [[nodiscard]] std::pair<uint32_t, uint32_t> lineOf(Span span) const {
    // Of a line that is longer than any author's, a part will do.
    constexpr uint32_t most = 4096;
    const StringRef text = sources_.text(span.file);
    const uint32_t from = span.begin < most ? 0 : span.begin - most;
    const size_t before = text.slice(from, span.begin).rfind('\n');
    const auto begin = static_cast<uint32_t>(before == StringRef::npos ? from : from + before + 1);
    const StringRef rest = text.substr(span.begin, most);
    return {begin, span.begin + static_cast<uint32_t>(std::min(rest.find('\n'), rest.size()))};
  }

  void noteFinding(llvm::ArrayRef<std::unique_ptr<syntax::File>> files, const Diagnostic& finding) {
    // Enough to follow what one or a few mistakes lead to.
    constexpr size_t most = 1000;
    if (structural_.size() >= most) return;
    const auto [begin, end] = lineOf(finding.span);
    const Diagnostic*& first = structural_[{finding.span.file.index(), begin}];
    if (first && first->span.begin <= finding.span.begin) return;
    first = &finding;
    for (const auto& file : files) {
      if (file->id == finding.span.file) noteLine(*file, {begin, end, false, false});
    }
  }

  /// The finding that explains its line, where there is one.
  [[nodiscard]] const Diagnostic* structuralOnLine(const Diagnostic& finding) const {
    if (structural_.empty()) return nullptr;
    const auto first = structural_.find({finding.span.file.index(), lineOf(finding.span).first});
    if (first == structural_.end()) return nullptr;
    const auto file = files_.find(finding.span.file.index());
    if (file != files_.end() && isOnFault(*file->second, finding.span.begin)) return nullptr;
    // What stands in another block of the line is another matter.
    const auto [from, to] = std::minmax(first->second->span.begin, finding.span.begin);
    const StringRef between = sources_.text(finding.span.file).slice(from, to);
    return between.find_first_of("{}") == StringRef::npos ? first->second : nullptr;
  }

  /// The line begins with a word that declares, or gives a level.
  static bool declares(const syntax::File& file, const syntax::Fault& fault) {
    const auto isBefore = [&](const Token& token) { return token.begin < fault.begin; };
    const auto* first = llvm::partition_point(file.tokens, isBefore);
    if (first == file.tokens.end()) return false;
    // Deeper in, `scale` names one.
    if (first->kind == TokenKind::Scale) return first->begin == fault.begin;
    return first->kind == TokenKind::Level ||
            syntax::keywordClass(first->kind) == syntax::KeywordClass::Declares;
  }

  /// What a line that was not understood may have declared, and the words on it.
  void noteLine(const syntax::File& file, const syntax::Fault& fault) {
    const auto isBefore = [&](const Token& token) { return token.begin < fault.begin; };
    const StringRef text = sources_.text(file.id);
    const auto* token = llvm::partition_point(file.tokens, isBefore);
    const auto* first = token;
    if (fault.nameless) noteNameless(file, fault, first);
    for (; token != file.tokens.end() && token->begin <= fault.end; ++token) {
      if (token->kind == TokenKind::EndOfFile) break;
      words_.insert(static_cast<unsigned>(token->kind));
      if (token->kind == TokenKind::Ident && token->end - token->begin < 16) {
        const auto small = syntax::findKeyword(text.slice(token->begin, token->end).lower());
        if (small) words_.insert(static_cast<unsigned>(*small));
      }
      const auto role = syntax::keywordClass(first->kind);
      const bool isName = token->kind == TokenKind::Ident || syntax::isKeyword(token->kind);
      if (isName) mentioned_.insert(text.slice(token->begin, token->end));
      const bool declares = role == syntax::KeywordClass::Declares ||
                            first->kind == TokenKind::Ident || first->kind == TokenKind::String ||
                            first->kind == TokenKind::Number || first->kind == TokenKind::Bullet ||
                            role == syntax::KeywordClass::Joins;
      if (!declares) continue;
      const StringRef word = text.slice(token->begin, token->end);
      // Of `use acme.core`, no part but the last begins the names of others.
      if (first->kind == TokenKind::Use && token + 1 != file.tokens.end() &&
          token[1].kind == TokenKind::Dot)
        continue;
      StringRef name = isName ? word : StringRef();
      if (token->kind == TokenKind::Bullet) name = word.drop_front().trim();
      if (token->kind == TokenKind::String) name = word.trim("\"");
      // Of `A`, what stands behind its last dot is empty, and so is what `-` says.
      if (!name.empty()) names_.insert(name);
    }
  }

  /// A declaration without a name may be what is missed elsewhere: one that begins like its title.
  void noteNameless(const syntax::File& file, const syntax::Fault& fault, const Token* token) {
    const auto declares = [](TokenKind kind) {
      return syntax::keywordClass(kind) == syntax::KeywordClass::Declares;
    };
    const StringRef text = sources_.text(file.id);
    if (token == file.tokens.end() || !declares(token->kind)) return;
    if (token->kind == TokenKind::Use) {
      aliasless_ = true;
      return;
    }
    while (token != file.tokens.end() && declares(token->kind)) ++token;
    if (token == file.tokens.end() || token->begin > fault.end ||
        token->kind == TokenKind::LeftBrace) {
      nameless_ = true;
    } else if (token->kind == TokenKind::String) {
      const StringRef title = text.slice(token->begin, token->end).ltrim("\"");
      initials_ += llvm::toLower(title.empty() ? '"' : title.front());
    } else if (token->kind != TokenKind::Ident) {
      nameless_ = true;
    }
  }

  static bool isOnFault(const syntax::File& file, uint32_t place) {
    const auto* behind = llvm::partition_point(
        file.faults, [&](const syntax::Fault& fault) { return fault.begin <= place; });
    return behind != file.faults.begin() && place <= std::prev(behind)->end;
  }

  [[nodiscard]] bool isMissed(const Diagnostic& finding) const {
    const StringRef code = finding.code;
    const auto follows = [&](const Consequence& c) {
      if (c.code != code) return false;
      if (unread_ && c.where != Where::Within) return true;
      if (!words_.contains(static_cast<unsigned>(c.word))) return false;
      switch (c.where) {
        case Where::Anywhere: return true;
        case Where::Named: return isMentioned(finding);
        case Where::Within: return isInBrokenDeclaration(finding);
      }
      llvm_unreachable("every place has a case");
    };
    if (llvm::any_of(consequences, follows)) return true;
    if (missesPart(code) && holdsFault(finding)) return true;
    if (!missesName(code) || !finding.span.isValid()) return false;
    const StringRef name =
        sources_.text(finding.span.file).slice(finding.span.begin, finding.span.end);
    if (code == "E0206") return names_.contains(name);
    if (names_.contains(name) || names_.contains(name.rsplit('.').second) ||
        names_.contains(name.split('.').first))
      return true;
    if (aliasless_ && name.contains('.') && isOfUnknownPackage(finding, name)) return true;
    const bool like = !name.empty() && StringRef(initials_).contains(llvm::toLower(name.front()));
    return (nameless_ || unread_ || like) && isLost(finding);
  }

  /// A line that was not understood says the name at the finding.
  [[nodiscard]] bool isMentioned(const Diagnostic& finding) const {
    if (!finding.span.isValid()) return false;
    const StringRef name = sources_.text(finding.span);
    return mentioned_.contains(name) || mentioned_.contains(name.rsplit('.').second);
  }

  /// A line of the declaration around the finding was not understood. Declarations begin and end at
  /// the margin, as nearly all are written.
  [[nodiscard]] bool isInBrokenDeclaration(const Diagnostic& finding) const {
    if (!finding.span.isValid()) return false;
    const StringRef text = sources_.text(finding.span.file);
    size_t begin = finding.span.begin;
    const auto beginsDeclaration = [&](size_t at) {
      return (at == 0 || text[at - 1] == '\n') && at < text.size() && llvm::isAlpha(text[at]);
    };
    while (begin > 0 && !beginsDeclaration(begin)) --begin;
    return holdsFault(finding.span.file, begin);
  }

  /// A line of the block that begins at the finding was not understood.
  [[nodiscard]] bool holdsFault(const Diagnostic& finding) const {
    if (!finding.span.isValid()) return false;
    return holdsFault(finding.span.file, finding.span.begin + 1);
  }

  /// Behind the block that begins on the line of `begin`, at the latest at the next `}` at the
  /// margin; without a block, the end of the line.
  [[nodiscard]] static size_t endOfDeclaration(StringRef text, size_t begin) {
    const size_t margin = text.find("\n}", begin);
    size_t depth = 0;
    for (size_t at = begin; at < std::min(margin, text.size()); ++at) {
      if (text[at] == '\n' && depth == 0) return at;
      depth += text[at] == '{';
      if (text[at] == '}' && (depth == 0 || --depth == 0)) return at;
    }
    return margin;
  }

  /// A line of the declaration that begins on the line of `begin` was not understood.
  [[nodiscard]] bool holdsFault(FileId id, size_t begin) const {
    const size_t end = endOfDeclaration(sources_.text(id), begin);
    const auto isInside = [&](uint32_t place) { return place >= begin && place < end; };
    for (const auto& [place, first] : structural_) {
      if (place.first == id.index() && isInside(place.second)) return true;
    }
    const auto file = files_.find(id.index());
    return file != files_.end() &&
           llvm::any_of(file->second->faults,
                        [&](const syntax::Fault& fault) {
                          return !fault.mended && isInside(fault.begin);
                        });
  }

  /// Nothing that begins like it is known.
  static bool isOfUnknownPackage(const Diagnostic& finding, StringRef name) {
    const StringRef prefix = name.take_front(name.find('.') + 1);
    return finding.code == "E0201" &&
           llvm::none_of(finding.suggestions, [&](const std::string& suggestion) {
             return StringRef(suggestion).starts_with(prefix);
           });
  }

  /// Nothing else is called like it: it may be what a declaration without a name should be called.
  static bool isLost(const Diagnostic& finding) {
    return (finding.code == "E0201" || finding.code == "E0601") && finding.suggestions.empty();
  }

  const SourceManager& sources_;
  bool nameless_ = false;
  bool aliasless_ = false;  ///< Of a package that is used, it is not known how its names begin.
  std::string initials_;    ///< Small, of the titles of declarations without a name.
  bool unread_ = false;     ///< A whole file was not: it may hold anything.
  llvm::DenseMap<uint32_t, const syntax::File*> files_;
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, const Diagnostic*> structural_;
  llvm::StringSet<> names_;
  llvm::StringSet<> mentioned_;  ///< All names on the lines, whatever they do there.
  llvm::DenseSet<unsigned> words_;
};

}  // namespace

Diagnostics withoutConsequences(const SourceManager& sources,
                                llvm::ArrayRef<std::unique_ptr<syntax::File>> files,
                                Diagnostics&& found) {
  const Lost lost(sources, files, found);
  if (lost.none()) return std::move(found);
  std::vector<bool> explained;
  for (const Diagnostic& finding : found.all()) explained.push_back(lost.explains(finding));
  Diagnostics out;
  size_t next = 0;
  for (Diagnostic& finding : found.take()) {
    if (!explained[next++]) out.add(std::move(finding));
  }
  return out;
}

}  // namespace cadre::session
