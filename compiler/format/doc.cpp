#include "format/doc.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace cadre::format {

const Doc* Docs::text(llvm::StringRef words) {
  Doc* doc = arena_.make<Doc>();
  doc->kind = Doc::Kind::Text;
  doc->text = arena_.copy(words);
  doc->width = unicode::width(words);
  return doc;
}

const Doc* Docs::line() const {
  static constexpr Doc doc{
      .kind = Doc::Kind::Line, .text = {}, .width = 0, .parts = {}, .inner = nullptr};
  return &doc;
}

const Doc* Docs::hardLine() const {
  static constexpr Doc doc{
      .kind = Doc::Kind::HardLine, .text = {}, .width = 0, .parts = {}, .inner = nullptr};
  return &doc;
}

const Doc* Docs::concat(llvm::ArrayRef<const Doc*> parts) {
  Doc* doc = arena_.make<Doc>();
  doc->kind = Doc::Kind::Concat;
  doc->parts = arena_.copy(parts);
  return doc;
}

const Doc* Docs::nest(const Doc* inner) {
  Doc* doc = arena_.make<Doc>();
  doc->kind = Doc::Kind::Nest;
  doc->inner = inner;
  return doc;
}

const Doc* Docs::group(const Doc* inner) {
  Doc* doc = arena_.make<Doc>();
  doc->kind = Doc::Kind::Group;
  doc->inner = inner;
  return doc;
}

const Doc* Docs::fill(llvm::ArrayRef<llvm::StringRef> pieces) {
  llvm::SmallVector<const Doc*> parts;
  for (const llvm::StringRef piece : pieces) {
    parts.push_back(parts.empty() ? text(piece) : group(concat({line(), text(piece)})));
  }
  return concat(parts);
}

namespace {

/// A layout still to be written: how deep its lines begin, and whether its group fits on the line.
struct Frame {
  const Doc* doc;
  int depth;
  bool flat;
};

class Renderer {
public:
  Renderer(int width, std::string& out) : width_(width), out_(out) {}

  void run(const Doc* doc) {
    stack_.push_back({doc, 0, false});
    while (!stack_.empty()) step(stack_.pop_back_val());
  }

private:
  void step(Frame frame) {
    const Doc& doc = *frame.doc;
    switch (doc.kind) {
      case Doc::Kind::Text: return write(doc);
      case Doc::Kind::Line:
        if (!frame.flat) return breakLine(frame.depth);
        out_ += ' ';
        ++column_;
        return;
      case Doc::Kind::HardLine: return breakLine(frame.depth);
      case Doc::Kind::Concat:
        for (const Doc* part : llvm::reverse(doc.parts)) {
          stack_.push_back({part, frame.depth, frame.flat});
        }
        return;
      case Doc::Kind::Nest: stack_.push_back({doc.inner, frame.depth + 2, frame.flat}); return;
      case Doc::Kind::Group:
        stack_.push_back({doc.inner, frame.depth, frame.flat || fits(doc.inner)});
        return;
    }
  }

  void write(const Doc& text) {
    if (text.text.empty()) return;
    if (atLineStart_) out_.append(static_cast<size_t>(column_), ' ');
    atLineStart_ = false;
    out_ += text.text;
    column_ += text.width;
  }

  void breakLine(int depth) {
    out_ += '\n';
    column_ = depth;
    atLineStart_ = true;
  }

  /// Whether `inner` without line breaks, and what follows it up to the next place where a line
  /// can break, ends within the width.
  bool fits(const Doc* inner) const {
    int left = width_ - column_;
    size_t behind = stack_.size();
    llvm::SmallVector<Frame> ahead = {{inner, 0, true}};
    while (left >= 0) {
      if (ahead.empty()) {
        if (behind == 0) return true;
        ahead.push_back(stack_[--behind]);
      }
      const Frame frame = ahead.pop_back_val();
      const Doc& doc = *frame.doc;
      switch (doc.kind) {
        case Doc::Kind::Text: left -= doc.width; break;
        case Doc::Kind::Line:
          if (!frame.flat) return true;
          --left;
          break;
        case Doc::Kind::HardLine: return !frame.flat;
        case Doc::Kind::Concat:
          for (const Doc* part : llvm::reverse(doc.parts)) {
            ahead.push_back({part, frame.depth, frame.flat});
          }
          break;
        case Doc::Kind::Nest:
        case Doc::Kind::Group: ahead.push_back({doc.inner, frame.depth, frame.flat}); break;
      }
    }
    return false;
  }

  const int width_;
  std::string& out_;
  llvm::SmallVector<Frame, 64> stack_;
  int column_ = 0;
  bool atLineStart_ = true;
};

}  // namespace

void render(const Doc* doc, int width, std::string& out) { Renderer(width, out).run(doc); }

}  // namespace cadre::format
