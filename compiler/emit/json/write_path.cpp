#include "emit/json/records.h"
#include "emit/json/write_declaration.h"

#include <llvm/ADT/SetVector.h>

#include <utility>
#include <vector>

namespace cadre::emit::json {

using llvm::StringRef;
using model::Path;

namespace {

using Chain = std::vector<StringRef>;
using Chains = std::vector<Chain>;

/// The chains of the path as far as they are published. A profile that is not breaks its chain in
/// two: nothing is said about a step from its predecessor to its successor.
Chains publishedChains(const Context& to, const Path& path) {
  Chains out;
  for (const auto chain : path.chains) {
    Chain part;
    const auto endPart = [&] {
      if (part.size() >= 2) out.push_back(std::move(part));
      part.clear();
    };
    for (const model::ProfileId profile : chain) {
      if (to.publication.contains(profile)) {
        part.push_back(to.model[profile].key);
      } else {
        endPart();
      }
    }
    endPart();
  }
  return out;
}

void writeChains(const Context& to, const Chains& chains) {
  const auto one = [&](const Chain& chain) {
    for (const StringRef profile : chain) to.out.string(profile);
  };
  to.out.array("chains", [&] {
    for (const Chain& chain : chains) to.out.array([&] { one(chain); });
  });
}

void writeEdges(const Context& to, const Chains& chains) {
  llvm::SetVector<std::pair<StringRef, StringRef>> edges;
  for (const Chain& chain : chains) {
    for (size_t i = 0; i + 1 < chain.size(); ++i) edges.insert({chain[i], chain[i + 1]});
  }
  const auto one = [&](const std::pair<StringRef, StringRef>& edge) {
    to.out.string("from", edge.first);
    to.out.string("to", edge.second);
  };
  to.out.array("edges", [&] {
    for (const auto& edge : edges) to.out.object([&] { one(edge); });
  });
}

}  // namespace

void writeRecord(const Context& to, const Path& path) {
  const Chains chains = publishedChains(to, path);
  writeHead(to, path);
  writeChains(to, chains);
  writeEdges(to, chains);
  writeTail(to, path, word(model::DeclKind::Path));
}

}  // namespace cadre::emit::json
