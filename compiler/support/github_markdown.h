// Markdown as GitHub and most wikis read it, which is more than Cadre reads (raw HTML, images,
// tables, strikethrough, addresses that link themselves): takes texts of a framework, gives
// Markdown that shows there what Cadre means by them. Plain text never becomes markup.
#pragma once

#include "support/markdown.h"

namespace cadre::markdown {

/// What becomes of a line feed in plain text.
enum class Lines {
  Join,    ///< A space: for headings.
  Break,   ///< A line break; several are one. For paragraphs and lists.
  Blocks,  ///< A line break; several begin a paragraph.
};

/// What becomes of `#12`, `@name` and the like, which comments and release notes of GitHub and GitLab link to what is
/// called so there, and tell somebody of. In files they are words.
enum class References {
  Leave,
  Part,  ///< A comment of HTML, which nobody sees, stands in them: a backslash does not help.
};

/// Markdown that shows the words of `plain` and nothing else.
std::string escapeForGithub(llvm::StringRef plain, Lines lines, References references = References::Leave);

/// Markdown that shows what `markdown` means in Cadre. Where that cannot be said in the same form,
/// its words alone.
std::string toGithub(llvm::StringRef markdown, Scope scope, References references = References::Leave);

}  // namespace cadre::markdown
