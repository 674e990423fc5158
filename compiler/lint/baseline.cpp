#include "lint/baseline.h"

#include "diag/json_text.h"
#include "diag/kinds/lint.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/JSON.h>

#include <map>
#include <tuple>

namespace cadre::lint {

namespace {

constexpr int64_t formatVersion = 1;
/// Far more than there are statements.
constexpr int64_t mostAlike = 1'000'000'000;

}  // namespace

Baseline readBaseline(const SourceManager& sources, FileId file, Diagnostics& diagnostics) {
  Baseline out;
  const auto fail = [&](llvm::StringRef what, uint32_t at = 0) {
    diagnostics.report({file, at, at}, diag::BaselineUnreadable, what).help(diag::ReplaceBaseline);
    return Baseline();
  };
  auto parsed = llvm::json::parse(sources.text(file));
  if (!parsed) {
    // `[3:5, byte=30]: Expected …`
    llvm::StringRef where;
    llvm::StringRef what;
    const std::string error = llvm::toString(parsed.takeError());
    std::tie(where, what) = llvm::StringRef(error).split("]: ");
    uint32_t at = 0;
    if (what.empty() || where.split("byte=").second.getAsInteger(10, at)) return fail(error);
    return fail(what, std::min<uint32_t>(at, static_cast<uint32_t>(sources.text(file).size())));
  }
  const llvm::json::Object* root = parsed->getAsObject();
  const auto version = root ? root->getInteger("formatVersion") : std::nullopt;
  if (!version) return fail("it has no `formatVersion`");
  if (*version != formatVersion) return fail(fmt::format("its `formatVersion` is {}, and this cadre knows 1", *version));
  const llvm::json::Array* findings = root->getArray("findings");
  if (!findings) return fail("it has no list `findings`");
  for (const llvm::json::Value& value : *findings) {
    const llvm::json::Object* entry = value.getAsObject();
    const auto rule = entry ? entry->getString("rule") : std::nullopt;
    const auto declaration = entry ? entry->getString("declaration") : std::nullopt;
    const auto text = entry ? entry->getString("text") : std::nullopt;
    if (!rule || !declaration || !text) return fail("an entry lacks `rule`, `declaration` or `text`");
    const auto* const counted = entry->get("count");
    const int64_t count = counted ? counted->getAsInteger().value_or(0) : 1;
    if (count < 1 || count > mostAlike) return fail(fmt::format("a `count` is no number from 1 to {}", mostAlike));
    out.entries.push_back({rule->str(), declaration->str(), text->str(), static_cast<size_t>(count)});
  }
  return out;
}

std::string writeBaseline(std::vector<BaselineEntry> findings) {
  std::map<std::tuple<std::string, std::string, std::string>, size_t> counts;
  for (const BaselineEntry& it : findings) counts[{it.rule, it.declaration, it.text}] += it.count;
  std::string out = "{\n  \"formatVersion\": 1,\n  \"findings\": [";
  const char* separator = "\n";
  for (const auto& [key, count] : counts) {
    const auto& [rule, declaration, text] = key;
    out += fmt::format("{}    {{ \"rule\": {}, \"declaration\": {}, \"text\": {}", separator, diag::quoteJson(rule),
                       diag::quoteJson(declaration), diag::quoteJson(text));
    if (count > 1) out += fmt::format(", \"count\": {}", count);
    out += " }";
    separator = ",\n";
  }
  out += counts.empty() ? "]\n}\n" : "\n  ]\n}\n";
  return out;
}

}  // namespace cadre::lint
