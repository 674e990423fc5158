#include "emit/xlsx/sheets.h"

namespace cadre::emit::xlsx {

namespace {

constexpr double nameWidth = 34;
constexpr double wordsWidth = 100;

/// What a scale is, and how its levels lie.
std::string scaleWords(const Scale& scale) {
  std::string out = scale.about.plain.str();
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : "\n") + words; };
  if (scale.kind == ScaleKind::Numeric) {
    add("from " + formatNumber(scale.low) + " to " + formatNumber(scale.high));
  } else if (scale.cumulative) {
    add("a level includes those above it in this list");
  }
  return out;
}

}  // namespace

void Sheets::fact(StringRef name, StringRef value) {
  if (value.empty()) return;
  about_.write(row_, 0, name, looks::heading);
  about_.write(row_++, 1, value, looks::text);
}

void Sheets::sheetList() {
  about_.write(row_++, 0, "Sheets", looks::heading);
  for (const Listed& sheet : listed_) {
    about_.link(row_, 0, sheet.name);
    about_.write(row_++, 1, sheet.holds, looks::text);
  }
  ++row_;
}

/// The levels in their colours, with what they mean; then how importance shows.
void Sheets::legend() {
  for (const ScaleId id : publication_.ids<Scale>()) {
    const Scale& scale = model_[id];
    workbook_.setKey(scale.key);
    about_.write(row_, 0, readable::titleOf(scale), looks::heading);
    about_.write(row_++, 1, scaleWords(scale), looks::text);
    const bool isNumeric = scale.kind == ScaleKind::Numeric;
    if (isNumeric) {
      about_.write(row_++, 0, scale.low, levelLook(0, Importance::Essential));
      about_.write(row_++, 0, scale.high, levelLook(1, Importance::Essential));
    }
    for (const LevelId level : scale.levels) {
      const auto count = static_cast<double>(scale.levels.size());
      const double place = count > 1 ? (model_[level].ordinal - 1) / (count - 1) : 1;
      about_.write(row_, 0, model_.display({level, std::nullopt}),
                   levelLook(place, Importance::Essential));
      std::string means = model_[level].about.plain.str();
      for (const Bullet& bullet : model_[level].descriptors) {
        means += (means.empty() ? "• " : "\n• ") + bullet.text.plain.str();
      }
      about_.write(row_++, 1, means, looks::text);
    }
    ++row_;
  }
  about_.write(row_++, 0, "Importance", looks::heading);
  for (const Importance importance :
       {Importance::Essential, Importance::Desired, Importance::Optional}) {
    about_.write(row_++, 0, word(importance), levelLook(0, importance));
  }
  ++row_;
}

void Sheets::losses(const fidelity::Report& report) {
  if (report.entries().empty()) return;
  about_.write(row_, 0, "Not in this workbook", looks::heading);
  about_.write(row_++, 1, "(framework.json holds all of it)");
  for (const fidelity::Entry& entry : report.entries()) {
    about_.write(row_, 0, static_cast<double>(entry.tally.count));
    about_.write(row_++, 1, entry.words.str() + ": " + entry.reason.str(), looks::text);
  }
}

void Sheets::fillAbout(const fidelity::Report& report) {
  const Framework& framework = model_.framework();
  workbook_.setKey(framework.key);
  about_.width(0, nameWidth);
  about_.width(1, wordsWidth);
  about_.write(row_++, 0, readable::titleOf(framework), looks::title);
  fact("About", framework.about.plain);
  fact("Framework id", framework.key);
  fact("Web address", framework.uri);
  fact("Version", framework.version);
  fact("Language", framework.language);
  fact("Publisher", framework.publisher);
  fact("Licence", framework.license);
  ++row_;
  sheetList();
  legend();
  losses(report);
}

}  // namespace cadre::emit::xlsx
