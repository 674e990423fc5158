// The plain steps from one value to another: takes what stands at a path on both sides, adds the edits
// that lead from the one to the other. Judges nothing: what the edits mean is for others to say.
#pragma once

#include "diff/change.h"

#include <llvm/ADT/DenseMap.h>

#include <functional>

namespace cadre::diff {

using Path = std::vector<std::string>;
using EditIds = llvm::SmallVector<uint32_t, 4>;

/// An element of an array on one side, or on both.
struct ElementChange {
  const Value* before = nullptr;
  const Value* after = nullptr;
  EditIds edits;
};

/// What happens to an array.
struct ArrayChange {
  std::vector<ElementChange> elements;  ///< Those that changed, came or went.
  EditIds order;                        ///< One, where those that stay stand in another order.
};

class Edits {
public:
  explicit Edits(std::vector<Edit>& all) : all_(all) {}

  /// Adds what leads from `before` to `after`, either of which may be null. Members of objects and elements
  /// of arrays that have keys are looked at one by one.
  EditIds between(const Path& path, const Value* before, const Value* after);

  /// The same of an array. `partners` holds for each old element the new one that it became, or null;
  /// the rest of the new ones come in. `inner` adds the edits between partners, but for their key, which
  /// changes last; without it, between(), and an element with another key is another one.
  using Inner = std::function<EditIds(const Path&, const Value&, const Value&)>;
  ArrayChange betweenElements(const Path& path, ArrayRef<Value> before, ArrayRef<Value> after,
                              ArrayRef<const Value*> partners, const Inner& inner = {});

  /// Partners by key: none where a key comes twice.
  static std::vector<const Value*> partnersByKey(StringRef array, ArrayRef<Value> before,
                                                 ArrayRef<Value> after);

private:
  static void takeApart(StringRef array, ArrayRef<Value> before, std::vector<const Value*>& partners, ArrayChange& out,
                        llvm::DenseMap<const Value*, size_t>& leaving, const Inner& inner);
  EditIds betweenKeys(const Path& path, const Value& before, const Value& after);
  uint32_t add(Edit edit);

  std::vector<Edit>& all_;
};

}  // namespace cadre::diff
