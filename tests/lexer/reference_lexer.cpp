#include "reference_lexer.h"

#include "CadreLexer.h"

namespace cadre::reference {

std::vector<Token> lex(const std::string& text) {
  // ANTLR counts code points.
  std::vector<size_t> offsets;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  antlr4::ANTLRInputStream input(text);
  CadreLexer lexer(&input);
  lexer.removeErrorListeners();
  std::vector<Token> out;
  for (auto token = lexer.nextToken(); token->getType() != antlr4::Token::EOF; token = lexer.nextToken()) {
    if (token->getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
    out.push_back({token->getType(), offsets[token->getStartIndex()], offsets[token->getStopIndex() + 1]});
  }
  return out;
}

}  // namespace cadre::reference
