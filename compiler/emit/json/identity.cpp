#include "emit/json/identity.h"

#include "support/uuid.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::json {

using llvm::StringRef;

namespace {

/// ASCII that RFC 3987 keeps out of a path, or that would end it.
bool mustEncode(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
         StringRef("\"#%<>?[\\]^`{|}").contains(c);
}

void appendSegment(std::string& out, StringRef text) {
  for (const char c : text) {
    if (mustEncode(c)) {
      out += '%';
      out += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
      out += llvm::hexdigit(static_cast<unsigned char>(c) & 0xF);
    } else {
      out += c;
    }
  }
}

StringRef withoutFramework(StringRef key, StringRef framework) {
  StringRef rest = key;
  return rest.consume_front(framework) && rest.consume_front(".") && !rest.empty() ? rest : key;
}

}  // namespace

std::string uuidOf(const model::Declaration& declaration, StringRef word) {
  return uuidV5(urlNamespace, (word + ":" + declaration.key).str()).str();
}

std::string iriOf(const model::Model& model, const model::Declaration& declaration,
                  StringRef word) {
  if (!declaration.framework) return {};
  const model::Framework& framework = model[declaration.framework];
  if (framework.uri.empty()) return {};
  std::string out = framework.uri.str();
  if (out.back() != '/') out += '/';
  out += word;
  out += '/';
  appendSegment(out, withoutFramework(declaration.key, framework.key));
  return out;
}

}  // namespace cadre::emit::json
