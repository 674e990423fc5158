#include "import/sheets/import_csv.h"

#include "diag/kinds/import.h"
#include "import/foreign/csv.h"
#include "import/foreign/encoding.h"
#include "import/sheets/group.h"
#include "import/sheets/guess.h"
#include "import/sheets/package.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

namespace cadre::import {

namespace {

using foreign::CsvTable;
using foreign::decodeText;
using foreign::readCsv;
using llvm::StringRef;
using sheets::SheetFile;

constexpr StringRef mapOption = "map";
constexpr StringRef guessOption = "guess";
/// The file of the package that says how the spreadsheets were read.
constexpr StringRef mapFile = "import-map.toml";

class CsvImport {
public:
  CsvImport(const Input& input, Diagnostics& diagnostics)
      : input_(input), diagnostics_(diagnostics) {}

  Result run() {
    nameFiles();
    refuseFiles();
    if (diagnostics_.hasErrors()) return std::move(result_);
    const bool guesses = input_.options.contains(guessOption.str());
    const auto map = input_.optionFiles.find(mapOption.str());
    if (guesses && map == input_.optionFiles.end()) {
      guess();
    } else if (map == input_.optionFiles.end()) {
      diagnostics_.report({}, diag::SheetWithoutMap).help(diag::SheetGuessFirst);
    } else {
      if (guesses)
        diagnostics_.report({}, diag::MapTwice, "`--guess` proposes a map, and `--map` names one");
      else
        importBy(map->second.path, map->second.bytes);
    }
    return std::move(result_);
  }

private:
  /// Files are called by their names; where two are alike, by their paths.
  void nameFiles() {
    for (const RawFile& file : input_.raw) {
      const StringRef own = llvm::sys::path::filename(file.path);
      const auto same = llvm::count_if(
          input_.raw, [&](const RawFile& it) { return llvm::sys::path::filename(it.path) == own; });
      names_.push_back(same > 1 ? file.path : own.str());
      if (llvm::count(names_, names_.back()) == 2)
        diagnostics_.report({}, diag::MapTwice,
                            fmt::format("the call names `{}` twice", names_.back()));
    }
  }

  void refuseFiles() {
    for (const RawFile& file : input_.raw) {
      const bool isZip = file.bytes.starts_with("PK\x03\x04");
      const bool isOld = file.bytes.starts_with("\xD0\xCF\x11\xE0");
      if (isZip || isOld)
        diagnostics_.report(placeOf(file), diag::SheetWorkbook, file.path)
            .help(diag::SheetSaveAsCsv);
      else if (isEmpty(file.bytes))
        diagnostics_.report(placeOf(file), diag::SheetEmpty, file.path);
      else if (isNoText(file.bytes))
        diagnostics_.report(placeOf(file), diag::SheetNoText, file.path).help(diag::SheetSaveAsCsv);
    }
  }

  /// A place in a file whose text nobody can show.
  Span placeOf(const RawFile& file) const { return {input_.sources->add(file.path, ""), 0, 0}; }

  /// Nothing but separators, quotes and white space; in UTF-16, with zero bytes between.
  static bool isEmpty(StringRef bytes) {
    if (!bytes.consume_front("\xEF\xBB\xBF") && !bytes.consume_front("\xFF\xFE"))
      bytes.consume_front("\xFE\xFF");
    return bytes.find_first_not_of(StringRef("\0 \t\r\n,;|\"", 9)) == StringRef::npos;
  }

  /// Pictures and the like: known by their first bytes, or by control characters everywhere.
  static bool isNoText(StringRef bytes) {
    static constexpr StringRef marks[] = {"\x89PNG",
                                          "%PDF-",
                                          "GIF8",
                                          "\xFF\xD8\xFF",
                                          "\x1F\x8B",
                                          "\x7F"
                                          "ELF",
                                          "7z\xBC\xAF"};
    if (llvm::any_of(marks, [&](StringRef mark) { return bytes.starts_with(mark); })) return true;
    constexpr size_t looked = 4096;
    const StringRef head = bytes.take_front(looked);
    const auto isControl = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte > 0 && byte < 0x20 && !StringRef("\t\n\v\f\r\x1B").contains(c);
    };
    const auto number = static_cast<size_t>(llvm::count_if(head, isControl));
    constexpr size_t fewest = 8;
    return number >= fewest && number * 20 > head.size();
  }

