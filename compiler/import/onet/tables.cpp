#include "import/onet/tables.h"

#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/foreign/table.h"
#include "import/onet/ratings.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <array>

namespace cadre::import::onet {

using foreign::counted;
using foreign::Table;
using foreign::TextUse;

namespace {

/// `2.A.1.a`: up to eight parts of letters and digits.
bool isElementId(StringRef id) {
  llvm::SmallVector<StringRef> parts;
  id.split(parts, '.');
  return parts.size() <= 8 && llvm::all_of(parts, [](StringRef part) {
           return !part.empty() && llvm::all_of(part, llvm::isAlnum);
         });
}

/// `11-1011.00`
bool isSocCode(StringRef code) {
  constexpr StringRef shape = "00-0000.00";
  if (code.size() != shape.size()) return false;
  return llvm::all_of(llvm::zip_equal(code, shape), [](const auto& pair) {
    const auto [c, expected] = pair;
    return expected == '0' ? llvm::isDigit(c) : c == expected;
  });
}

bool isTaskId(StringRef id) {
  return !id.empty() && id.size() <= 40 && llvm::all_of(id, llvm::isAlnum);
}

/// What identifies the records of one table: each code has its shape and stands once.
class Codes {
public:
  Codes(StringRef what, StringRef likeThis, bool (*isOne)(StringRef))
      : what_(what), likeThis_(likeThis), isOne_(isOne) {}

  /// Whether the cell is a code and a new one. If not, that was reported.
  bool check(Table& table, size_t column) {
    const StringRef code = table.cell(column);
    if (!isOne_(code)) {
      table.diagnostics().report(table.span(column), diag::ImportBadCode, code, likeThis_);
      return false;
    }
    const auto [entry, added] = seen_.try_emplace(code, table.span(column));
    if (!added) {
      table.diagnostics()
          .report(table.span(column), diag::ImportTwice, what_, code)
          .label(entry->second, diag::ImportFirstHere);
    }
    return added;
  }

private:
  StringRef what_;
  StringRef likeThis_;
  bool (*isOne_)(StringRef);
  llvm::DenseMap<StringRef, Span> seen_;
};

class Reader {
public:
  Reader(const Input& input, StringRef minImportance, Summary& summary, Diagnostics& diagnostics)
      : input_(input),
        minImportance_(minImportance),
        summary_(summary),
        diagnostics_(diagnostics) {}

  std::optional<Tables> read() {
    const bool complete = findFiles();
    if (!complete) return std::nullopt;
    readScales();
    readElements();
    readOccupations();
    if (diagnostics_.hasErrors()) return std::nullopt;
    readRatings();
    readAnchors();
    readTasks();
    return std::move(tables_);
  }

private:
  static constexpr std::array required = {scalesFile, elementsFile,  anchorsFile, occupationsFile,
                                          skillsFile, knowledgeFile, tasksFile};

  const InputFile* find(StringRef name) const {
    const auto found =
        llvm::find_if(input_.files, [&](const InputFile& file) { return file.name == name; });
    return found == input_.files.end() ? nullptr : &*found;
  }

  bool findFiles() {
    bool complete = true;
    for (const StringRef name : required) {
      if (find(name)) continue;
      diagnostics_.report({}, diag::ImportFileMissing, name, "onet");
      complete = false;
    }
    return complete;
  }

  Table open(StringRef name, llvm::ArrayRef<StringRef> columns) {
    return {*find(name), columns, diagnostics_};
  }

