#include "resolve/failures.h"

#include "diag/kinds/resolve.h"

#include <llvm/ADT/Twine.h>

namespace cadre::resolve {

using llvm::StringRef;

namespace {

/// How many other places of a name a report shows.
constexpr size_t mostPlaces = 4;

/// The place of the last parts of a name, which is `rest`.
Span placeOf(const syntax::QualifiedName& name, StringRef rest) {
  const size_t parts = rest.count('.') + 1;
  if (parts >= name.parts.size()) return name.span;
  Span place = name.span;
  place.begin = name.parts[name.parts.size() - parts].span.begin;
  return place;
}

std::string keyOf(uint32_t package, std::optional<SymbolKind> kind, StringRef name) {
  return fmt::format("{} {} {}", package, kind ? static_cast<int>(*kind) : -1, name);
}

}  // namespace

bool Failures::has(uint32_t package, StringRef name, SymbolKind kind) const {
  return byName_.contains(keyOf(package, kind, name)) ||
         names_.packages()[package].doubtful.contains(squeezed(name));
}

void Failures::add(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind) {
  add(package, name, std::optional(kind));
}

void Failures::addWord(uint32_t package, const syntax::QualifiedName& name) {
  add(package, name, std::nullopt);
}

void Failures::add(uint32_t package, const syntax::QualifiedName& name,
                   std::optional<SymbolKind> kind) {
  const Names::Found found = names_.lookUp(package, name);
  if (!found.symbol && found.silent) return;
  // What is of another kind is there: each place is a mistake of its own.
  if (found.symbol) {
    failures_.push_back({package, kind, {&name}});
    return;
  }
  const Package& sought = found.package ? *found.package : names_.packages()[package];
  const StringRef rest = found.package ? found.rest : StringRef(name.text);
  const auto& doubtful = kind ? sought.doubtful : sought.doubtfulWords;
  if (doubtful.contains(squeezed(rest))) return;
  // A package that is not in use is one cause, however many of its names are written.
  const bool notUsed = !found.unused.empty();
  const std::string key =
      notUsed ? fmt::format("{} use {}", package, found.unused) : keyOf(package, kind, name.text);
  const auto [entry, added] = byName_.try_emplace(key, failures_.size());
  if (added) failures_.push_back({package, kind, {}});
  failures_[entry->second].places.push_back(&name);
}

void Failures::warnOldName(const syntax::QualifiedName& name, const Symbol& symbol,
                           const Names::Found& found) {
  const StringRef prefix = found.package ? name.text.drop_back(found.rest.size()) : StringRef();
  const std::string now = (prefix + symbol.name).str();
  diags_.report(name.span, diag::OldNameUsed, name.text, now)
      .label(symbol.span, diag::RenamedHere)
      .safeFix(fmt::format("change to `{}`", now), name.span, now);
}

void Failures::report() {
  for (Failure& failure : failures_)
    llvm::sort(failure.places, [](const auto* a, const auto* b) { return a->span < b->span; });
  llvm::stable_sort(failures_, [](const Failure& a, const Failure& b) {
    return a.places.front()->span < b.places.front()->span;
  });
  for (const Failure& failure : failures_) report(failure);
  failures_.clear();
  byName_.clear();
}

void Failures::report(const Failure& failure) {
  const Names::Found found = names_.lookUp(failure.package, *failure.places.front());
  if (found.symbol) return reportWrongKind(failure, names_[found.symbol]);
  if (!found.unused.empty()) return reportNotUsed(failure, found.unused);
  if (!failure.kind) return reportWord(failure);
  if (found.package) return reportNotInPackage(failure, found);
  reportUndeclared(failure);
}

void Failures::complete(DiagnosticBuilder& report, const Failure& failure,
                        const std::vector<std::string>& offers) {
  std::vector<Span> misspelt;
  for (const auto* place : failure.places) misspelt.push_back(place->span);
  report.didYouMean(misspelt, {offers.begin(), offers.end()});
  const size_t others = failure.places.size() - 1;
  for (size_t i = 1; i <= std::min(others, mostPlaces); ++i)
    report.label(failure.places[i]->span, diag::AlsoHere);
  if (others > mostPlaces) report.note(diag::MorePlaces, others - mostPlaces);
}

void Failures::reportUndeclared(const Failure& failure) {
  const syntax::QualifiedName& name = *failure.places.front();
  const Package& own = names_.packages()[failure.package];
  auto offers = suggestions_.same(failure.package, name.text, *failure.kind);
  const std::string elsewhere = offers.empty() ? findElsewhere(failure) : std::string();
  if (offers.empty() && elsewhere.empty()) {
    offers = suggestions_.seen(failure.package, name.text, *failure.kind);
    // A declaration that lost its name may be the one.
    if (offers.empty() && llvm::is_contained(own.nameless, *failure.kind)) return;
  }
  auto report = diags_.report(name.span, diag::Undeclared, name.text);
  if (!elsewhere.empty()) {
    report.note(diag::DeclaredIn, name.text, elsewhere)
        .help(diag::AddUseAndWrite, elsewhere, elsewhere, name.text);
  } else if (own.uses.contains(name.text)) {
    report.note(diag::IsPackage, name.text, name.text);
  } else if (offers.empty()) {
    noteOtherKind(report, failure);
  }
  complete(report, failure, offers);
}

/// The package that declares it, of those that the manifest names and no source says `use` of.
std::string Failures::findElsewhere(const Failure& failure) const {
  const StringRef name = failure.places.front()->text;
  const Package& own = names_.packages()[failure.package];
  for (const auto& [id, index] : names_.manifest(failure.package)) {
    if (own.uses.contains(id)) continue;
    const SymbolId symbol = names_.packages()[index].byName.lookup(name);
    if (symbol && names_[symbol].kind == *failure.kind) return id;
  }
  return {};
}

void Failures::noteOtherKind(DiagnosticBuilder& report, const Failure& failure) {
  const StringRef name = failure.places.front()->text;
  for (int i = 0; i <= static_cast<int>(SymbolKind::Crosswalk); ++i) {
    const auto kind = static_cast<SymbolKind>(i);
    if (kind == *failure.kind) continue;
    const auto alike = suggestions_.declared(failure.package, name, kind);
    if (alike.empty()) continue;
    report.note(diag::AlikeOfKind, alike.front(), withArticle(kind));
    return;
  }
}

void Failures::reportNotInPackage(const Failure& failure, const Names::Found& found) {
  const syntax::QualifiedName& name = *failure.places.front();
  const StringRef prefix = name.text.drop_back(found.rest.size());
  const auto sought = static_cast<uint32_t>(found.package - names_.packages().data());
  std::vector<std::string> offers;
  for (const std::string& match : suggestions_.declared(sought, found.rest, *failure.kind))
    offers.push_back((prefix + match).str());
  // The name may be right, and the package wrong.
  if (offers.empty()) offers = suggestions_.seen(failure.package, found.rest, *failure.kind);
  auto report =
      diags_.report(placeOf(name, found.rest), diag::NotInPackage, found.rest, found.package->id);
  complete(report, failure, offers);
}

void Failures::reportNotUsed(const Failure& failure, StringRef unused) {
  const syntax::QualifiedName& name = *failure.places.front();
  auto report = diags_.report(name.span, diag::PackageNotUsed, name.text, unused);
  report.help(diag::AddUse, unused);
  // Behind the last `use`, or behind the framework.
  const syntax::Item* last = names_.packages()[failure.package].framework;
  for (const syntax::File* file : names_.packages()[failure.package].files) {
    for (const syntax::Item* item : file->items) {
      if (llvm::isa<syntax::Use>(item)) last = item;
    }
  }
  if (last) {
    const StringRef gap = llvm::isa<syntax::Use>(last) ? "\n" : "\n\n";
    report.safeFix(fmt::format("add `use {}`", unused), last->span.after(),
                   fmt::format("{}use {}", gap, unused));
  }
  complete(report, failure, {});
}

void Failures::reportWrongKind(const Failure& failure, const Symbol& symbol) {
  const syntax::QualifiedName& name = *failure.places.front();
  const SymbolKind kind = failure.kind.value_or(SymbolKind::Attribute);
  auto report = diags_.report(name.span, diag::WrongKind, name.text, withArticle(symbol.kind),
                              withArticle(kind));
  report.label(symbol.span, diag::DeclaredHere);
  complete(report, failure, suggestions_.same(failure.package, name.text, kind));
}

void Failures::reportWord(const Failure& failure) {
  const syntax::QualifiedName& name = *failure.places.front();
  auto report = diags_.report(name.span, diag::UnknownWord, name.text);
  // `or` is as near to every other word of two letters.
  std::vector<StringRef> words = {"part of"};
  if (name.text.size() > 2) llvm::append_range(words, syntax::keywordSpellings());
  complete(report, failure,
           suggestions_.seen(failure.package, name.text, SymbolKind::Attribute, words));
}

}  // namespace cadre::resolve
