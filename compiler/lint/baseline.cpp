#include "lint/baseline.h"

#include "diag/json_text.h"
#include "diag/kinds/lint.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/JSON.h>

#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace cadre::lint {

namespace {

constexpr int64_t formatVersion = 1;
/// Far more than there are statements.
constexpr int64_t mostAlike = 1'000'000'000;

std::optional<BaselineSite> readSite(const llvm::json::Object& object) {
  const auto declaration = object.getString("declaration");
  const auto text = object.getString("text");
  if (!declaration || !text) return std::nullopt;
  return BaselineSite{declaration->str(), text->str()};
}

std::string written(const BaselineSite& site) {
  return fmt::format("\"declaration\": {}, \"text\": {}", diag::quoteJson(site.declaration), diag::quoteJson(site.text));
}

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
    const auto site = entry ? readSite(*entry) : std::nullopt;
    if (!rule || !site) return fail("an entry lacks `rule`, `declaration` or `text`");
    BaselineEntry read{rule->str(), *site};
    if (const auto* const listed = entry->get("with")) {
      const llvm::json::Array* const others = listed->getAsArray();
      if (!others || others->empty()) return fail("a `with` is no list of places");
      for (const llvm::json::Value& it : *others) {
        const llvm::json::Object* const object = it.getAsObject();
        const auto other = object ? readSite(*object) : std::nullopt;
        if (!other) return fail("a place in `with` lacks `declaration` or `text`");
        read.others.push_back(*other);
      }
    }
    const auto* const counted = entry->get("count");
    const int64_t count = counted ? counted->getAsInteger().value_or(0) : 1;
    if (count < 1 || count > mostAlike) return fail(fmt::format("a `count` is no number from 1 to {}", mostAlike));
    read.count = static_cast<size_t>(count);
    out.entries.push_back(std::move(read));
  }
  return out;
}

std::string writeBaseline(std::vector<BaselineEntry> findings) {
  std::map<BaselineEntry, size_t> counts;
  for (BaselineEntry& it : findings) {
    const size_t count = std::exchange(it.count, 1);
    counts[std::move(it)] += count;
  }
  std::string out = "{\n  \"formatVersion\": 1,\n  \"findings\": [";
  const char* separator = "\n";
  for (const auto& [entry, count] : counts) {
    out += fmt::format("{}    {{ \"rule\": {}, {}", separator, diag::quoteJson(entry.rule), written(entry.site));
    if (!entry.others.empty()) {
      const char* comma = ", \"with\": [";
      for (const BaselineSite& it : entry.others) out += fmt::format("{} {{ {} }}", std::exchange(comma, ","), written(it));
      out += " ]";
    }
    if (count > 1) out += fmt::format(", \"count\": {}", count);
    out += " }";
    separator = ",\n";
  }
  out += counts.empty() ? "]\n}\n" : "\n  ]\n}\n";
  return out;
}

}  // namespace cadre::lint
