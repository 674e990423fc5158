#include "lint/context.h"

#include "lint/locate.h"
#include "lint/wording.h"

namespace cadre::lint {

Context::Context(const model::Model& model, const SourceManager& sources, const Config& config, Lexica& lexica,
                 const translation::Locks* locks, StringRef today)
    : model_(model),
      sources_(sources),
      config_(config),
      lexica_(lexica),
      locks_(locks),
      today_(today),
      survey_(model, sources, lexica, std::make_shared<Kept>()) {}

Context::Context(const Context& like, Lexica& lexica, std::shared_ptr<Kept> kept)
    : model_(like.model_),
      sources_(like.sources_),
      config_(like.config_),
      lexica_(lexica),
      locks_(like.locks_),
      today_(like.today_),
      survey_(model_, sources_, lexica, std::move(kept)) {}

void Context::take(Context&& other) {
  if (other.survey_.kept() != survey_.kept()) survey_.takeKept(std::move(other.survey_));
  llvm::append_range(found_, std::move(other.found_));
  diagnostics_.append(std::move(other.diagnostics_));
}

Place Place::among(Span last, ArrayRef<Span> others) {
  Place out(last, others.front());
  out.others = others.vec();
  return out;
}

Place Place::knownBy(std::string what) && {
  subject = std::move(what);
  return std::move(*this);
}

Place Place::ofFramework(const model::Model& model) && {
  declaration = &model.framework();
  return std::move(*this);
}

ArrayRef<translation::Text> Context::translations() {
  if (!translations_) translations_ = translation::findTexts(model_, locks_ ? *locks_ : translation::Locks());
  return *translations_;
}

Span Context::place(const Passage& passage, uint32_t begin, uint32_t end) const {
  return placeIn(sources_, passage.span, passage.plain, begin, end);
}

std::optional<Edit> Context::edit(const Passage& passage, uint32_t begin, uint32_t end, StringRef replacement) const {
  const auto found = locate(sources_.text(passage.span), passage.plain, begin, end);
  if (!found || !found->isExact) return std::nullopt;
  const Span span = {passage.span.file, passage.span.begin + found->begin, passage.span.begin + found->end};
  return Edit{span, replacement.str()};
}

namespace {

/// What may go with a word that is dropped.
bool isLoose(prose::Mark mark) { return mark == prose::Mark::None || mark == prose::Mark::Comma; }

}  // namespace

std::optional<Edit> Context::replacing(const Passage& passage, uint32_t first, uint32_t last,
                                       StringRef replacement) const {
  const auto tokens = passage.tokens();
  const std::string words = tokens[first].isCapital && !tokens[first].isAllCaps ? capitalised(replacement) : replacement.str();
  return edit(passage, tokens[first].begin, tokens[last - 1].end, words);
}

std::optional<Edit> Context::dropping(const Passage& passage, uint32_t first, uint32_t last) const {
  const auto tokens = passage.tokens();
  const bool leads = first == 0 || tokens[first].before >= prose::Mark::Stop;
  const bool isLast = last == tokens.size() || tokens[last].before >= prose::Mark::Stop;
  const prose::Mark before = tokens[first].before;
  const prose::Mark after = isLast ? prose::Mark::Stop : tokens[last].before;
  // Up to the next word, which takes over what stood before. A comma goes with what it belonged to: an
  // introduction, or a part between two commas.
  const bool takesComma = after == prose::Mark::Comma && (leads || before != prose::Mark::None);
  if (after == prose::Mark::None || takesComma) {
    const uint32_t end = tokens[last].end;
    const StringRef next = passage.plain.slice(tokens[last].begin, end);
    return edit(passage, tokens[first].begin, end, leads && tokens[first].isCapital ? capitalised(next) : next.str());
  }
  // With the white space and comma before it. What else stands around it (brackets, quotes) may lose its
  // other half.
  if (leads || !isLoose(before)) return std::nullopt;
  return edit(passage, tokens[first - 1].end, tokens[last - 1].end, "");
}

DiagnosticBuilder& offer(DiagnosticBuilder&& builder, std::string title, std::optional<Edit> edit, bool safe) {
  return offer(builder, std::move(title), std::move(edit), safe);
}

DiagnosticBuilder& offer(DiagnosticBuilder& builder, std::string title, std::optional<Edit> edit, bool safe) {
  if (!edit) return builder;
  if (safe) return builder.safeFix(std::move(title), edit->span, std::move(edit->replacement));
  return builder.unsafeFix(std::move(title), edit->span, std::move(edit->replacement));
}

}  // namespace cadre::lint
