// Whether what the map says of a file fits its shape: takes the file as it was read, reports what
// is missing and what is of no use. Changes nothing.
#include "diag/kinds/import.h"
#include "import/sheets/map_reader.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using toml_reader::view;

void MapReader::checkFile(const toml::table& table, const FileMap& file) {
  const auto has = [&](Role role) {
    return file.columns.contains(role) || file.fixed.contains(role);
  };
  const auto need = [&](std::initializer_list<Role> roles) {
    if (llvm::any_of(roles, has)) return;
    diagnostics_.report(file.span, diag::MapMissing, fmt::format("file `{}`", file.name),
                        fmt::format("columns.{}", keyOf(*roles.begin())));
  };
  const auto useless = [&](std::string_view key, StringRef why) {
    if (const toml::node* node = table.get(key))
      diagnostics_.report(at(*node), diag::MapUseless, view(key), why);
  };
  const bool isMatrix = file.shape == Shape::Matrix;
  if (!isMatrix) {
    useless("profiles", "a matrix");
    useless("cells", "a matrix");
    useless("group-row", "a matrix");
  }
  switch (file.shape) {
    case Shape::Competencies: need({Role::Competency}); break;
    case Shape::List:
      need({Role::Profile, Role::ProfileCode});
      useless("group-rows", "a matrix or competencies");
      break;
    case Shape::Matrix: {
      if (file.profilesInRows)
        need({Role::Profile});
      else
        need({Role::Competency, Role::Code});
      if (file.header == 0u) {
        diagnostics_.report(file.headerSpan, diag::MapWrongValue, "0",
                            "the header of a matrix, which has the names of its columns");
      }
      break;
    }
  }
  checkRoles(file);
}

void MapReader::checkRoles(const FileMap& file) {
  const bool inRows = file.shape == Shape::Matrix && file.profilesInRows;
  const bool inColumns = file.shape == Shape::Matrix && !file.profilesInRows;
  for (const auto& [role, names] : file.columns) {
    const bool ofProfile = role == Role::Profile || role == Role::ProfileCode ||
                           role == Role::ProfileAbout || role == Role::Family;
    const bool ofRequirement =
        role == Role::Weight || role == Role::Because || role == Role::Importance;
    const bool ofLevels = role == Role::Level || role == Role::Indicators;
    bool fits = true;
    if (file.shape == Shape::Competencies) fits = !ofProfile && !ofRequirement;
    if (file.shape == Shape::List) fits = role != Role::Indicators;
    if (inColumns) fits = !ofProfile && !ofLevels && role != Role::Because;
    if (inRows) fits = ofProfile;
    if (!fits) {
      diagnostics_.report(
          names.front().span, diag::MapUseless, keyOf(role),
          inRows || inColumns ? "another shape than this matrix" : "another shape than this");
    }
  }
  if (!file.levels.empty() && file.shape != Shape::Competencies) {
    diagnostics_.report(file.levels.front().column.span, diag::MapUseless, "levels",
                        "competencies");
  }
  if (file.columns.contains(Role::Level) && !map_.scale.isThere()) {
    diagnostics_.report(file.columns.at(Role::Level).front().span, diag::MapMissing, "the map",
                        "[scale]");
  }
}

}  // namespace cadre::import::sheets
