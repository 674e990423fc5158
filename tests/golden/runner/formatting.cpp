#include "golden/runner/formatting.h"

#include "golden/runner/properties.h"
#include "golden/runner/scramble.h"

#include "emit/run.h"
#include "parse/parse.h"
#include "session/format.h"
#include "syntax/dump.h"

#include <fmt/format.h>

#include <algorithm>

namespace cadre::golden {

namespace {

constexpr uint64_t shapesPerTest = 12;

/// A file, parsed.
struct Parsed {
  explicit Parsed(const std::string& text) {
    tree = parse::parse(sources, sources.add("file.cadre", text), diagnostics);
  }
  [[nodiscard]] llvm::StringRef text() const { return sources.text(tree->id); }
  [[nodiscard]] std::vector<std::string> comments() const {
    std::vector<std::string> out;
    for (const syntax::Token& comment : tree->comments)
      out.push_back(text().slice(comment.begin, comment.end).rtrim().str());
    return out;
  }
  SourceManager sources;
  Diagnostics diagnostics;
  std::unique_ptr<syntax::File> tree;
};

/// Complains where formatting `text` changes more than its shape, or a second time.
std::string checkShape(const std::string& text) {
  const Parsed before(text);
  if (before.tree->hasErrors) return {};
  std::string complaint;
  const std::string once = formatted(text, complaint);
  if (!complaint.empty()) return complaint;
  const Parsed after(once);
  if (after.tree->hasErrors) return "does not parse once formatted";
  if (syntax::dump(*after.tree) != syntax::dump(*before.tree))
    return "is another tree once formatted";
  if (after.comments() != before.comments()) return "has other comments once formatted";
  const std::string twice = formatted(once, complaint);
  if (twice == once) return complaint;
  const auto [a, b] = std::mismatch(once.begin(), once.end(), twice.begin(), twice.end());
  const size_t at = static_cast<size_t>(a - once.begin());
  const size_t from = once.rfind('\n', at == 0 ? 0 : at - 1) + 1;
  return fmt::format("changes when formatted again, in line {}:\n{}\nbecomes\n{}",
                     1 + std::count(once.begin(), a, '\n'), once.substr(from, 200),
                     twice.substr(from, 200));
}

class JsonSink final : public emit::Sink {
public:
  llvm::Error write(llvm::StringRef path, std::string bytes) override {
    if (path == "framework.json") text = std::move(bytes);
    return llvm::Error::success();
  }
  std::string text;
};

/// What a package without errors publishes; else empty.
std::string published(const std::vector<Part>& parts) {
  const Workspace workspace(parts);
  if (workspace.diagnostics().hasErrors() || !workspace.result().model) return {};
  JsonSink sink;
  const std::string names[] = {"json"};
  llvm::consumeError(emit::run(names, model::Publication(*workspace.result().model), sink, {}));
  return sink.text;
}

}  // namespace

std::string formatted(const std::string& text, std::string& complaint) {
  SourceManager sources;
  const session::Formatted result = session::format(sources, sources.add("file.cadre", text));
  if (result.text) return *result.text;
  complaint = !result.fault.empty()
                  ? result.fault
                  : "does not parse: " + result.diagnostics.sorted().front()->message;
  return {};
}

std::vector<std::string> checkFormatting(llvm::StringRef test, const std::vector<Part>& parts) {
  std::vector<std::string> complaints;
  const auto complain = [&](const std::string& what, const std::string& complaint,
                            const std::string& text) {
    if (!complaint.empty())
      complaints.push_back(fmt::format("{} {}; it was\n{}", what, complaint, text.substr(0, 4000)));
  };
  const std::string json = published(parts);
  for (uint64_t n = 0; n < shapesPerTest && complaints.empty(); ++n) {
    std::vector<Part> shaped = parts;
    for (Part& part : shaped) {
      if (!part.isSource()) continue;
      const Parsed parsed(part.text);
      if (parsed.tree->hasErrors) continue;
      const std::string what = fmt::format("{} in shape {}", part.name, n);
      setCurrentVariant(test, what);
      if (n > 0) part.text = scramble(parsed.text(), *parsed.tree, Dice(n));
      const Parsed again(part.text);
      if (again.tree->hasErrors)
        complain(what,
                 "has an error once scrambled: " + again.diagnostics.sorted().front()->message,
                 part.text);
      if (syntax::dump(*again.tree) != syntax::dump(*parsed.tree))
        complain(what, "is another tree once scrambled", part.text);
      complain(what, checkShape(part.text), part.text);
      std::string ignored;
      part.text = formatted(part.text, ignored);
    }
    if (published(shaped) != json)
      complaints.push_back(fmt::format("publishes something else in shape {}", n));
  }
  return complaints;
}

}  // namespace cadre::golden
