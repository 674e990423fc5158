// The one predicate of the reference lexer: how deep a bullet's dash stands.
#pragma once

#include <antlr4-runtime.h>

/// Knows, while a bullet is being read, whether the line just begun continues it: it is indented
/// deeper than the dash and begins with none of `-`, `}`, `//`, and is not blank.
class BulletDepth : public antlr4::Lexer {
public:
  using antlr4::Lexer::Lexer;

protected:
  bool deeper() {
    antlr4::CharStream& input = *getInputStream();
    const std::string here = indent(input, input.index());
    const std::string dash = indent(input, tokenStartCharIndex);
    const size_t first = input.LA(1);
    const bool ends = first == antlr4::CharStream::EOF || first == '\r' || first == '\n' || first == '-' ||
                      first == '}' || first == '{' ||
                      first == ' ' || first == '\t' || (first == '/' && input.LA(2) == '/');
    return !ends && here.size() > dash.size() && here.compare(0, dash.size(), dash) == 0;
  }

private:
  /// The white space that leads the line of `index`, with a space for each other character that
  /// stands before it on the line.
  static std::string indent(antlr4::CharStream& input, size_t index) {
    std::string out;
    const ssize_t back = static_cast<ssize_t>(input.index()) - static_cast<ssize_t>(index);
    for (ssize_t at = -1 - back; static_cast<ssize_t>(index) + at + back + 1 > 0; --at) {
      const size_t value = input.LA(at);
      if (value == antlr4::CharStream::EOF || value == '\n') break;
      out.insert(out.begin(), value == '\t' ? '\t' : ' ');
    }
    return out;
  }
};
