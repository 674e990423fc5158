// The reference lexer behind a plain interface: takes valid UTF-8, gives the types and byte ranges
// of its tokens. Keeps ANTLR's headers out of the test.
#pragma once

#include <string>
#include <vector>

namespace cadre::reference {

struct Token {
  size_t type = 0;  ///< ANTLR's: from 1, in the order of the grammar.
  size_t begin = 0;
  size_t end = 0;
};

/// The tokens of `text`, without comments and white space.
std::vector<Token> lex(const std::string& text);

}  // namespace cadre::reference
