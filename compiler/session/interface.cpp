#include "session/interface.h"

#include "diag/kinds/session.h"
#include "format/printer.h"
#include "parse/parse.h"
#include "syntax/dump.h"
#include "translation/keys.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/SHA256.h>

#include <map>

namespace cadre::session {

namespace {

using llvm::ArrayRef;
using llvm::StringRef;
using syntax::Item;

constexpr StringRef head = "// cadre interface ";
constexpr StringRef formatVersion = "1";
constexpr StringRef hashMark = " sha256:";
constexpr StringRef usesMark = "// uses ";
constexpr StringRef outdatedMark = "// outdated ";
constexpr StringRef noVersion = "-";
constexpr size_t hashDigits = 64;

std::string sha256(StringRef bytes) {
  llvm::SHA256 hash;
  hash.update(bytes);
  return llvm::toHex(hash.final(), true);
}

// ---- The declarations --------------------------------------------------------------------------

/// The items of a package's files: each `use` once, then the rest, in the order of outputs.
std::vector<const Item*> itemsOf(ArrayRef<const syntax::File*> files) {
  std::vector<const Item*> uses;
  std::vector<const Item*> rest;
  llvm::StringSet<> seen;
  for (const syntax::File* file : files) {
    for (const Item* item : file->items) {
      if (!llvm::isa<syntax::Use>(item)) {
        rest.push_back(item);
      } else if (seen.insert(format::print(item)).second) {
        uses.push_back(item);
      }
    }
  }
  llvm::append_range(uses, rest);
  return uses;
}

StringRef versionOf(const syntax::Framework& framework) {
  for (const Item* item : framework.block ? framework.block->items : ArrayRef<const Item*>()) {
    const auto* text = llvm::dyn_cast<syntax::TextItem>(item);
    if (text && text->word == syntax::TokenKind::Version && text->text) return text->text->value;
  }
  return noVersion;
}

// ---- Writing -----------------------------------------------------------------------------------

class Writer {
public:
  Writer(const Input& input, const Result& result) : input_(input), result_(result) {
    size_t next = 0;
    for (const PackageInput& package : input.packages) {
      auto& files = files_.emplace_back();
      for (size_t i = 0; i < package.sources.size(); ++i)
        files.push_back(result.files[next++].get());
    }
  }

  llvm::Expected<std::string> write(size_t package) {
    syntax::File whole;
    const std::vector<const Item*> items = itemsOf(files_[package]);
    whole.items = items;
    std::string source = format::print(items);
    if (auto error = compare(whole, source)) return error;
    auto uses = usesOf(package);
    if (!uses) return uses.takeError();
    std::string rest = *uses + outdatedOf(package) + source;
    const std::string title = titleOf(items);
    return (title + hashMark + sha256(title + "\n" + rest) + "\n" + rest).str();
  }

private:
  /// Fails where the text does not say what the tree says.
  static llvm::Error compare(const syntax::File& tree, const std::string& source) {
    SourceManager sources;
    Diagnostics diagnostics;
    const auto after = parse::parse(sources, sources.add("", source), diagnostics);
    if (!after->hasErrors && syntax::dump(tree) == syntax::dump(*after))
      return llvm::Error::success();
    return llvm::createStringError("written as an interface, the package would say something else");
  }

  static std::string titleOf(ArrayRef<const Item*> items) {
    for (const Item* item : items) {
      const auto* framework = llvm::dyn_cast<syntax::Framework>(item);
      if (framework)
        return (head + formatVersion + " " + framework->name.text + " " + versionOf(*framework)).str();
    }
    llvm_unreachable("a package that checks has a framework");
  }

  /// A line for each package that this one uses.
  llvm::Expected<std::string> usesOf(size_t package) {
    llvm::StringSet<> used;
    for (const syntax::File* file : files_[package]) {
      for (const Item* item : file->items) {
        if (const auto* use = llvm::dyn_cast<syntax::Use>(item)) used.insert(use->target.text);
      }
    }
    std::map<std::string, std::string> lines;
    for (const auto& [framework, index] : input_.packages[package].dependencies) {
      if (!used.contains(framework)) continue;
      auto hash = hashOf(index);
      if (!hash) return hash.takeError();
      lines[framework] = std::move(*hash);
    }
    std::string out;
    for (const auto& [framework, hash] : lines)
      out += (usesMark + framework + hashMark + hash + "\n").str();
    return out;
  }

