#include "lint/competencies.h"

namespace cadre::lint {

namespace {

bool isOfCompetency(const Passage& passage) {
  return passage.ownerKind == model::DeclKind::Competency && !passage.level &&
         passage.owner->status != model::Status::Retired;
}

}  // namespace

bool isLabel(const Passage& passage) { return passage.is(Role::Title) && isOfCompetency(passage); }

bool isDefinition(const Passage& passage) { return passage.is(Role::About) && isOfCompetency(passage); }

Span wholeOf(const Passage& passage, const Context& context) {
  if (!passage.text || passage.tokens().empty()) return passage.span;
  return context.place(passage, passage.tokens().front().begin, passage.tokens().back().end);
}

Span titlePlace(const model::Declaration& declaration, const Context& context) {
  Span span = declaration.title.span;
  if (!span.isValid()) return declaration.span;
  if (context.sources().text(span).starts_with("\"") && span.end - span.begin > 2) {
    ++span.begin;
    --span.end;
  }
  return span;
}

}  // namespace cadre::lint
