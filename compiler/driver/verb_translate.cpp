#include "driver/checked_place.h"
#include "driver/rewrite.h"
#include "driver/styled_text.h"
#include "driver/translation_text.h"
#include "driver/verbs.h"
#include "support/suggest.h"
#include "translation/texts.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

namespace {

using llvm::StringRef;

/// What a call to accept says of one lock.
struct Accepted {
  size_t added = 0;
  size_t changed = 0;
  size_t dropped = 0;
};

Accepted compare(const translation::Lock& before, const translation::Lock& after) {
  Accepted out;
  for (const StringRef key : after.keys()) {
    if (before.find(key).empty()) {
      ++out.added;
    } else {
      out.changed += before.find(key) != after.find(key);
    }
  }
  for (const StringRef key : before.keys()) out.dropped += after.find(key).empty();
  return out;
}

class Translate {
public:
  explicit Translate(Context& context) : context_(context) {}

  ExitCode run() {
    if (!readAction() || !load()) return context_.finish();
    return isStatus_ ? status() : accept();
  }

private:
  // ---- The call --------------------------------------------------------------------------------

  bool readAction() {
    const StringRef action = context_.options.operands.front();
    isStatus_ = action == "status";
    if (!isStatus_ && action != "accept") {
      reportUsage(context_.faults, fmt::format("`cadre translate` does not know `{}`", action),
                  suggest(action, {"status", "accept"}),
                  {"write `cadre translate status` or `cadre translate accept`"});
    } else if (!isStatus_ && context_.options.json) {
      reportUsage(context_.faults, "`cadre translate accept` has no option `--json`");
    } else if (!isStatus_ && context_.options.checkOnly) {
      reportUsage(context_.faults, "`cadre translate accept` has no option `--check`", {},
                  {"`cadre translate status --check` says whether anything is missing or stale"});
    }
    return !context_.faults.hasErrors();
  }

  /// False where there is nothing to go on from.
  bool load() {
    Place place;
    place.files = &context_.files;
    place.path = context_.options.in.value_or(".");
    if (!place_.open(context_, std::move(place))) return false;
    // What rests on errors might be another answer tomorrow.
    if (!context_.isClean() || !isListed()) return false;
    for (const session::Result& result : place_.results())
      texts_.push_back(translation::findTexts(*result.model, result.locks));
    return true;
  }

  [[nodiscard]] std::optional<StringRef> language() const {
    if (context_.options.operands.size() < 2) return {};
    return StringRef(context_.options.operands[1]);
  }

  bool isListed() {
    const auto asked = language();
    if (!asked) return true;
    std::vector<StringRef> known;
    for (const session::Result& result : place_.results()) {
      for (const StringRef one : result.model->framework().translations) {
        if (!llvm::is_contained(known, one)) known.push_back(one);
      }
    }
    if (llvm::is_contained(known, *asked)) return true;
    std::vector<std::string> listed;
    for (const StringRef one : known) listed.push_back(fmt::format("`{}`", one));
    reportUsage(context_.faults, fmt::format("no translation into `{}` is listed", *asked),
                suggest(*asked, known),
                {known.empty() ? std::string("a framework lists its languages with `translations`")
                               : fmt::format("listed are {}", fmt::join(listed, ", "))});
    return false;
  }

  /// The languages of a framework that the call is about.
  [[nodiscard]] std::vector<StringRef> languages(size_t unit) const {
    std::vector<StringRef> out;
    for (const StringRef one : place_.results()[unit].model->framework().translations) {
      if (!language() || language() == one) out.push_back(one);
    }
    return out;
  }

  // ---- Status ----------------------------------------------------------------------------------

  ExitCode status() {
    std::vector<TranslationReport> reports;
    bool isComplete = true;
    for (size_t i = 0; i < place_.units().size(); ++i) {
      // Another member of the workspace lists it.
      if (language() && languages(i).empty()) continue;
      reports.push_back({place_.results()[i].model->framework().key,
                         place_.package(place_.units()[i]).directory, languages(i), texts_[i]});
      for (const StringRef one : reports.back().languages) {
        const translation::Tally tally = translation::count(texts_[i], one);
        isComplete &= tally.missing == 0 && tally.stale == 0;
      }
    }
    const ExitCode code = context_.finish();
    if (context_.options.json) {
      printJson(reports, context_.sources, context_.out);
    } else {
      print(reports, context_.sources,
            {context_.options.quiet, context_.options.verbose, context_.options.maxDiagnostics},
            context_.out);
    }
    const bool isMissed = context_.options.checkOnly && !isComplete;
    return code == ExitCode::Done && isMissed ? ExitCode::Findings : code;
  }

  // ---- Accept ----------------------------------------------------------------------------------

  ExitCode accept() {
    for (size_t i = 0; i < place_.units().size(); ++i) {
      const auto asked = languages(i);
      for (const StringRef one : asked) accept(i, one);
      if (asked.empty() && !language())
        tell("`{}` lists no languages under `translations`", place_.results()[i].model->framework().key);
    }
    const bool isWritten = rewriteSources(context_.files, rewrites_, context_.faults);
    const ExitCode code = context_.finish();
    if (isWritten && context_.isTalking()) context_.err << told_;
    return code;
  }

  void accept(size_t unit, StringRef language) {
    const Package& package = place_.package(place_.units()[unit]);
    const auto file =
        llvm::find_if(package.locks, [&](const auto& it) { return it.language == language; });
    const bool isNew = file == package.locks.end();
    const auto& locks = place_.results()[unit].locks;
    const auto found = locks.find(std::string_view(language));
    const translation::Lock before = found == locks.end() ? translation::Lock() : found->second;
    translation::Lock after = translation::acceptedLock(texts_[unit], language);
    if (package.isLoneFile) after.keepOthers(before, place_.results()[unit].model->framework().key);
    if (isNew && after.keys().empty()) return tell("nothing is translated into `{}` yet", language);

    const std::string name = (session::lockFolder + "/" + language + session::lockEnding).str();
    const std::string shown = joinPath(package.directory, name);
    const std::string text = after.write(language);
    const Accepted counts = compare(before, after);
    if (isNew) {
      const std::string root = package.isLoneFile ? parentPath(package.real) : package.real;
      rewrites_.push_back({joinPath(root, name), shown, "", text, true});
    } else if (isOther(file->file, text)) {
      const SourceFile& source = context_.sources.get(file->file);
      rewrites_.push_back({place_.loader().realPath(file->file), shown,
                           (source.hadBom ? "\xEF\xBB\xBF" : "") + source.text, text});
    } else {
      return tell("`{}` is as it was: {} recorded", shown, countOf(after.keys().size(), "text"));
    }
    tell("recorded `{}`: {} new, {} changed, {} dropped ({} in {})", language, counts.added,
         counts.changed, counts.dropped, countOf(after.keys().size(), "text"), shown);
  }

  /// Whether the lines of a lock are others than `text`, however its lines end.
  [[nodiscard]] bool isOther(FileId file, StringRef text) const {
    std::string now = context_.sources.text(file).str();
    llvm::erase(now, '\r');
    return now != text;
  }

  template <class... Args>
  void tell(fmt::format_string<const Args&...> text, const Args&... args) {
    told_ += fmt::format(text, args...) + "\n";
  }

  Context& context_;
  CheckedPlace place_;
  bool isStatus_ = false;
  std::vector<std::vector<translation::Text>> texts_;  ///< By unit.
  std::vector<Rewrite> rewrites_;
  std::string told_;
};

}  // namespace

ExitCode runTranslate(Context& context) { return Translate(context).run(); }

}  // namespace cadre::driver
