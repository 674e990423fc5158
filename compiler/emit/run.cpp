#include "emit/run.h"

#include "emit/csv/emit_csv.h"
#include "emit/html/emit_html.h"
#include "emit/json/emit_json.h"
#include "emit/json/emit_ndjson.h"
#include "emit/markdown/emit_markdown.h"
#include "emit/sql/emit_sql.h"
#include "emit/xlsx/emit_xlsx.h"

#include <llvm/ADT/STLExtras.h>

#include <cassert>
#include <iterator>

namespace cadre::emit {

llvm::ArrayRef<Emitter> emitters() {
  static constexpr Emitter rows[] = {
#define EMITTER(name, function, byDefault, help) {name, byDefault, help, function},
#include "emit/emitters.def"
  };
  return rows;
}

const Emitter* findEmitter(llvm::StringRef name) {
  const auto* found = llvm::find_if(emitters(), [&](const Emitter& row) { return row.name == name; });
  return found == emitters().end() ? nullptr : found;
}

std::vector<OptionInfo> optionsOf(llvm::StringRef name) {
  static constexpr OptionInfo rows[] = {
#define OPTION(output, name, type, help) {output, name, OptionInfo::Type::type, help},
#include "emit/options.def"
  };
  std::vector<OptionInfo> out;
  llvm::copy_if(rows, std::back_inserter(out),
                [&](const OptionInfo& row) { return row.output == name; });
  return out;
}

std::vector<llvm::StringRef> emitterNames() {
  std::vector<llvm::StringRef> out;
  for (const Emitter& row : emitters()) out.push_back(row.name);
  return out;
}

llvm::Error run(llvm::ArrayRef<std::string> names, const model::Publication& publication, Sink& sink,
                const OptionsByEmitter& options) {
  assert(llvm::all_of(names, findEmitter));
  for (const Emitter& row : emitters()) {
    if (!llvm::is_contained(names, row.name)) continue;
    const auto own = options.find(row.name);
    const Options none;
    if (auto error = row.run(publication, sink, own == options.end() ? none : own->second)) return error;
  }
  return llvm::Error::success();
}

}  // namespace cadre::emit