  /// The text of a file, known to the sources. Nothing where that failed (reported).
  std::optional<SheetFile> decode(size_t index, const sheets::FileMap* map, std::string* encoding) {
    const RawFile& raw = input_.raw[index];
    auto decoded = decodeText(raw.bytes, map ? StringRef(map->encoding) : StringRef());
    if (!decoded) {
      diagnostics_.report(map->encodingSpan, diag::MapWrongValue, map->encoding,
                          "the name of an encoding, such as `windows-1252`");
      return {};
    }
    if (decoded->text.size() >= input_.longestText) {
      diagnostics_.report(placeOf(raw), diag::SheetTooLarge, raw.path);
      return {};
    }
    // Lines end in a carriage return alone on very old machines; diagnostics count line feeds.
    if (decoded->text.find('\n') == std::string::npos)
      std::replace(decoded->text.begin(), decoded->text.end(), '\r', '\n');
    const FileId file = input_.sources->add(raw.path, std::move(decoded->text));
    if (decoded->guessed && map) {
      diagnostics_.report({file, 0, 0}, diag::SheetEncoding, names_[index], decoded->encoding)
          .help(diag::SheetNameEncoding);
    }
    if (encoding && decoded->guessed) *encoding = decoded->encoding;
    return SheetFile{names_[index], file, input_.sources->text(file)};
  }

  // ---- By a map

  void importBy(const std::string& path, StringRef bytes) {
    // What a shell wrote may be UTF-16.
    auto decoded = decodeText(bytes, "");
    readMap(input_.sources->add(path, decoded->text));
  }

  void readMap(FileId file) {
    const sheets::Map map = sheets::parseMap(*input_.sources, file, diagnostics_);
    if (!diagnostics_.hasErrors()) matchFiles(map);
    if (diagnostics_.hasErrors()) return;
    std::vector<SheetFile> files;
    for (size_t i = 0; i < input_.raw.size(); ++i) {
      const auto found =
          llvm::find_if(map.files, [&](const auto& it) { return it.name == names_[i]; });
      if (auto decoded = decode(i, &*found, nullptr)) files.push_back(*decoded);
    }
    if (!diagnostics_.hasErrors()) make(map, files);
  }

  void matchFiles(const sheets::Map& map) {
    std::vector<StringRef> names(names_.begin(), names_.end());
    for (const sheets::FileMap& file : map.files) {
      if (llvm::is_contained(names_, file.name)) continue;
      const auto near = suggest(file.name, names);
      auto report = diagnostics_.report(file.span, diag::MapFileNotGiven, file.name);
      if (near.empty())
        report.help(diag::MapFilesAre, fmt::format("`{}`", fmt::join(names, "`, `")));
      report.didYouMean({file.span.file, file.span.begin + 1, file.span.end - 1}, near);
    }
    for (const std::string& name : names_) {
      if (llvm::any_of(map.files, [&](const auto& it) { return it.name == name; })) continue;
      diagnostics_.report({}, diag::SheetNotInMap, name).help(diag::MapAddFile);
    }
  }

  void make(const sheets::Map& map, llvm::ArrayRef<SheetFile> files) {
    const sheets::Data data = sheets::readSheets(map, files, diagnostics_);
    if (diagnostics_.hasErrors()) return;
    if (data.competencies.empty() && data.profiles.empty()) {
      diagnostics_.report({files.front().file, 0, 0}, diag::SheetNothing);
      return;
    }
    Diagnostics names;
    result_.files = sheets::makePackage(map, data, result_.summary, names);
    sheets::Grouper grouper(diagnostics_);
    grouper.take(names);
    grouper.finish();
  }

  // ---- By a guess

  void guess() {
    std::vector<sheets::GuessFile> files;
    for (size_t i = 0; i < input_.raw.size(); ++i) {
      std::string encoding;
      if (auto decoded = decode(i, nullptr, &encoding)) files.push_back({*decoded, encoding});
    }
    for (const sheets::GuessFile& it : files) {
      const CsvTable table = readCsv(it.file.text);
      if (table.isTooLarge())
        diagnostics_.report({it.file.file, 0, 0}, diag::SheetTooWide, it.file.name,
                            table.rows.size(), table.width);
    }
    if (diagnostics_.hasErrors()) return;
    sheets::Proposal proposal = sheets::guess(files);
    if (!input_.makesPackage) {
      result_.proposal = std::move(proposal.map);
      return;
    }
    for (const sheets::Doubt& doubt : proposal.doubts) {
      const Span span = doubt.span.isValid() ? doubt.span : Span{files.front().file.file, 0, 0};
      diagnostics_.report(span, diag::SheetUncertain, doubt.what).help(diag::SheetSaveGuess);
    }
    if (diagnostics_.hasErrors()) return;
    const sheets::Map map = sheets::parseMap(
        *input_.sources, input_.sources->add(mapFile.str(), proposal.map), diagnostics_);
    if (diagnostics_.hasErrors()) return;
    std::vector<SheetFile> sheets;
    for (const sheets::GuessFile& it : files) sheets.push_back(it.file);
    make(map, sheets);
    result_.files.push_back({mapFile.str(), std::move(proposal.map)});
  }

  const Input& input_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_;
  Result result_;
};

}  // namespace

Result importCsv(const Input& input, Diagnostics& diagnostics) {
  return CsvImport(input, diagnostics).run();
}

}  // namespace cadre::import
