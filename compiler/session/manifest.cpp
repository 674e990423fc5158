#include "session/manifest.h"

#include "diag/kinds/session.h"
#include "session/outputs.h"
#include "source/toml_reader.h"
#include "support/listing.h"
#include "support/semver.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

#include <cassert>
#include <sstream>

namespace cadre::session {

namespace {

using llvm::StringRef;
using toml_reader::typeName;
using toml_reader::view;
using Keys = std::vector<StringRef>;

class ManifestReader {
public:
  ManifestReader(const SourceManager& sources, FileId file, Diagnostics& diagnostics)
      : sources_(sources), file_(file), diagnostics_(diagnostics) {}

  Manifest read() {
    const toml::parse_result parsed = toml::parse(std::string_view(sources_.text(file_)));
    if (!parsed) {
      const toml_reader::Fault fault = toml_reader::faultOf(sources_, file_, parsed.error());
      diagnostics_.report(fault.span, diag::ManifestSyntax, fault.reason);
      return std::move(manifest_);
    }
    const toml::table& root = parsed.table();
    onlyKeys(root, "cadre.toml", {"package", "workspace", "dependencies", "build", "emit", "lint", "diff"});
    if (const auto* table = child(root, "package", "")) readPackage(*table);
    if (const auto* table = child(root, "workspace", ""))
      readWorkspace(*table, root.contains("package"));
    if (const auto* table = child(root, "dependencies", "")) readDependencies(*table);
    if (const auto* table = child(root, "build", "")) readBuild(*table);
    if (const auto* table = child(root, "emit", "")) readEmitOptions(*table);
    if (const auto* table = child(root, "lint", "")) readLint(*table);
    if (const auto* table = child(root, "diff", "")) readDiff(*table);
    return std::move(manifest_);
  }

private:
  // ---- Places

  [[nodiscard]] Span at(const toml::source_region& region) const {
    return toml_reader::spanOf(sources_, file_, region);
  }

  // ---- Checks that every table shares

  void onlyKeys(const toml::table& table, StringRef where, const Keys& known) {
    for (const auto& [key, value] : table) {
      const StringRef name = view(key.str());
      if (llvm::is_contained(known, name)) continue;
      const std::string place = where == "cadre.toml" ? where.str() : fmt::format("`[{}]`", where);
      auto builder = diagnostics_.report(at(key.source()), diag::UnknownManifestKey, name, place);
      const auto near = suggest(name, known);
      if (near.empty() && !known.empty()) builder.help(diag::KnownKeys, place, enumerated(known));
      builder.didYouMean(at(key.source()), near);
    }
  }

  void wrongType(const toml::node& value, StringRef key, StringRef wanted) {
    diagnostics_.report(at(value.source()), diag::WrongManifestType, key, wanted, typeName(value));
  }

  /// The table under `key`, or null: absent, or of another type (reported).
  const toml::table* child(const toml::table& table, std::string_view key, StringRef prefix) {
    const toml::node* node = table.get(key);
    if (!node) return nullptr;
    if (!node->is_table()) wrongType(*node, prefix.str() + std::string(key), "a table");
    return node->as_table();
  }

  /// The text under `key`, or none: absent, empty or of another type (reported).
  std::optional<std::string> text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    return node ? text(*node, view(key)) : std::nullopt;
  }
  std::optional<std::string> text(const toml::node& node, StringRef key) {
    if (!node.is_string()) {
      wrongType(node, key, "a text");
      return {};
    }
    std::string value = node.as_string()->get();
    if (!value.empty()) return value;
    diagnostics_.report(at(node.source()), diag::EmptyManifestText, key);
    return {};
  }

  /// Calls `take(text, span)` for each text of the list under `key`.
  template <class Take>
  bool texts(const toml::table& table, std::string_view key, Take take) {
    const toml::node* node = table.get(key);
    if (!node) return false;
    if (!node->is_array()) {
      wrongType(*node, view(key), "a list of texts");
      return false;
    }
    for (const toml::node& element : *node->as_array()) {
      if (auto value = text(element, view(key))) take(std::move(*value), at(element.source()));
    }
    return true;
  }

  // ---- The tables

  void readPackage(const toml::table& table) {
    onlyKeys(table, "package", {"name", "edition"});
    if (auto name = text(table, "name")) manifest_.name = std::move(*name);
    const auto edition = text(table, "edition");
    if (!edition || *edition == newestEdition) return;
    diagnostics_.report(at(table.get("edition")->source()), diag::UnknownEdition, *edition)
        .help(diag::KnownEditions);
  }

