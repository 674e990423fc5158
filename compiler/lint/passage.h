// A text of the framework where it stands: its role, the declaration that it belongs to, its words.
// What rules on prose are given, one at a time; it lives for that call.
#pragma once

#include "lint/reads.h"
#include "model/model.h"
#include "prose/text.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cadre::lint {

using llvm::ArrayRef;
using llvm::StringRef;

struct Passage {
  Role role = Role::About;
  const model::Declaration* owner = nullptr;       ///< Never null.
  model::DeclKind ownerKind = model::DeclKind::Framework;
  const model::Competency* competency = nullptr;   ///< The owner, where it is one.
  const model::CompetencyLevel* level = nullptr;   ///< The level whose text it is, of a competency.
  const model::Bullet* bullet = nullptr;           ///< Of bullets.
  const model::Text* source = nullptr;             ///< The text; of a translation, the one translated.
  StringRef language;                              ///< A BCP 47 tag.
  bool isTranslation = false;
  StringRef plain;
  Span span;                                       ///< As model::Text::span.
  /// Null where nothing is known of the language; else `text` is its words.
  prose::Lexicon* lexicon = nullptr;
  const prose::Text* text = nullptr;

  /// The sentences, tokens of `text`.
  [[nodiscard]] ArrayRef<prose::Token> tokens() const { return text->tokens(); }
  [[nodiscard]] bool is(Role one) const { return role == one; }
};

/// The lexica of a thread of a run, each opened when it is first asked for.
class Lexica {
public:
  Lexica() = default;
  /// Those of another thread, which must outlive it.
  explicit Lexica(Lexica& shared) : shared_(&shared) {}
  /// The lexicon of a language, or null.
  prose::Lexicon* find(StringRef language);

private:
  std::unique_ptr<prose::Lexicon> share(StringRef language);

  Lexica* shared_ = nullptr;
  std::mutex mutex_;  ///< For others that share these.
  std::vector<std::pair<std::string, std::unique_ptr<prose::Lexicon>>> opened_;
};

/// A part of a framework's declarations, by their places in all tables, one behind the other.
struct Stretch {
  size_t begin = 0;
  size_t end = SIZE_MAX;
};
/// At most `count` parts of about one size that make up the whole, in order.
[[nodiscard]] std::vector<Stretch> stretchesOf(const model::Model& model, size_t count);

/// Visits all texts of the framework that was compiled, in the order of the tables: titles, abouts,
/// bullets; each followed by its translations. What a profile inherits is visited where it is written.
void eachPassage(const model::Model& model, Lexica& lexica, llvm::function_ref<void(const Passage&)> visit);
/// The same of one of stretchesOf().
void eachPassage(const model::Model& model, Stretch stretch, Lexica& lexica,
                 llvm::function_ref<void(const Passage&)> visit);
/// The same of the texts that `wanted` takes, asked by role and language; the others are not read.
void eachPassage(const model::Model& model, Lexica& lexica, llvm::function_ref<bool(Role, StringRef)> wanted,
                 llvm::function_ref<void(const Passage&)> visit);

/// The same texts without their words, for what reads characters alone.
void eachText(const model::Model& model, llvm::function_ref<void(const Passage&)> visit);

}  // namespace cadre::lint