  void readScales() {
    static constexpr StringRef columns[] = {"Scale ID", "Scale Name", "Minimum", "Maximum"};
    Table table = open(scalesFile, columns);
    const size_t errors = diagnostics_.count(Severity::Error);
    Codes ids("scale", "the id of a scale such as `IM`", isTaskId);
    while (table.next()) {
      if (!ids.check(table, 0)) continue;
      Scale* scale = table.cell(0) == "IM" ? &tables_.importance : &tables_.level;
      if (table.cell(0) != "IM" && table.cell(0) != "LV") {
        table.leaveOut("of other scales");
        continue;
      }
      readScale(table, *scale);
    }
    for (const auto& [scale, id] :
         {std::pair(&tables_.importance, "IM"), std::pair(&tables_.level, "LV")}) {
      const bool intact = diagnostics_.count(Severity::Error) == errors;
      if (scale->id.empty() && intact)
        diagnostics_.report({}, diag::ImportScaleMissing, scalesFile, id);
    }
    table.finish(summary_);
  }

  void readScale(Table& table, Scale& scale) {
    const auto low = table.number(2);
    const auto high = table.number(3);
    scale = {.id = table.cell(0),
             .title = table.text(1),
             .low = table.cell(2),
             .high = table.cell(3),
             .lowValue = low.value_or(0),
             .highValue = high.value_or(0)};
    if (low && high && *low >= *high) {
      diagnostics_.report(table.span(2).to(table.span(3)), diag::ImportEmptyRange, scale.id,
                          scale.low, scale.high);
    }
  }

  void readElements() {
    static constexpr StringRef columns[] = {"Element ID", "Element Name", "Description"};
    Table table = open(elementsFile, columns);
    Codes ids("element", "an element id such as `2.A.1.a`", isElementId);
    while (table.next()) {
      if (!ids.check(table, 0)) continue;
      elements_[table.cell(0)] = tables_.elements.size();
      tables_.elements.push_back({.id = table.cell(0),
                                  .title = table.text(1),
                                  .about = table.optionalText(2),
                                  .span = table.span(0),
                                  .rated = Rated::No,
                                  .isCategory = false,
                                  .parent = std::nullopt,
                                  .anchors = {}});
    }
    elementTable_.emplace(std::move(table));
  }

  void readOccupations() {
    static constexpr StringRef columns[] = {"O*NET-SOC Code", "Title", "Description"};
    Table table = open(occupationsFile, columns);
    Codes codes("occupation", "an O*NET-SOC code such as `11-1011.00`", isSocCode);
    while (table.next()) {
      if (!codes.check(table, 0)) continue;
      occupations_[table.cell(0)] = tables_.occupations.size();
      tables_.occupations.push_back({.code = table.cell(0),
                                     .title = table.text(1),
                                     .about = table.optionalText(2),
                                     .span = table.span(0),
                                     .rated = false,
                                     .tasks = {},
                                     .requirements = {}});
    }
    occupationTable_.emplace(std::move(table));
  }

  void readRatings() {
    RatingReader ratings(tables_, elements_, occupations_, minImportance_);
    Table skills = open(skillsFile, RatingReader::columns());
    ratings.read(skills, Rated::AsSkill, tables_.skills);
    Table knowledge = open(knowledgeFile, RatingReader::columns());
    ratings.read(knowledge, Rated::AsKnowledge, tables_.knowledge);

    const size_t unrated =
        llvm::count_if(tables_.occupations, [](const Occupation& o) { return !o.rated; });
    occupationTable_->leaveOut("without ratings", unrated);
    linkParents();
    const size_t unused = llvm::count_if(
        tables_.elements, [](const Element& e) { return e.rated == Rated::No && !e.isCategory; });
    elementTable_->leaveOut("that are neither skills nor knowledge here, nor stand above one",
                            unused);
    elementTable_->finish(summary_);
    occupationTable_->finish(summary_);
    skills.finish(summary_);
    knowledge.finish(summary_);
  }

  void linkParents() {
    llvm::DenseSet<StringRef> missing;
    for (size_t i = 0; i < tables_.elements.size(); ++i) {
      if (tables_.elements[i].rated != Rated::No) linkParents(i, missing);
    }
  }

