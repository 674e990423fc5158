// A small package for tests of queries, and how one is asked: takes a query, gives its rows, or
// what is wrong with it.
#pragma once

#include "query/names.h"
#include "query/query.h"
#include "session/session.h"

#include <fmt/format.h>

namespace cadre::query {

using Lines = std::vector<std::string>;

/// Two packages that hold one of everything a query may ask of.
inline constexpr const char* coreSource = R"(
framework town.core "Core" {
  version "1.0.0"
  language en
  scale Grade
}
scale Grade "Grade" { level One level Two level Three }
kind social "Social" like behavioural
attribute site "Site" on profile : one of North, South
competency Safety "Safety at work"
social competency Respect "Respect"
abstract profile Person "Person" { requires Safety at Two }
profile Visitor "Visitor" extends Person
)";

inline constexpr const char* townSource = R"(
framework town.works "Works" {
  version "2.1.0"
  language en
  translations fr
  scale Skill
}
use town.core as core
scale Skill "Skill" cumulative { level Basic level Good level Expert "Master" }
scale Points "Points" numeric 0..10
scale Marks "Marks" { level Low level High }
crosswalk ToGrade from Skill to core.Grade { Basic -> One Good -> Two Expert -> Three }
crosswalk ToSkill from Points to Skill { 2 -> Basic 5 -> Good }
kind craft "Craft" like technical
category Making "Making" { category Wood "Wood" }
category People "People"
family Trade "Trade" { family Roof "Roof" }
family Office "Office"
attribute grade "Grade" on profile : one of P1, P2 required
attribute centre "Cost centre" on profile : text matching "[0-9]{4}"
attribute hours "Hours" on profile : number 1..48
attribute remote "Remote" on profile : boolean
attribute approved "Approved" on profile, competency : date
attribute status-note "Note" on profile : text
knowledge K1 "Knowledge of timber."
task T1 "Builds roofs."

craft competency Joining "Joining wood" {
  in Making.Wood
  part of Building
  code "J-1"
  keywords "timber", "wood"
  since "1.0"
  reviewed 2026-03-01
  level Basic {
    - [J1] Saws boards.
    - [J2] Presses dowels by hand.
  }
  level Expert { - [J3] Designs joints. }
  knowledge K1
  tasks { - Build a frame. }
  credential Ticket
}
technical competency Building "Building" { in Making code "B" since "2.0" scale Skill }
behavioural competency Listening "Écoute active" { in People scale Marks }
general competency Counting "Counting" { scale Points }
leadership competency Honesty "Honesty" { scale none - Says what is so. }
general competency Unused "Unused" { status draft }
credential Ticket "Ticket" { issuer "Town" renews every 12 months }
resource Course "A course" { type course develops Joining to Basic }

every profile in Trade { requires core.Safety at Two weight 5 }
abstract profile Worker "Worker" { family Trade requires Building at Good desired grade P1 }
profile Joiner "Joiner" extends Worker {
  requires Joining at Expert weight 3 because "It is the trade."
  requires Listening at High optional
  tasks T1
  hours 40
  remote false
  centre "4711"
  approved 2026-01-15
  status-note "x"
}
profile Roofer "Roofer" extends Worker {
  family Trade.Roof
  grade P2
  requires Counting at 6
  requires Honesty
  credential Ticket
  remote true
}
profile Clerk "Clerk" { family Office grade P2 requires Counting at 2.5 optional }
path Career "Career" { Joiner -> Roofer }
translation fr {
  profile Joiner "Menuisier"
}
)";

class Town {
public:
  Town() {
    session::Input input;
    input.packages.resize(2);
    input.packages[0].sources.push_back(sources.add("town.cadre", townSource));
    input.packages[0].dependencies.emplace_back("town.core", 1);
    input.packages[1].sources.push_back(sources.add("core.cadre", coreSource));
    result_ = session::check(sources, input);
    for (const Diagnostic& it : result_.diagnostics.all()) {
      if (it.severity == Severity::Error) faults.push_back(it.message);
    }
  }

  [[nodiscard]] const model::Model& model() const { return *result_.model; }

  /// A line a row, cells joined by `|` and values by `,`; or a line an error: code, what is marked,
  /// message and first help.
  Lines ask(const std::string& text) { return ask(text, model()); }

  Lines ask(const std::string& text, const model::Model& model) {
    const FileId file = sources.add("<query>", text);
    Diagnostics diags;
    const std::optional<Query> written = parse(sources, file, diags);
    Lines out;
    if (written) {
      const View view(model, written->isAll);
      if (const auto found = answer(*written, view, diags)) {
        for (const auto& row : found->rows) out.push_back(line(view, *found, row));
      }
    }
    for (const Diagnostic* it : diags.sorted()) {
      std::string told =
          fmt::format("{} `{}` {}", it->code, sources.text(it->span).str(), it->message);
      // Help that only offers the names again is left out.
      if (!it->help.empty() && it->suggestions.empty()) told += " | " + it->help.front();
      for (const std::string& name : it->suggestions) told += " ? " + name;
      out.push_back(told);
    }
    return out;
  }

  SourceManager sources;
  Lines faults;

private:
  static std::string line(const View& view, const Answer& answer, const std::vector<Values>& row) {
    std::string out;
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += "|";
      for (const Value& value : row[i]) {
        if (&value != row[i].begin()) out += ",";
        out += text(view, answer.columns[i].type, value);
      }
    }
    return out;
  }

  static std::string text(const View& view, const FieldType& type, const Value& value) {
    if (type.type == Type::Row) return nameOf(view, value.row);
    if (type.type == Type::Number || type.type == Type::Boolean)
      return model::formatNumber(value.number);
    if (type.type != Type::Level) return value.text.str();
    if (value.level.value.number) return model::formatNumber(*value.level.value.number);
    return view.model[value.level.value.level].name.str();
  }

  session::Result result_;
};

/// What a town answers that is made once.
inline Lines ask(const std::string& text) {
  static Town one;
  return one.ask(text);
}

}  // namespace cadre::query
