// What a project says of the rules: takes the values of `[lint]` in cadre.toml, gives which rules run,
// how much their findings weigh and what their options are; reports what it does not know.
#pragma once

#include "diag/diagnostics.h"
#include "lint/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace cadre::lint {

/// A value below `[lint]`, as the manifest has it: keys joined by `.`.
struct Setting {
  enum class Type : uint8_t { Text, Number, List, Other };  ///< A list is one of texts.
  std::string key;
  Type type = Type::Other;
  std::vector<std::string> values;  ///< One, but of a list.
  Span keySpan;                     ///< The last part of the key.
  Span span;                        ///< The value.
};

class Config {
public:
  /// Tier `recommended`, every option as it comes.
  Config();

  /// Whether the rule runs.
  [[nodiscard]] bool isOn(RuleId rule) const;
  [[nodiscard]] Severity severity(RuleId rule) const { return severities_[index(rule)]; }
  [[nodiscard]] int number(OptionId option) const { return numbers_[static_cast<size_t>(option)]; }
  [[nodiscard]] ArrayRef<std::string> words(WordsId option) const { return words_[static_cast<size_t>(option)]; }
  [[nodiscard]] Tier tier() const { return tier_; }
  /// The baseline file, relative to the manifest; none where the manifest names none.
  [[nodiscard]] const std::optional<std::string>& baseline() const { return baseline_; }

  void setTier(Tier tier) { tier_ = tier; }
  void turnOn(RuleId rule, Severity severity);
  void turnOff(RuleId rule);
  /// Takes over the options of another one; which rules run stays.
  void takeOptions(const Config& other);

private:
  friend class ConfigReader;
  static size_t index(RuleId rule) { return static_cast<size_t>(rule); }

  Tier tier_ = Tier::Recommended;
  std::vector<std::optional<bool>> states_;  ///< Said of the rule itself.
  std::vector<Severity> severities_;
  std::vector<int> numbers_;
  std::vector<std::vector<std::string>> words_;
  std::optional<std::string> baseline_;
};

/// Reads settings; what is not known or not fitting is reported (E0912–E0916) and left out.
Config readConfig(ArrayRef<Setting> settings, Diagnostics& diagnostics);

}  // namespace cadre::lint
