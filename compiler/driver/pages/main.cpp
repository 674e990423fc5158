// Writes the manual pages and completions that the package installs: `cadre_pages DIR` makes `man/`
// and `completions/` there.
#include "driver/completion.h"
#include "driver/man_page.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <string>

namespace {

using namespace cadre::driver;

bool write(const std::string& path, llvm::function_ref<void(llvm::raw_ostream&)> body) {
  std::error_code error = llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path));
  llvm::raw_fd_ostream out(path, error);
  if (!error) body(out);
  out.close();
  if (error || out.has_error()) llvm::errs() << "cannot write " << path << '\n';
  return !error && !out.has_error();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string root = argv[1];
  bool isGood = write(root + "/man/cadre.1", [](llvm::raw_ostream& out) { printManPage(out); });
  for (const VerbRow& verb : verbRows()) {
    isGood &= write(root + "/man/cadre-" + verb.name.str() + ".1",
                    [&](llvm::raw_ostream& out) { printManPage(verb, out); });
  }
  for (const llvm::StringRef shell : shellNames()) {
    const std::string name = shell == "zsh"    ? "zsh/_cadre"
                             : shell == "fish" ? "fish/cadre.fish"
                                               : "bash/cadre";
    isGood &= write(root + "/completions/" + name,
                    [&](llvm::raw_ostream& out) { printCompletion(shell, out); });
  }
  return isGood ? 0 : 1;
}
