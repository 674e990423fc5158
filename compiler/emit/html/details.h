// What the pages of all declarations show alike: life cycle, facts, matches, statements,
// credentials. Takes a page and a declaration, writes into the page.
#pragma once

#include "emit/html/page.h"

namespace cadre::emit::html {

/// The head of a page: the trail of links above, what it is, its title, its badges.
void pageHead(Page& page, StringRef kind, const Declaration& declaration,
              llvm::function_ref<void()> trail);

/// Notices that a reader must not miss: retired, deprecated, draft.
void notices(Page& page, const Declaration& declaration);

/// What has changed of a profile or competency since the release that the site is compared with.
/// Nothing where nothing has.
void changesOf(Page& page, DeclKind kind, const Declaration& declaration);

/// A word on what is not simply in use: draft, deprecated, retired. Nothing for all else.
void badge(Page& page, const Declaration& declaration);

/// A row of a list of facts: what it is, and what `value` writes.
void fact(Page& page, StringRef label, llvm::function_ref<void()> value);
void fact(Page& page, StringRef label, StringRef value);

/// Rows for what any declaration can say: attributes, keywords, dates, names of old.
void commonFacts(Page& page, const Declaration& declaration);

/// Counterparts in other schemes.
void matches(Page& page, const Declaration& declaration);

/// Statements under a heading for each sort, tasks first.
void statements(Page& page, ArrayRef<StatementUse> uses);

void credentials(Page& page, ArrayRef<CredentialUse> uses);
/// Issuer and renewal of a credential, in brackets of words.
void credentialTerms(Page& page, const Credential& credential);

/// A section with a heading that can be linked to.
void section(Page& page, StringRef id, StringRef heading, llvm::function_ref<void()> body);

}  // namespace cadre::emit::html
