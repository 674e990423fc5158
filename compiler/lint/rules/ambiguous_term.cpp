#include "lint/competencies.h"
#include "lint/rule.h"
#include "lint/statements.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::lint {

namespace {

/// What a term is known by: case folded, its words in the singular where the language is known.
class Folder {
public:
  explicit Folder(prose::Lexicon* lexicon) : lexicon_(lexicon) {}
  StringRef fold(StringRef term) {
    out_.clear();
    if (!lexicon_) return foldInto(out_, term), out_;
    text_.read(term, *lexicon_);
    for (const prose::Token& token : text_.tokens()) {
      if (!out_.empty()) out_ += ' ';
      out_ += token.word->noun;
    }
    // Signs tell some terms apart, as `C` and `C++`.
    for (const char c : term) {
      if (StringRef("+#*&@").contains(c)) out_ += c;
    }
    return out_;
  }

private:
  prose::Lexicon* lexicon_;
  prose::Text text_;
  std::string out_;
};

bool replaces(const Competency& one, const Competency& other) { return llvm::is_contained(one.replaces, other.key); }

struct Bearers {
  const Competency* titled = nullptr;              ///< The first.
  llvm::SmallVector<const Competency*, 1> tagged;  ///< By a keyword.
};

}  // namespace

void check(rule::AmbiguousTerm, const Model& model, Context& context) {
  Folder folder(context.lexicon());
  llvm::StringMap<Bearers> terms;
  const auto tell = [&](const Competency& later, const Competency& earlier, StringRef term, StringRef what) {
    context.report(rule::AmbiguousTerm{}, Place(titlePlace(later, context), titlePlace(earlier, context)), term, what)
        .label(titlePlace(earlier, context), note::OtherBearer)
        .help(note::OneNameEach);
  };
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!isLive(it) || it.title.isEmpty()) continue;
    Bearers& bearers = terms[folder.fold(it.title.plain)];
    if (!bearers.titled) {
      bearers.titled = &it;
    } else if (!replaces(it, *bearers.titled) && !replaces(*bearers.titled, it)) {
      tell(it, *bearers.titled, it.title.plain, "is the title of two competencies");
    }
  }
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!isLive(it)) continue;
    for (const StringRef keyword : it.keywords) {
      const auto found = terms.find(folder.fold(keyword));
      if (found == terms.end()) continue;
      const Competency& titled = *found->second.titled;
      if (&titled == &it || replaces(it, titled) || replaces(titled, it)) continue;
      if (folder.fold(it.title.plain) == found->first()) continue;
      const bool isLater = titled.span.file == it.span.file ? titled.span.begin < it.span.begin : &titled < &it;
      tell(isLater ? it : titled, isLater ? titled : it, keyword,
           fmt::format("is a keyword of `{}` and the title of `{}`", it.name, titled.name));
    }
  }
}

}  // namespace cadre::lint
