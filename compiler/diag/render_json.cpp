#include "diag/json_text.h"
#include "diag/renderers.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/JSON.h>

namespace cadre::diag {

namespace {

/// Writes the members of one object.
class Writer {
public:
  Writer(llvm::json::OStream& json, const SourceManager& sources)
      : json_(json), sources_(sources) {}

  void text(llvm::StringRef key, llvm::StringRef value) {
    json_.attributeBegin(key);
    json_.rawValue(quoteJson(value));
    json_.attributeEnd();
  }
  void texts(llvm::StringRef key, llvm::ArrayRef<std::string> values) {
    json_.attributeArray(key, [&] {
      for (const std::string& value : values) json_.rawValue(quoteJson(value));
    });
  }
  /// `file` to `endColumn`; "" and zeros for no place.
  void place(Span span) {
    LineColumn begin{0, 0};
    LineColumn end{0, 0};
    if (span.isValid()) {
      begin = sources_.position(span.file, span.begin);
      end = sources_.position(span.file, span.end);
    }
    text("file", span.isValid() ? sources_.path(span.file) : "");
    json_.attribute("line", begin.line);
    json_.attribute("column", begin.column);
    json_.attribute("endLine", end.line);
    json_.attribute("endColumn", end.column);
  }
  void label(Span span, llvm::StringRef message) {
    json_.object([&] {
      place(span);
      text("message", message);
    });
  }
  void fix(const Fix& fix) {
    json_.object([&] {
      json_.attribute("safe", fix.safe);
      text("title", fix.title);
      json_.attributeArray("edits", [&] {
        for (const Edit& edit : fix.edits) {
          json_.object([&] {
            place(edit.span);
            text("replacement", edit.replacement);
          });
        }
      });
    });
  }

private:
  llvm::json::OStream& json_;
  const SourceManager& sources_;
};

void writeRecord(const Diagnostic& diagnostic, const SourceManager& sources, llvm::raw_ostream& out) {
  llvm::json::OStream json(out);
  Writer writer(json, sources);
  json.object([&] {
    writer.text("severity", name(diagnostic.severity));
    writer.text("code", diagnostic.code);
    writer.text("message", diagnostic.message);
    writer.place(diagnostic.span);
    json.attributeArray("labels", [&] {
      for (const Label& label : diagnostic.labels) writer.label(label.span, label.message);
      if (!diagnostic.primaryLabel.empty()) writer.label(diagnostic.span, diagnostic.primaryLabel);
    });
    writer.texts("notes", diagnostic.notes);
    writer.text("help", llvm::join(diagnostic.help, "; "));
    writer.texts("suggestions", diagnostic.suggestions);
    json.attributeArray("fixes", [&] {
      for (const Fix& fix : diagnostic.fixes) writer.fix(fix);
    });
  });
  out << '\n';
}

}  // namespace

void renderJson(const Report& report, llvm::raw_ostream& out) {
  for (const Diagnostic* it : report.shown()) writeRecord(*it, report.sources(), out);
}

}  // namespace cadre::diag
