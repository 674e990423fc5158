#include "syntax/ast.h"

namespace cadre::syntax {

#define NODE(name) \
  static_assert(std::is_trivially_destructible_v<name>, #name " lives in an arena");
#include "syntax/nodes.def"

llvm::StringRef name(NodeKind kind) {
  switch (kind) {
#define NODE(name) \
  case NodeKind::name: return #name;
#include "syntax/nodes.def"
  }
  llvm_unreachable("every kind has a name");
}

const Block* blockOf(const Item& item) {
  return visit(item, [](const auto& node) -> const Block* {
    if constexpr (requires { node.block; }) {
      return node.block;
    } else {
      return nullptr;
    }
  });
}

}  // namespace cadre::syntax
