// Addresses of the web inside outputs: takes what an author wrote, says what it is and gives it as
// a URL can hold it. Resolves nothing.
#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre {

/// Whether it begins with `http://` or `https://`, in any case.
[[nodiscard]] bool isWebAddress(llvm::StringRef address);
/// The address with each byte that `stays` refuses as `%` and two upper-case hexadecimal digits
/// (RFC 3986, section 2.1).
[[nodiscard]] std::string percentEncoded(llvm::StringRef address,
                                         llvm::function_ref<bool(char)> stays);

}  // namespace cadre