  void readWorkspace(const toml::table& table, bool isPackage) {
    onlyKeys(table, "workspace", {"members"});
    manifest_.isPackage = isPackage;
    texts(table, "members", [&](std::string path, Span span) {
      llvm::SmallString<128> clean(path);
      llvm::sys::path::remove_dots(clean, true, llvm::sys::path::Style::posix);
      if (clean.empty() || clean.starts_with("/") || clean == ".." || clean.starts_with("../")) {
        diagnostics_.report(span, diag::MemberOutside, path);
        return;
      }
      manifest_.members.push_back({clean.str().str(), span});
    });
  }

  void readDependencies(const toml::table& table) {
    readDependencies(table, "", {});
    llvm::sort(manifest_.dependencies,
               [](const Dependency& a, const Dependency& b) { return a.pathSpan < b.pathSpan; });
  }

  /// `acme.core = { … }` is a table in a table: names are the way down to one that holds values.
  void readDependencies(const toml::table& table, const std::string& prefix, Span outer) {
    for (const auto& [key, value] : table) {
      const std::string name = prefix + std::string(key.str());
      const Span own = at(key.source());
      const Span span = outer.isValid() && outer.end < own.begin ? outer.to(own) : own;
      if (!value.is_table()) {
        auto builder = diagnostics_.report(at(value.source()), diag::WrongManifestType, name,
                                           "a table", typeName(value));
        builder.help(diag::DependencyForm, name, StringRef(name).rsplit('.').second);
      } else if (isDependency(*value.as_table())) {
        readDependency(*value.as_table(), name, span);
      } else {
        readDependencies(*value.as_table(), name + ".", span);
      }
    }
  }

  static bool isDependency(const toml::table& table) {
    const auto holds = [&](std::string_view key) {
      const toml::node* node = table.get(key);
      return node && !node->is_table();
    };
    return table.is_inline() || table.empty() || holds("path") || holds("version");
  }

  void readDependency(const toml::table& table, const std::string& name, Span span) {
    onlyKeys(table, "dependencies." + name, {"path", "version"});
    Dependency out{.framework = name,
                   .path = {},
                   .requirement = {},
                   .span = span,
                   .pathSpan = {},
                   .requirementSpan = {}};
    if (auto requirement = text(table, "version")) {
      out.requirementSpan = at(table.get("version")->source());
      out.requirement = std::move(*requirement);
      if (!VersionRequirement::parse(out.requirement)) {
        diagnostics_.report(out.requirementSpan, diag::BadRequirement, out.requirement)
            .help(diag::RequirementForms);
        out.requirement.clear();
      }
    }
    if (!table.contains("path")) {
      diagnostics_.report(span, diag::DependencyWithoutPath, name)
          .help(diag::DependencyForm, name, StringRef(name).rsplit('.').second);
      return;
    }
    auto path = text(table, "path");
    if (!path) return;
    out.pathSpan = at(table.get("path")->source());
    out.path = std::move(*path);
    manifest_.dependencies.push_back(std::move(out));
  }

  void readBuild(const toml::table& table) {
    onlyKeys(table, "build", {"emit", "output"});
    manifest_.output = text(table, "output");
    std::vector<std::string> names;
    const bool given = texts(table, "emit", [&](std::string name, Span span) {
      if (knowsOutput(name, span)) names.push_back(std::move(name));
    });
    if (given) manifest_.emit = std::move(names);
  }

  bool knowsOutput(StringRef name, Span span) {
    const auto known = outputNames();
    if (llvm::is_contained(known, name)) return true;
    const auto near = suggest(name, known);
    auto builder = diagnostics_.report(span, diag::UnknownOutput, name);
    if (near.empty()) builder.help(diag::KnownOutputs, enumerated(known));
    // The span of a text holds its quotes, that of a key none.
    const bool quoted =
        sources_.text(span).starts_with("\"") || sources_.text(span).starts_with("'");
    builder.didYouMean(quoted ? Span{span.file, span.begin + 1, span.end - 1} : span, near);
    return false;
  }

  void readEmitOptions(const toml::table& table) {
    for (const auto& [key, value] : table) {
      const StringRef name = view(key.str());
      if (!knowsOutput(name, at(key.source()))) continue;
      if (const toml::table* options = child(table, key.str(), "emit."))
        readOptions(name, *options);
    }
  }

