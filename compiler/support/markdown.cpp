#include "support/markdown.h"

namespace cadre::markdown {
std::string toPlain(llvm::StringRef markdown, Scope) { return markdown.str(); }
std::string toHtml(llvm::StringRef markdown, Scope) { return markdown.str(); }
std::string escape(llvm::StringRef plain) { return plain.str(); }
}  // namespace cadre::markdown
