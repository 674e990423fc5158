#include "emit/json/records.h"
#include "emit/json/write_declaration.h"

namespace cadre::emit::json {

using model::Level;
using model::Scale;
using model::ScaleKind;

namespace {

void writeScaleLevel(const Context& to, const Level& level) {
  const model::FrameworkId home = to.model[level.scale].framework;
  to.out.string("id", level.name);
  writeTitle(to, level.title, level.name);
  writeText(to, aboutMembers, level.about);
  to.out.number("ordinal", level.ordinal);
  writeBullets(to, home, "descriptors", level.descriptors);
  writeTranslations(to, home, {{titleMembers, level.title}, {aboutMembers, level.about}});
}

}  // namespace

void writeRecord(const Context& to, const Scale& scale) {
  writeIdentity(to, scale);
  to.out.string("kind", scale.kind == ScaleKind::Numeric ? "numeric" : "ordinal");
  writeTitle(to, scale.title, scale.name);
  writeDescription(to, scale);
  to.out.flagIfTrue("cumulative", scale.cumulative);
  to.out.array("levels", [&] {
    for (const model::LevelId id : scale.levels)
      to.out.object([&] { writeScaleLevel(to, to.model[id]); });
  });
  if (scale.kind == ScaleKind::Numeric) {
    to.out.number("minimum", scale.low);
    to.out.number("maximum", scale.high);
  }
  writeTail(to, scale, word(model::DeclKind::Scale));
}

}  // namespace cadre::emit::json
