#include "session/outputs.h"

#include "emit/run.h"

namespace cadre::session {

std::vector<OutputRow> outputs() {
  std::vector<OutputRow> out;
  for (const emit::Emitter& row : emit::emitters())
    out.push_back({row.name, row.byDefault, row.help});
  out.push_back({interfaceOutput, false,
                 "framework.interface, what packages that use this one are checked against"});
  return out;
}

std::vector<llvm::StringRef> outputNames() {
  std::vector<llvm::StringRef> out;
  for (const OutputRow& row : outputs()) out.push_back(row.name);
  return out;
}

}  // namespace cadre::session
