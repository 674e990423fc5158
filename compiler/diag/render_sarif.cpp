#include "diag/explain.h"
#include "diag/json_text.h"
#include "diag/renderers.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/JSON.h>

#include <fmt/format.h>

#include <map>

namespace cadre::diag {

namespace {

constexpr llvm::StringLiteral schemaUri = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr llvm::StringLiteral rootId = "%SRCROOT%";
constexpr llvm::StringLiteral fingerprintName = "cadreFinding/v1";

llvm::StringRef levelOf(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "note";
  }
  llvm_unreachable("every severity has a case");
}

/// The path as a relative reference, or a `file` address where it is absolute. Bytes that are no
/// UTF-8 are escaped like others.
std::string uriOf(llvm::StringRef path) {
  std::string out = path.starts_with("/") ? "file://" : "";
  for (const char c : path) {
    if (llvm::isAlnum(c) || llvm::StringRef("/-._~").contains(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// The codes of some findings, in order, and the place of each.
class Codes {
public:
  void add(const Diagnostic& diagnostic) {
    places_.try_emplace(diagnostic.code, diagnostic.severity);
  }
  void number() {
    for (auto& [code, place] : places_) place.index = next_++;
  }
  [[nodiscard]] size_t indexOf(std::string_view code) const {
    return places_.find(code)->second.index;
  }

  template <class Visit>
  void visit(const Visit& visit) const {
    for (const auto& [code, place] : places_) visit(code, place.severity);
  }

private:
  struct Place {
    explicit Place(Severity s) : severity(s) {}
    Severity severity;
    size_t index = 0;
  };
  std::map<std::string_view, Place> places_;
  size_t next_ = 0;
};

class Log {
public:
  Log(const Report& report, llvm::raw_ostream& out)
      : report_(report), json_(out, 2), marks_(fingerprints(report)) {
    for (const Finding& it : report.all()) {
      if (it.isShown && !it.diagnostic->code.empty())
        (isResult(it) ? rules_ : notifications_).add(*it.diagnostic);
    }
    rules_.number();
    notifications_.number();
  }

  void write() {
    json_.object([&] {
      text("$schema", schemaUri);
      text("version", "2.1.0");
      json_.attributeArray("runs", [&] { json_.object([&] { writeRun(); }); });
    });
  }

private:
  /// Readers of SARIF refuse results without a place; those are said as notifications.
  static bool isResult(const Finding& finding) { return finding.diagnostic->span.isValid(); }

  void text(llvm::StringRef key, llvm::StringRef value) {
    json_.attributeBegin(key);
    json_.rawValue(quoteJson(value));
    json_.attributeEnd();
  }
  void message(llvm::StringRef key, llvm::StringRef value) {
    json_.attributeObject(key, [&] { text("text", value); });
  }

  void writeRun() {
    json_.attributeObject("tool", [&] { json_.attributeObject("driver", [&] { writeDriver(); }); });
    json_.attributeArray("invocations", [&] { json_.object([&] { writeInvocation(); }); });
    json_.attributeObject("originalUriBaseIds", [&] {
      json_.attributeObject(
          rootId, [&] { message("description", "the directory that cadre was called in"); });
    });
    text("columnKind", "unicodeCodePoints");
    text("defaultEncoding", "utf-8");
    json_.attributeArray("results", [&] {
      for (size_t i = 0; i < report_.all().size(); ++i) {
        const Finding& it = report_.all()[i];
        if (it.isShown && isResult(it))
          json_.object([&] { writeResult(*it.diagnostic, marks_[i]); });
      }
    });
  }

  // ---- The tool

  void writeDriver() {
    const llvm::StringRef version = report_.options().version;
    text("name", "cadre");
    if (!version.empty()) {
      text("version", version);
      text("semanticVersion", version);
    }
    text("language", "en");
    writeDescriptors("rules", rules_);
    writeDescriptors("notifications", notifications_);
  }

  void writeDescriptors(llvm::StringRef key, const Codes& codes) {
    json_.attributeArray(key, [&] {
      codes.visit([&](llvm::StringRef code, Severity severity) {
        json_.object([&] { writeDescriptor(code, severity); });
      });
    });
  }

  void writeDescriptor(llvm::StringRef code, Severity severity) {
    const KindRow* row = findRow(code);
    const auto pageOf = report_.options().page;
    const std::string page = pageOf ? pageOf(code) : explain(code).str();
    text("id", code);
    if (row) text("name", row->name);
    if (!page.empty()) {
      const PlainPage plain = diag::plain(page);
      message("shortDescription", plain.title);
      message("fullDescription", plain.summary);
      json_.attributeObject("help", [&] {
        text("text", plain.text);
        text("markdown", page);
      });
    }
    json_.attributeObject("defaultConfiguration",
                          [&] { text("level", levelOf(row ? row->severity : severity)); });
  }

  // ---- The call

  void writeInvocation() {
    const int exitCode = report_.options().exitCode;
    json_.attribute("executionSuccessful", exitCode < 2);
    json_.attribute("exitCode", exitCode);
    json_.attributeArray("toolExecutionNotifications", [&] {
      for (const Finding& it : report_.all()) {
        if (it.isShown && !isResult(it)) json_.object([&] { writeNotification(*it.diagnostic); });
      }
      if (report_.hiddenCount() > 0) json_.object([&] { writeHidden(); });
    });
  }

  void writeNotification(const Diagnostic& diagnostic) {
    if (!diagnostic.code.empty()) {
      json_.attributeObject("descriptor", [&] {
        text("id", diagnostic.code);
        json_.attribute("index", static_cast<int64_t>(notifications_.indexOf(diagnostic.code)));
      });
    }
    message("message", textOf(diagnostic));
    text("level", levelOf(diagnostic.severity));
  }

  void writeHidden() {
    message("message", fmt::format("{} more found and not shown (`--max-diagnostics`)",
                                   report_.hiddenCount()));
    text("level", "note");
  }

  // ---- Results

  static std::string textOf(const Diagnostic& diagnostic) {
    std::string out = diagnostic.message;
    for (const std::string& line : notesAndHelp(diagnostic)) out += "\n" + line;
    return out;
  }

  void writeResult(const Diagnostic& diagnostic, llvm::StringRef mark) {
    if (!diagnostic.code.empty()) {
      text("ruleId", diagnostic.code);
      json_.attribute("ruleIndex", static_cast<int64_t>(rules_.indexOf(diagnostic.code)));
    }
    text("level", levelOf(diagnostic.severity));
    message("message", textOf(diagnostic));
    json_.attributeArray("locations", [&] {
      json_.object([&] { writeLocation(diagnostic.span, diagnostic.primaryLabel); });
    });
    json_.attributeObject("partialFingerprints", [&] { text(fingerprintName, mark); });
    writeRelated(diagnostic.labels);
    writeFixes(diagnostic.fixes);
  }

  void writeRelated(llvm::ArrayRef<Label> labels) {
    if (labels.empty()) return;
    json_.attributeArray("relatedLocations", [&] {
      int64_t id = 0;
      for (const Label& label : labels) {
        if (!label.span.isValid()) continue;
        json_.object([&] {
          json_.attribute("id", id++);
          writeLocation(label.span, label.message);
        });
      }
    });
  }

  void writeLocation(Span span, llvm::StringRef said) {
    json_.attributeObject("physicalLocation", [&] {
      writeArtifact(span.file);
      json_.attributeObject("region", [&] { writeRegion(span); });
    });
    if (!said.empty()) message("message", said);
  }

  void writeArtifact(FileId file) {
    json_.attributeObject("artifactLocation", [&] {
      const llvm::StringRef path = report_.pathOf(file);
      text("uri", uriOf(path));
      if (!path.starts_with("/")) text("uriBaseId", rootId);
    });
  }

  void writeRegion(Span span) {
    const Region region = report_.regionOf(span);
    json_.attribute("startLine", region.begin.line);
    json_.attribute("startColumn", region.begin.column);
    json_.attribute("endLine", region.end.line);
    json_.attribute("endColumn", region.end.column);
  }

  // ---- Fixes

  void writeFixes(llvm::ArrayRef<Fix> fixes) {
    if (fixes.empty()) return;
    json_.attributeArray("fixes", [&] {
      for (const Fix& fix : fixes) json_.object([&] { writeFix(fix); });
    });
  }

  void writeFix(const Fix& fix) {
    llvm::MapVector<uint32_t, std::vector<const Edit*>> byFile;
    for (const Edit& edit : fix.edits) byFile[edit.span.file.index()].push_back(&edit);
    message("description", fix.title);
    json_.attributeArray("artifactChanges", [&] {
      for (const auto& [file, edits] : byFile) {
        json_.object([&, index = file, list = &edits] {
          writeArtifact(FileId(index));
          json_.attributeArray("replacements", [&] {
            for (const Edit* edit : *list) json_.object([&] { writeReplacement(*edit); });
          });
        });
      }
    });
    json_.attributeObject("properties", [&] { json_.attribute("safe", fix.safe); });
  }

  void writeReplacement(const Edit& edit) {
    json_.attributeObject("deletedRegion", [&] { writeRegion(edit.span); });
    if (!edit.replacement.empty()) message("insertedContent", edit.replacement);
  }

  const Report& report_;
  llvm::json::OStream json_;
  std::vector<std::string> marks_;
  Codes rules_;
  Codes notifications_;
};

}  // namespace

void renderSarif(const Report& report, llvm::raw_ostream& out) {
  Log(report, out).write();
  out << '\n';
}

}  // namespace cadre::diag
