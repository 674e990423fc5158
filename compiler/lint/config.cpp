#include "lint/config.h"

#include "diag/kinds/lint.h"
#include "lint/wording.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

#include <map>

namespace cadre::lint {

namespace {

constexpr StringRef tiers[] = {"essential", "recommended", "strict"};
constexpr StringRef weights[] = {"error", "warning", "off"};

std::vector<const OptionRow*> optionsOf(RuleId rule) {
  std::vector<const OptionRow*> out;
  for (const OptionRow& row : options()) {
    if (row.rule == rule) out.push_back(&row);
  }
  return out;
}

}  // namespace

Config::Config() : states_(rules().size()), severities_(rules().size(), Severity::Warning) {
  for (const OptionRow& row : options()) {
    if (row.isList) {
      words_.emplace_back();
    } else {
      numbers_.push_back(row.standard);
    }
  }
}

bool Config::isOn(RuleId rule) const {
  if (const auto state = states_[index(rule)]) return *state;
  return rowOf(rule).tier <= tier_;
}

void Config::turnOn(RuleId rule, Severity severity) {
  states_[index(rule)] = true;
  severities_[index(rule)] = severity;
}

void Config::turnOff(RuleId rule) { states_[index(rule)] = false; }

void Config::takeOptions(const Config& other) {
  numbers_ = other.numbers_;
  words_ = other.words_;
}

class ConfigReader {
public:
  ConfigReader(Config& config, Diagnostics& diagnostics) : config_(config), diagnostics_(diagnostics) {}

  void read(const Setting& setting) {
    const auto [name, rest] = StringRef(setting.key).split('.');
    if (rest.empty() && name == "tier") return readTier(setting);
    if (rest.empty() && name == "baseline") return readBaselineName(setting);
    const RuleRow* row = findRule(name);
    if (!row) return unknownRule(setting, name);
    if (rest.empty() || rest == "severity") return readWeight(setting, *row);
    readOption(setting, *row, rest);
  }

  /// What no setting tells alone.
  void checkRanges() {
    for (size_t low = 0; low < config_.numbers_.size(); ++low) {
      if (options()[low].name != "min") continue;
      const auto ours = optionsOf(options()[low].rule);
      const auto at = llvm::find_if(ours, [](const OptionRow* it) { return it->name == "max"; });
      if (at == ours.end()) continue;
      const auto high = static_cast<size_t>(*at - options().begin());
      if (config_.numbers_[low] <= config_.numbers_[high]) continue;
      const Setting* const own = setBy_[low] ? setBy_[low] : setBy_[high];
      diagnostics_.report(own->span, diag::LintValue, own->key,
                          setBy_[low] ? fmt::format("a number that is not above `max`, {}", config_.numbers_[high])
                                      : fmt::format("a number that is not below `min`, {}", config_.numbers_[low]));
    }
  }

private:
  void readTier(const Setting& setting) {
    const StringRef value = text(setting);
    const auto* const found = llvm::find(tiers, value);
    if (found != std::end(tiers)) {
      config_.setTier(static_cast<Tier>(found - std::begin(tiers)));
    } else {
      notA(setting, "a tier", tiers);
    }
  }

  void readBaselineName(const Setting& setting) {
    const StringRef name = text(setting);
    // The file is written anew: never a source, nor the manifest that names it.
    if (name.empty()) {
      diagnostics_.report(setting.span, diag::LintValue, setting.key, "the name of a file in quotes");
    } else if (name.ends_with_insensitive(".cadre") || llvm::sys::path::filename(name) == "cadre.toml") {
      diagnostics_.report(setting.span, diag::LintValue, setting.key, "the name of a file that is no source and no manifest");
    } else {
      config_.baseline_ = setting.values.front();
    }
  }

  void readWeight(const Setting& setting, const RuleRow& row) {
    const StringRef value = text(setting);
    if (value == "error") return config_.turnOn(row.id, Severity::Error);
    if (value == "warning") return config_.turnOn(row.id, Severity::Warning);
    if (value == "off") return config_.turnOff(row.id);
    notA(setting, "a severity", weights);
  }

  void readOption(const Setting& setting, const RuleRow& row, StringRef name) {
    const auto ours = optionsOf(row.id);
    const auto at = llvm::find_if(ours, [&](const OptionRow* it) { return it->name == name; });
    const OptionRow* const found = at == ours.end() ? nullptr : *at;
    if (!found) return unknownOption(setting, row, name, ours);
    const auto index = static_cast<size_t>(found - options().begin());
    if (found->isList) {
      if (setting.type != Setting::Type::List) {
        diagnostics_.report(setting.span, diag::LintValue, setting.key, "a list of texts");
      } else {
        config_.words_[index - config_.numbers_.size()] = setting.values;
      }
      return;
    }
    int value = 0;
    if (setting.type != Setting::Type::Number || StringRef(setting.values.front()).getAsInteger(10, value) ||
        value < found->low || value > found->high) {
      diagnostics_.report(setting.span, diag::LintValue, setting.key,
                          fmt::format("a whole number from {} to {}", found->low, found->high));
    } else {
      config_.numbers_[index] = value;
      setBy_[index] = &setting;
    }
  }

  void unknownRule(const Setting& setting, StringRef name) {
    std::vector<StringRef> known = ruleNames();
    known.insert(known.end(), {"tier", "baseline"});
    diagnostics_.report(setting.keySpan, diag::UnknownLintKey, name)
        .didYouMean(setting.keySpan, suggest(name, known))
        .help(diag::ListRules);
  }

  void unknownOption(const Setting& setting, const RuleRow& row, StringRef name, ArrayRef<const OptionRow*> ours) {
    std::vector<StringRef> known = {"severity"};
    for (const OptionRow* it : ours) known.push_back(it->name);
    diagnostics_.report(setting.keySpan, diag::UnknownLintOption, row.name, name)
        .didYouMean(setting.keySpan, suggest(name, known))
        .help(diag::LintOptionsAre, row.name, listed(known));
  }

  void notA(const Setting& setting, StringRef what, ArrayRef<StringRef> known) {
    const std::string value = llvm::join(setting.values, ", ");
    // The span of a text holds its quotes.
    const Span inside = {setting.span.file, setting.span.begin + 1, setting.span.end - 1};
    auto builder = diagnostics_.report(setting.span, diag::LintWord, value, what);
    std::vector<StringRef> near = suggest(value, known);
    // `warn` for `warning`.
    if (near.empty() && value.size() > 2) {
      llvm::copy_if(known, std::back_inserter(near), [&](StringRef it) { return it.starts_with_insensitive(value); });
    }
    if (setting.type == Setting::Type::Text && !near.empty()) {
      builder.didYouMean(inside, near);
    } else {
      builder.help(diag::LintWordsAre, listed(known));
    }
  }

  static StringRef text(const Setting& setting) {
    return setting.type == Setting::Type::Text ? StringRef(setting.values.front()) : StringRef();
  }

  Config& config_;
  Diagnostics& diagnostics_;
  std::map<size_t, const Setting*> setBy_;  ///< Of numbers, by the option's index.
};

Config readConfig(ArrayRef<Setting> settings, Diagnostics& diagnostics) {
  Config config;
  ConfigReader reader(config, diagnostics);
  for (const Setting& setting : settings) reader.read(setting);
  reader.checkRanges();
  return config;
}

}  // namespace cadre::lint
