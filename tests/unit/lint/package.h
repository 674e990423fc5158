// Small packages, linted: takes sources, gives models and what was found.
#pragma once

#include "lint/catalogue.h"
#include "session/session.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::lint {

/// A framework with scale `S` of levels A and B. `more` stands in its block.
inline std::string framework(const std::string& more = "", const std::string& name = "t.x") {
  return "framework " + name + " \"T\" {\n  version \"1.0.0\"\n  status draft\n  language en\n  scale S\n" + more +
         "}\nscale S \"S\" cumulative { level A \"Low\" level B \"High\" }\n";
}

/// These rules alone, and those that tell of `allow`s.
inline Config only(std::initializer_list<StringRef> names) {
  Config config;
  for (const RuleRow& row : rules()) config.turnOff(row.id);
  for (const StringRef name : names) config.turnOn(findRule(name)->id, Severity::Warning);
  config.turnOn(RuleId::UnusedAllow, Severity::Warning);
  config.turnOn(RuleId::UnknownRule, Severity::Warning);
  return config;
}

class Package {
public:
  explicit Package(const std::vector<std::string>& files) {
    input_.packages.emplace_back();
    for (const std::string& text : files) {
      const std::string name = fmt::format("{}.cadre", input_.packages.front().sources.size());
      input_.packages.front().sources.push_back(sources.add(name, text));
    }
  }

  /// Another package, which the first one may `use`.
  void dependOn(const std::string& name, const std::string& text) {
    input_.packages.front().dependencies.emplace_back(name, input_.packages.size());
    input_.packages.emplace_back().sources.push_back(sources.add(name + ".cadre", text));
  }

  session::Result check(const Config& config, std::optional<Baseline> baseline = {}) {
    const session::LintInput lint = {config, std::move(baseline), "2026-06-01"};
    input_.lint = &lint;
    session::Result result = session::check(sources, input_);
    input_.lint = nullptr;
    return result;
  }

  /// What is found: code, file and line, and what is marked.
  std::vector<std::string> found(const session::Result& result) const {
    std::vector<std::string> out;
    for (const Diagnostic* it : result.diagnostics.sorted()) {
      out.push_back(fmt::format("{} {}:{} {}", it->code, sources.path(it->span.file).str(),
                                sources.position(it->span.file, it->span.begin).line, sources.text(it->span).str()));
    }
    return out;
  }
  std::vector<std::string> found(const Config& config) { return found(check(config)); }

  SourceManager sources;

private:
  session::Input input_;
};

using Lines = std::vector<std::string>;

}  // namespace cadre::lint
