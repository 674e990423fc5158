#include "lint/rule.h"

namespace cadre::lint {

void check(rule::StaleTranslation, const Model&, Context& context) {
  for (const translation::Text& text : context.translations()) {
    for (const translation::Version& version : text.versions) {
      if (version.state != translation::State::Stale) continue;
      auto builder = context.report(rule::StaleTranslation{},
                                    Place(version.span, text.declaration->span), version.language);
      builder.label(text.span, note::SourceNow).help(note::AcceptTranslation, version.language);
      if (version.isLeftOut) builder.note(note::LeftOutUntil);
    }
  }
}

}  // namespace cadre::lint