  llvm::Expected<std::string> hashOf(size_t package) {
    const PackageInput& input = input_.packages[package];
    if (!input.interfaceHash.empty()) return input.interfaceHash;
    if (const auto known = hashes_.find(package); known != hashes_.end()) return known->second;
    auto text = write(package);
    if (!text) return text.takeError();
    return hashes_[package] = hashIn(*text);
  }

  static std::string hashIn(StringRef interface) {
    return interface.split('\n').first.take_back(hashDigits).str();
  }

  std::string outdatedOf(size_t package) const {
    std::string out;
    for (const auto& [language, lock] : result_.outdated[package]) {
      for (const StringRef key : lock.keys()) {
        llvm::SmallVector<uint64_t> hashes(lock.find(key));
        llvm::sort(hashes);
        for (const uint64_t hash : hashes)
          out += fmt::format("{}{} {:016x} {}\n", outdatedMark, language, hash, key);
      }
    }
    return out;
  }

  const Input& input_;
  const Result& result_;
  std::vector<std::vector<const syntax::File*>> files_;
  std::map<size_t, std::string> hashes_;
};

// ---- Reading -----------------------------------------------------------------------------------

/// `rest sha256:0123…`: takes the hash off the end of a line.
std::optional<StringRef> takeHash(StringRef& line) {
  const size_t at = line.rfind(hashMark);
  if (at == StringRef::npos) return {};
  const StringRef hash = line.drop_front(at + hashMark.size());
  if (hash.size() != hashDigits) return {};
  line = line.take_front(at);
  return hash;
}

/// False where a line of the head is not as it is written.
bool readLine(StringRef line, Interface& out) {
  if (line.consume_front(usesMark)) {
    const auto hash = takeHash(line);
    if (hash) out.uses.emplace_back(line.str(), hash->str());
    return hash.has_value();
  }
  line.consume_front(outdatedMark);
  const auto [language, entry] = line.split(' ');
  const auto [digits, key] = entry.split(' ');
  uint64_t hash = 0;
  if (key.empty() || digits.getAsInteger(16, hash)) return false;
  out.outdated[language.str()].add(key, hash);
  return true;
}

}  // namespace

llvm::Expected<std::string> writeInterface(const Input& input, const Result& result) {
  return Writer(input, result).write(0);
}

std::optional<Interface> readInterface(const SourceManager& sources, FileId file,
                                       Diagnostics& diagnostics) {
  const auto [first, rest] = sources.text(file).split('\n');
  const Span place = {file, 0, static_cast<uint32_t>(first.size())};
  StringRef line = first;
  if (!line.consume_front(head)) {
    diagnostics.report(place, diag::NotAnInterface).help(diag::InterfaceIsWritten);
    return {};
  }
  if (const StringRef found = line.split(' ').first; found != formatVersion) {
    diagnostics.report(place, diag::UnknownInterfaceFormat, found).help(diag::MakeInterfaceAnew);
    return {};
  }
  StringRef title = first;
  const auto hash = takeHash(title);
  Interface out;
  bool isWhole = !sources.get(file).hadBom && hash && sha256((title + "\n" + rest).str()) == *hash;
  for (StringRef at = rest; isWhole && (at.starts_with(usesMark) || at.starts_with(outdatedMark));
       at = at.split('\n').second)
    isWhole = readLine(at.split('\n').first, out);
  if (!isWhole) {
    diagnostics.report(place, diag::DamagedInterface).help(diag::MakeInterfaceAnew);
    return {};
  }
  out.framework = line.split(' ').second.split(' ').first.str();
  out.hash = hash->str();
  return out;
}

}  // namespace cadre::session
