// From ANTLR's tree of one declaration to ours: takes a context, gives items in the arena. What a
// broken item lacks stays empty; nothing of ANTLR's outlives the call.
#pragma once

#include "CadreParser.h"
#include "parse/literals.h"

namespace cadre::parse {

/// The item of a declaration at the top of a file; never null.
const syntax::Item* buildDeclaration(const LiteralContext& context,
                                     CadreParser::DeclarationContext& tree);
/// The same for an item that stands where a declaration belongs.
const syntax::Item* buildItem(const LiteralContext& context, CadreParser::ItemContext& tree);

}  // namespace cadre::parse
