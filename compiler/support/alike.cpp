#include "support/alike.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre {

std::string squeezed(llvm::StringRef name) {
  std::string out = unicode::foldCase(name);
  llvm::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return out;
}

void Alike::add(llvm::StringRef key, llvm::StringRef name, size_t thing) {
  constexpr size_t most = 3;
  // Nobody writes a title of such a length for a name.
  constexpr size_t mostBytes = 1000;
  if (key.empty() || key.size() > mostBytes) return;
  std::vector<Offer>& offers = offers_[squeezed(key)];
  const auto isSame = [&](const Offer& one) { return one.thing == thing; };
  if (offers.size() < most && llvm::none_of(offers, isSame)) offers.push_back({name.str(), thing});
}

std::vector<std::string> Alike::find(llvm::StringRef name) const {
  std::vector<std::string> out;
  const auto found = offers_.find(squeezed(name));
  if (found == offers_.end()) return out;
  for (const Offer& offer : found->second) out.push_back(offer.name);
  return out;
}

}  // namespace cadre
