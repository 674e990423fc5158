#include "lint/allows.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

Allows::Allows(ArrayRef<const syntax::File*> trees) : byRule_(rules().size()) {
  for (const syntax::File* tree : trees) {
    for (const syntax::Item* item : tree->items) collect(*item);
  }
  for (size_t i = 0; i < sites_.size(); ++i) {
    if (sites_[i].row) byRule_[static_cast<size_t>(sites_[i].row->id)].push_back(i);
  }
}

void Allows::collect(const syntax::Item& item) {
  const syntax::Block* block = syntax::blockOf(item);
  if (!block) return;
  const bool isFramework = item.nodeKind == syntax::NodeKind::Framework;
  for (const syntax::Item* inner : block->items) {
    const auto* allow = llvm::dyn_cast<syntax::Allow>(inner);
    if (!allow) {
      collect(*inner);
    } else if (!allow->broken) {
      sites_.push_back({allow, findRule(allow->rule.text), isFramework ? Span() : item.span, false});
    }
  }
}

bool Allows::cover(RuleId rule, Span place) {
  const auto covers = [&](const Site& site) {
    return !site.extent.isValid() || (site.extent.file == place.file && site.extent.contains(place.begin));
  };
  // Of several the innermost is the one that is needed.
  Site* best = nullptr;
  for (const size_t i : byRule_[static_cast<size_t>(rule)]) {
    Site& site = sites_[i];
    if (!covers(site)) continue;
    if (!best || (site.extent.isValid() && (!best->extent.isValid() || site.extent.size() < best->extent.size())))
      best = &site;
  }
  if (best) best->isNeeded = true;
  return best != nullptr;
}

Span withItsLine(const SourceManager& sources, Span item) {
  const StringRef text = sources.text(item.file);
  size_t begin = item.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  size_t end = item.end;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  const bool startsLine = begin == 0 || text[begin - 1] == '\n';
  const bool endsLine = end == text.size() || text[end] == '\n';
  if (startsLine && endsLine) return {item.file, static_cast<uint32_t>(begin), static_cast<uint32_t>(std::min(end + 1, text.size()))};
  return {item.file, static_cast<uint32_t>(begin), item.end};
}

}  // namespace cadre::lint
