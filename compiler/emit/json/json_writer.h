// JSON as text: takes values one after the other, gives them indented or each on a line, byte for
// byte the same on every machine. Whatever goes in, what comes out is JSON in valid UTF-8. Knows
// nothing of records; keeps the text in memory.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>

namespace cadre::emit::json {

/// What becomes of an array or object that nothing was put into.
enum class IfEmpty { Keep, LeaveOut };

/// Indented: members and elements stand on lines of their own, indented by two spaces a level; what
/// fits on one line stands on one. Compact: without white space, so that a value is a line.
enum class Layout { Indented, Compact };

/// Writes values: objects or arrays with what they hold. A further value begins a line of its own.
/// Functions with a name write a member of the object that is open, those without one an element
/// of the array that is open (or a whole value).
class JsonWriter {
 public:
  explicit JsonWriter(size_t expectedBytes = 0, Layout layout = Layout::Indented)
      : layout_(layout) {
    out_.reserve(expectedBytes);
  }

  /// `body` writes the members.
  template <class Body>
  void object(Body body, IfEmpty ifEmpty = IfEmpty::Keep) {
    beginElement();
    nest('{', '}', ifEmpty, body);
  }
  template <class Body>
  void object(llvm::StringRef name, Body body, IfEmpty ifEmpty = IfEmpty::Keep) {
    beginMember(name);
    nest('{', '}', ifEmpty, body);
  }

  /// `body` writes the elements.
  template <class Body>
  void array(Body body, IfEmpty ifEmpty = IfEmpty::Keep) {
    beginElement();
    nest('[', ']', ifEmpty, body);
  }
  template <class Body>
  void array(llvm::StringRef name, Body body, IfEmpty ifEmpty = IfEmpty::Keep) {
    beginMember(name);
    nest('[', ']', ifEmpty, body);
  }

  void string(llvm::StringRef value);
  void string(llvm::StringRef name, llvm::StringRef value);
  /// The shortest decimal that reads back. An infinity becomes the largest number there is.
  void number(double value);
  void number(llvm::StringRef name, double value);
  void flag(llvm::StringRef name, bool value);

  /// A string member, left out when `value` is empty.
  void stringUnlessEmpty(llvm::StringRef name, llvm::StringRef value);
  /// An array of strings, left out when there are none.
  void stringsUnlessEmpty(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> values);
  /// A member that is `true` or left out.
  void flagIfTrue(llvm::StringRef name, bool value);

  /// Ends the text with a line feed and hands it over.
  [[nodiscard]] std::string take() &&;

 private:
  /// An array or object that is open.
  struct Frame {
    size_t begin;        ///< Where its bracket stands.
    size_t lineBegin;    ///< Where the line of the bracket begins.
    size_t entryBegin;   ///< Where what separates it from its predecessor begins.
    uint32_t count = 0;  ///< Of members or elements so far.
  };

  template <class Body>
  void nest(char open, char close, IfEmpty ifEmpty, Body& body) {
    this->open(open);
    body();
    this->close(close, ifEmpty);
  }

  void beginMember(llvm::StringRef name);
  void beginElement();
  void open(char bracket);
  void close(char bracket, IfEmpty ifEmpty);
  void newLine(size_t depth);
  [[nodiscard]] bool fitsOnOneLine(const Frame& frame, char bracket) const;
  void joinLines(const Frame& frame, char bracket);
  void quote(llvm::StringRef text);
  size_t appendUnusual(llvm::StringRef text, size_t offset);

  Layout layout_;
  std::string out_;
  llvm::SmallVector<Frame, 16> frames_;
  size_t lineBegin_ = 0;   ///< Of the newest line, up to the value that begins on it.
  size_t entryBegin_ = 0;  ///< Of the newest member or element.
};

}  // namespace cadre::emit::json
