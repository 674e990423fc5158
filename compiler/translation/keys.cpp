#include "translation/keys.h"

#include "translation/lock.h"

#include <fmt/format.h>

namespace cadre::translation {

namespace {

/// A key as one word: `id "…"` may hold anything.
std::string oneWord(StringRef text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte == 0x7f || c == '%') {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string path(const Home& home) {
  std::string out = oneWord(home.declaration);
  if (!home.level.empty()) out += " level " + home.level.str();
  if (!home.list.empty()) out += " " + home.list.str();
  return out;
}

}  // namespace

std::string fieldKey(const Home& home, StringRef field) { return path(home) + " " + field.str(); }

std::string labelKey(const Home& home, StringRef label) {
  return oneWord(home.declaration) + "#" + oneWord(label);
}

std::string levelLabelKey(const Home& home, StringRef label) {
  return path(home) + "#" + oneWord(label);
}

std::string positionalKey(const Home& home, StringRef translation) {
  return fmt::format("{} ~{:016x}", path(home), hashOf(translation));
}

bool isPositional(StringRef key) { return key.rsplit(' ').second.starts_with("~"); }

std::string bulletName(const Home& home, size_t number) {
  return fmt::format("{} bullet {}", path(home), number);
}

}  // namespace cadre::translation
