#include "driver/translation_text.h"

#include "diag/visible.h"
#include "support/unicode.h"

#include <llvm/Support/JSON.h>

#include <fmt/format.h>

namespace cadre::driver {

using llvm::StringRef;
using translation::State;
using translation::Text;
using translation::Version;

namespace {

constexpr int textColumns = 88;

/// `text` in one line of a terminal, cut where it is long.
std::string inOneLine(StringRef text) {
  std::string line;
  for (const char c : text.trim()) line += c == '\n' || c == '\t' ? ' ' : c;
  const std::string shown = diag::visible(line);
  std::string out;
  int used = 0;
  for (size_t at = 0; at < shown.size();) {
    const StringRef letter = StringRef(shown).substr(at, unicode::decode(shown, at).length);
    at += letter.size();
    used += unicode::width(letter);
    if (used > textColumns) return out + "…";
    out += letter;
  }
  return out;
}

class Printer {
public:
  Printer(const SourceManager& sources, const TranslationView& view, llvm::raw_ostream& out)
      : sources_(sources), view_(view), out_(out) {}

  void print(const TranslationReport& report) {
    if (report.languages.empty()) {
      out_ << fmt::format("`{}` lists no languages under `translations`\n", report.framework);
      return;
    }
    table(report);
    if (view_.isShort) return;
    for (const StringRef language : report.languages) places(report, language);
  }

private:
  void table(const TranslationReport& report) {
    size_t width = StringRef("language").size();
    for (const StringRef language : report.languages) width = std::max(width, language.size());
    out_ << fmt::format("{:<{}}  {:>15}  {:>7}  {:>7}  {:>10}\n", "language", width, "translated",
                        "missing", "stale", "unrecorded");
    for (const StringRef language : report.languages) {
      const translation::Tally tally = translation::count(report.texts, language);
      const std::string translated = fmt::format("{} of {}", tally.translated(), tally.total());
      out_ << fmt::format("{:<{}}  {:>15}  {:>7}  {:>7}  {:>10}\n", language, width, translated,
                          tally.missing, tally.stale, tally.unrecorded);
    }
  }

  [[nodiscard]] bool isShown(State state) const {
    return state == State::Missing || state == State::Stale ||
           (state == State::Unrecorded && view_.isFull);
  }

  void places(const TranslationReport& report, StringRef language) {
    size_t shown = 0;
    size_t left = 0;
    for (const Text& text : report.texts) {
      const Version* version = text.find(language);
      if (!version || !isShown(version->state)) continue;
      if (view_.mostTexts > 0 && shown == view_.mostTexts) {
        ++left;
        continue;
      }
      if (shown++ == 0) out_ << fmt::format("\n{}\n", language);
      place(text, *version);
    }
    if (left > 0) out_ << fmt::format("  … and {} more\n", left);
    const size_t unrecorded = translation::count(report.texts, language).unrecorded;
    if (unrecorded == 0) return;
    out_ << fmt::format(
        "\n{} of `{}` {} unrecorded: `cadre translate accept {}` records {}\n",
        unrecorded == 1 ? "1 translation" : fmt::format("{} translations", unrecorded), language,
        unrecorded == 1 ? "is" : "are", language,
        unrecorded == 1 ? "what it was made from" : "what they were made from");
  }

  void place(const Text& text, const Version& version) {
    const bool isMissing = version.state == State::Missing;
    out_ << fmt::format("  {}: {}: {}\n", placeOf(isMissing ? text.span : version.span),
                        word(version.state), diag::visible(text.key));
    const std::string words = inOneLine(text.words);
    if (isMissing) {
      out_ << fmt::format("    {}\n", words);
    } else if (version.state == State::Stale) {
      out_ << fmt::format("    {}: now: {}\n", placeOf(text.span), words);
      if (version.isLeftOut)
        out_ << "    left out of all outputs: it may belong to another bullet\n";
    }
  }

  [[nodiscard]] std::string placeOf(Span span) const {
    const LineColumn at = sources_.position(span.file, span.begin);
    return fmt::format("{}:{}:{}", diag::visible(sources_.path(span.file)), at.line, at.column);
  }

  const SourceManager& sources_;
  const TranslationView& view_;
  llvm::raw_ostream& out_;
};

class JsonPrinter {
public:
  JsonPrinter(const SourceManager& sources, llvm::raw_ostream& out)
      : sources_(sources), json_(out, 2) {}

  void print(llvm::ArrayRef<TranslationReport> reports) {
    json_.object([&] {
      json_.attribute("formatVersion", 1);
      json_.attributeArray("packages", [&] {
        for (const TranslationReport& report : reports) json_.object([&] { package(report); });
      });
    });
  }

private:
  void package(const TranslationReport& report) {
    json_.attribute("framework", report.framework);
    json_.attribute("directory", llvm::json::fixUTF8(report.directory));
    json_.attributeArray("languages", [&] {
      for (const StringRef language : report.languages) {
        const translation::Tally tally = translation::count(report.texts, language);
        json_.object([&] {
          json_.attribute("language", language);
          number("total", tally.total());
          number("translated", tally.translated());
          number("missing", tally.missing);
          number("stale", tally.stale);
          number("unrecorded", tally.unrecorded);
        });
      }
    });
    json_.attributeArray("texts", [&] {
      for (const StringRef language : report.languages) {
        for (const Text& one : report.texts) {
          const Version* version = one.find(language);
          if (version && version->state != State::Current)
            json_.object([&] { text(one, *version); });
        }
      }
    });
  }

  void text(const Text& text, const Version& version) {
    json_.attribute("language", version.language);
    json_.attribute("state", word(version.state));
    json_.attribute("key", text.key);
    json_.attribute("text", text.words);
    place("source", text.span);
    if (version.span.isValid()) place("translation", version.span);
    if (version.isLeftOut) json_.attribute("leftOut", true);
  }

  void place(StringRef name, Span span) {
    const LineColumn begin = sources_.position(span.file, span.begin);
    const LineColumn end = sources_.position(span.file, span.end);
    json_.attributeObject(name, [&] {
      json_.attribute("file", sources_.path(span.file));
      number("line", begin.line);
      number("column", begin.column);
      number("endLine", end.line);
      number("endColumn", end.column);
    });
  }

  void number(StringRef name, size_t value) { json_.attribute(name, static_cast<int64_t>(value)); }

  const SourceManager& sources_;
  llvm::json::OStream json_;
};

}  // namespace

void print(llvm::ArrayRef<TranslationReport> reports, const SourceManager& sources,
           const TranslationView& view, llvm::raw_ostream& out) {
  Printer printer(sources, view, out);
  for (size_t i = 0; i < reports.size(); ++i) {
    if (i > 0) out << '\n';
    if (reports.size() > 1) out << reports[i].framework << "\n\n";
    printer.print(reports[i]);
  }
}

void printJson(llvm::ArrayRef<TranslationReport> reports, const SourceManager& sources,
               llvm::raw_ostream& out) {
  JsonPrinter(sources, out).print(reports);
  out << '\n';
}

}  // namespace cadre::driver
