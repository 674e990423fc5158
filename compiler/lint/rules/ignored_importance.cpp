#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

using model::Importance;
using model::Origin;
using model::OriginKind;
using model::Requirement;

/// The word of the line that says the importance; the whole line where comments might say it too.
Span placeOfWord(const SourceManager& sources, const Origin& line) {
  const StringRef text = sources.text(line.span);
  if (text.contains("//")) return line.span;
  // A reason may hold the word, and stands behind it.
  const StringRef head = text.take_until([](char c) { return c == '"'; });
  const StringRef word = model::word(*line.importance);
  const size_t at = head.rfind(word);
  if (at == StringRef::npos) return line.span;
  const auto begin = static_cast<uint32_t>(line.span.begin + at);
  return {line.span.file, begin, static_cast<uint32_t>(begin + word.size())};
}

/// The word and the white space before it.
Span withSpace(const SourceManager& sources, Span line, Span word) {
  const StringRef before = sources.text({line.file, line.begin, word.begin});
  return {word.file, static_cast<uint32_t>(line.begin + before.rtrim().size()), word.end};
}

bool isRule(const Origin& origin) { return origin.kind == OriginKind::Rule; }

/// The competency as the line writes it, which may name a package.
StringRef nameIn(const SourceManager& sources, const Origin& line) {
  StringRef text = sources.text(line.span);
  text.consume_front("requires");
  return text.ltrim().take_until([](char c) { return llvm::isSpace(c); });
}

void report(const Requirement& requirement, const Origin& own, Context& context) {
  const Model& model = context.model();
  const Competency& competency = model[requirement.competency];
  const StringRef weaker = model::word(*own.importance);
  const auto isStronger = [&](const Origin& it) { return it.importance == requirement.importance; };
  const auto* const stronger = llvm::find_if(requirement.origins, isStronger);
  if (stronger == requirement.origins.end()) return;
  const auto bars = [&](const Origin& it) { return isRule(it) && it.importance.value_or(*own.importance) < *own.importance; };
  const auto reaches = [&](const Origin& it) { return &it != &own && model.rank(it.level) >= model.rank(own.level); };

  const Span word = placeOfWord(context.sources(), own);
  auto builder = context.report(rule::IgnoredImportance{}, Place(word, stronger->span).knownBy(competency.key.str()), weaker,
                                whoseLine(model, *stronger), quoted(competency), model::word(requirement.importance));
  builder.label(stronger->span, note::StrongerHere);
  if (llvm::any_of(requirement.origins, bars)) {
    builder.help(note::ExceptFromRule);
  } else if (llvm::any_of(requirement.origins, reaches)) {
    builder.help(note::SayLowers, nameIn(context.sources(), own), weaker);
  } else {
    builder.help(note::RaisesWeakensNot, whoseLine(model, *stronger));
  }
  if (word != own.span)
    offer(builder, fmt::format("leave out `{}`", weaker), Edit{withSpace(context.sources(), own.span, word), ""});
}

}  // namespace

void check(rule::IgnoredImportance, const Profile& profile, Context& context) {
  if (profile.status == model::Status::Retired) return;
  const model::ProfileId id = context.model().tables().profiles.idOf(profile);
  for (const Requirement& it : profile.requirements) {
    const auto isOwn = [&](const Origin& origin) { return origin.kind == OriginKind::Own && origin.profile == id; };
    const auto* const own = llvm::find_if(it.origins, isOwn);
    if (own != it.origins.end() && own->importance && *own->importance > it.importance) report(it, *own, context);
  }
}

}  // namespace cadre::lint
