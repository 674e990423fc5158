// Small packages, checked: takes source, gives a model in which things are found by name.
#pragma once

#include "ide/compare.h"
#include "ide/names.h"
#include "session/session.h"
#include "support/test.h"

#include <string>
#include <vector>

namespace cadre::ide {

/// A package that has no error, with a cumulative scale `S` of levels A to D as the default.
class Package {
public:
  explicit Package(const std::string& text) {
    input_.packages.emplace_back();
    const std::string head =
        "framework t.x \"T\" { version \"1.0.0\" status published language en scale S }\n"
        "scale S \"S\" cumulative { level A \"A\" level B \"B\" level C \"C\" level D \"D\" }\n";
    input_.packages.front().sources.push_back(sources_.add("x.cadre", head + text));
    result_ = session::check(sources_, input_);
    for (const Diagnostic* it : result_.diagnostics.sorted()) UNSCOPED_INFO(it->message);
    REQUIRE(!result_.diagnostics.hasErrors());
  }

  [[nodiscard]] const model::Model& model() const { return *result_.model; }
  [[nodiscard]] model::ProfileId profile(const std::string& name) const {
    const auto id = findProfile(model(), model::FrameworkId(0), name);
    REQUIRE(id.isValid());
    return id;
  }
  [[nodiscard]] Comparison compare(const std::string& from, const std::string& to) const {
    return ide::compare(model(), profile(from), profile(to));
  }

  /// `X new`, `Y +2`: a row each, in order.
  [[nodiscard]] std::vector<std::string> rows(const Comparison& comparison) const {
    std::vector<std::string> out;
    for (const CompetencyRow& it : comparison.competencies) {
      std::string row = model()[it.competency].name.str();
      if (it.counterpart) row += " for " + model()[it.counterpart].name.str();
      row += " " + word(it.change).str();
      if (it.distance != 0) row += " " + model::formatNumber(it.distance);
      out.push_back(row);
    }
    return out;
  }

  /// `X: B C`: the levels on the way to each competency.
  [[nodiscard]] std::vector<std::string> levels(const Comparison& comparison) const {
    std::vector<std::string> out;
    for (const Learning& it : comparison.learning) {
      std::string row = model()[comparison.competencies[it.row].competency].name.str() + ":";
      for (const LevelOnTheWay& level : it.levels)
        row += " " + (level.level.isNone() ? "-" : model().display(level.level));
      out.push_back(row);
    }
    return out;
  }

private:
  SourceManager sources_;
  session::Input input_;
  session::Result result_;
};

using Lines = std::vector<std::string>;

}  // namespace cadre::ide
