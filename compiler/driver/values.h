// What can stand behind an option or as an operand, as far as it is known: takes rows of the
// command line, gives words or a kind of path. For those that complete a call, and those that
// describe it.
#pragma once

#include "driver/options.h"

#include <string>
#include <vector>

namespace cadre::driver {

struct Word {
  std::string name;
  std::string help;  ///< Empty where the name says it all.
};

enum class ValueKind : uint8_t {
  Free,      ///< A number, a name of the author's own.
  Words,     ///< One of some words.
  WordList,  ///< Some of them, separated by commas.
  Path,      ///< A file or a directory.
  File,
  Directory,
  Profile,  ///< One of some words, or the name of a profile of the package that the call is about.
  Query,    ///< What `cadre query --complete` completes.
};

struct Values {
  ValueKind kind = ValueKind::Free;
  std::vector<Word> words;
};

/// An option as a verb has it: a row of OPTION, or one of an importer's.
struct OptionForm {
  std::string shortName;
  std::string longName;
  std::string value;  ///< What its value is called; empty: a switch.
  std::string help;
  Values values;
};

/// The options of a verb, its own ones first.
[[nodiscard]] std::vector<OptionForm> optionForms(const VerbRow& verb);
/// Those of every verb.
[[nodiscard]] std::vector<OptionForm> commonOptionForms();

/// What the operand at a place, from 0, can be.
[[nodiscard]] Values operandValues(const VerbRow& verb, size_t place);

}  // namespace cadre::driver