  void readOptions(StringRef output, const toml::table& table) {
    const std::vector<emit::OptionInfo> known = emit::optionsOf(output);
    Keys names;
    for (const emit::OptionInfo& option : known) names.push_back(option.name);
    onlyKeys(table, "emit." + output.str(), names);
    auto& values = manifest_.emitOptions[output.str()].values;
    for (const emit::OptionInfo& option : known) {
      const toml::node* node = table.get(std::string_view(option.name));
      if (!node) continue;
      if (option.type == emit::OptionInfo::Type::Text) {
        if (auto value = text(*node, option.name)) values[option.name.str()] = std::move(*value);
      } else if (!node->is_boolean()) {
        wrongType(*node, option.name, "true or false");
      } else {
        values[option.name.str()] = display(*node);
      }
    }
  }

  void readLint(const toml::table& table) {
    std::vector<lint::Setting> settings;
    collectSettings(table, "", settings);
    llvm::sort(settings, [](const auto& x, const auto& y) { return x.span.begin < y.span.begin; });
    manifest_.lint = lint::readConfig(settings, diagnostics_);
  }

  void readDiff(const toml::table& table) {
    onlyKeys(table, "diff", {"fail-on", "tier", "version"});
    diff::Settings& settings = manifest_.diff.emplace();
    const std::vector<StringRef> tiers = {"people", "data", "text"};
    if (const toml::node* node = table.get("fail-on"))
      settings.failOn = choice(*node, "fail-on", diff::failOnValues());
    if (const auto* inner = child(table, "tier", "diff.")) {
      readChanges(*inner, "`[diff.tier]`", {}, tiers, [&](const std::string& name, const std::string& value) {
        settings.tiers[name] = *diff::findTier(value);
      });
    }
    if (const auto* inner = child(table, "version", "diff.")) {
      readChanges(*inner, "`[diff.version]`", tiers, {"none", "patch", "minor", "major"}, [&](const std::string& name, const std::string& value) {
        settings.steps[name] = *findVersionStep(value);
      });
    }
  }

  /// Calls `take(name, value)` for each key that is the name of a change or one of `others`, and each value
  /// that is among `values`.
  template <class Take>
  void readChanges(const toml::table& table, StringRef place, const Keys& others, const Keys& values, Take take) {
    for (const auto& [key, node] : table) {
      const StringRef name = view(key.str());
      if (!diff::findChangeName(name) && !llvm::is_contained(others, name)) {
        const std::vector<std::string> names = diff::changeNames();
        Keys known(names.begin(), names.end());
        known.insert(known.end(), others.begin(), others.end());
        auto builder = diagnostics_.report(at(key.source()), diag::UnknownManifestKey, name, place);
        const auto near = suggest(name, known);
        if (near.empty()) builder.help(diag::ChangesAreListed);
        builder.didYouMean(at(key.source()), near);
      } else if (const auto value = choice(node, name, values)) {
        take(name.str(), *value);
      }
    }
  }

  /// The text that `node` is, where it is one of `values`.
  std::optional<std::string> choice(const toml::node& node, StringRef key, llvm::ArrayRef<StringRef> values) {
    auto value = text(node, key);
    if (!value || llvm::is_contained(values, *value)) return value;
    const Keys known(values.begin(), values.end());
    diagnostics_.report(at(node.source()), diag::BadChoice, *value, key).help(diag::ChoicesAre, key, enumerated(known, "or"));
    return {};
  }

  void collectSettings(const toml::table& table, const std::string& prefix,
                       std::vector<lint::Setting>& out) {
    for (const auto& [key, value] : table) {
      if (const auto* inner = value.as_table()) {
        collectSettings(*inner, prefix + std::string(key.str()) + ".", out);
        continue;
      }
      lint::Setting& setting = out.emplace_back();
      setting.key = prefix + std::string(key.str());
      setting.keySpan = at(key.source());
      setting.span = at(value.source());
      if (const auto* list = value.as_array()) {
        using enum lint::Setting::Type;
        setting.type =
            list->empty() || list->is_homogeneous(toml::node_type::string) ? List : Other;
        for (const toml::node& node : *list) setting.values.push_back(display(node));
      } else {
        using enum lint::Setting::Type;
        setting.type = value.is_string() ? Text : value.is_integer() ? Number : Other;
        setting.values.push_back(display(value));
      }
    }
  }

  /// A text as it is, any other value as TOML writes it.
  static std::string display(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return out.str();
  }

  const SourceManager& sources_;
  FileId file_;
  Diagnostics& diagnostics_;
  Manifest manifest_;
};

}  // namespace

Manifest parseManifest(const SourceManager& sources, FileId file, Diagnostics& diagnostics) {
  return ManifestReader(sources, file, diagnostics).read();
}

}  // namespace cadre::session