  /// Makes the elements above `child` categories, up to the top or to one that is a category.
  void linkParents(size_t child, llvm::DenseSet<StringRef>& missing) {
    StringRef above = tables_.elements[child].id.rsplit('.').first;
    for (StringRef id = tables_.elements[child].id; above != id;
         id = above, above = id.rsplit('.').first) {
      const auto found = elements_.find(above);
      if (found == elements_.end()) {
        if (!missing.insert(above).second) continue;
        diagnostics_.report(tables_.elements[child].span, diag::ImportParentMissing, elementsFile,
                            above, tables_.elements[child].id);
        continue;
      }
      tables_.elements[child].parent = found->second;
      Element& parent = tables_.elements[found->second];
      if (parent.isCategory) return;
      parent.isCategory = true;
      child = found->second;
    }
  }

  void readAnchors() {
    static constexpr StringRef columns[] = {"Element ID", "Scale ID", "Anchor Value",
                                            "Anchor Description"};
    Table table = open(anchorsFile, columns);
    while (table.next()) {
      const auto found = elements_.find(table.cell(0));
      if (table.cell(1) != tables_.level.id) {
        table.leaveOut("on other scales");
      } else if (found == elements_.end() || tables_.elements[found->second].rated == Rated::No) {
        table.leaveOut("of elements that are neither skills nor knowledge here");
      } else {
        readAnchor(table, tables_.elements[found->second]);
      }
    }
    for (Element& element : tables_.elements) {
      llvm::stable_sort(element.anchors,
                        [](const Anchor& a, const Anchor& b) { return a.number < b.number; });
    }
    table.finish(summary_);
  }

  void readAnchor(Table& table, Element& element) {
    const auto number = table.number(2);
    const StringRef text = table.text(3, TextUse::Bullet);
    if (!number || text.empty()) return;
    const Scale& scale = tables_.level;
    if (*number < scale.lowValue || *number > scale.highValue) {
      diagnostics_.report(table.span(2), diag::ImportOutOfRange, table.cell(2), scale.id, scale.low,
                          scale.high);
      return;
    }
    const bool twice = llvm::any_of(element.anchors, [&](const Anchor& anchor) {
      return anchor.number == *number && anchor.text == text;
    });
    if (twice) {
      diagnostics_.report(table.span(3), diag::ImportAnchorTwice, table.cell(2), element.id);
      return table.leaveOut("that stand twice");
    }
    element.anchors.push_back({table.cell(2), *number, text});
  }

  void readTasks() {
    static constexpr StringRef columns[] = {"O*NET-SOC Code", "Task ID", "Task"};
    Table table = open(tasksFile, columns);
    Codes ids("task", "a task id such as `8823`", isTaskId);
    llvm::MapVector<StringRef, std::pair<Span, size_t>> unknown;
    while (table.next()) {
      const bool good = ids.check(table, 1);
      const auto found = occupations_.find(table.cell(0));
      if (found == occupations_.end()) {
        auto& [first, rows] = unknown[table.cell(0)];
        if (rows++ == 0) first = table.span(0);
        table.leaveOut("of unknown occupations");
        continue;
      }
      Occupation& occupation = tables_.occupations[found->second];
      if (!occupation.rated) {
        table.leaveOut("of occupations without ratings");
        continue;
      }
      const StringRef text = table.text(2, TextUse::Bullet);
      if (good) occupation.tasks.push_back({table.cell(1), text});
    }
    for (const auto& [code, place] : unknown) {
      diagnostics_.report(place.first, diag::ImportUnknownOccupation, occupationsFile, code,
                          counted(place.second, "row"), table.name());
    }
    table.finish(summary_);
  }

  const Input& input_;
  StringRef minImportance_;
  Summary& summary_;
  Diagnostics& diagnostics_;
  Tables tables_;
  Index elements_;
  Index occupations_;
  std::optional<Table> elementTable_;
  std::optional<Table> occupationTable_;
};

}  // namespace

std::optional<Tables> readTables(const Input& input, StringRef minImportance, Summary& summary,
                                 Diagnostics& diagnostics) {
  return Reader(input, minImportance, summary, diagnostics).read();
}

}  // namespace cadre::import::onet
