#include "emit/fidelity/report.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <cassert>

namespace cadre::emit::fidelity {

namespace {

constexpr int64_t formatVersion = 1;

std::string valid(StringRef text) {
  return llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text);
}

/// A heading for what is lost in this way.
StringRef heading(Loss loss) {
  switch (loss) {
    case Loss::LeftOut: return "Left out";
    case Loss::Changed: return "There in another form";
    case Loss::Cut: return "There in part";
  }
  llvm_unreachable("every loss has a heading");
}

/// An id as inline code, whatever stands in it.
std::string code(StringRef id) {
  std::string text = valid(id);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  size_t longest = 0;
  size_t run = 0;
  for (const char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  if (longest == 0) return "`" + text + "`";
  const std::string fence(longest + 1, '`');
  return fence + " " + text + " " + fence;
}

std::string examplesOf(const Tally& tally) {
  std::string out = " For example ";
  llvm::interleave(
      tally.examples, [&](StringRef id) { out += code(id); }, [&] { out += ", "; });
  return out + ".";
}

}  // namespace

StringRef word(Loss loss) {
  switch (loss) {
    case Loss::LeftOut: return "left-out";
    case Loss::Changed: return "changed";
    case Loss::Cut: return "cut";
  }
  llvm_unreachable("every loss has a word");
}

void Report::judge(const Census& census,
                   llvm::function_ref<Verdict(Fact, model::DeclKind)> verdict) {
  for (const Fact fact : allFacts()) {
    Entry entry{name(fact), Loss::LeftOut, words(fact), {}, {}};
    for (const model::DeclKind kind : allKinds()) {
      const Verdict found = verdict(fact, kind);
      const Tally& tally = census.of(fact, kind);
      if (found.reason.empty() || tally.count == 0) continue;
      assert((entry.reason.empty() || entry.reason == found.reason) && "a fact has one reason");
      entry.reason = found.reason;
      entry.loss = found.loss;
      entry.tally.add(tally);
    }
    add(std::move(entry));
  }
}

void Report::add(Entry entry) {
  if (entry.tally.count > 0) entries_.push_back(std::move(entry));
}

std::string Report::json() const {
  std::string out;
  llvm::raw_string_ostream stream(out);
  llvm::json::OStream json(stream, 2);
  json.object([&] {
    json.attribute("formatVersion", formatVersion);
    json.attribute("output", output_);
    json.attributeObject("framework", [&] {
      json.attribute("id", valid(framework_.key));
      json.attribute("version", valid(framework_.version));
    });
    json.attributeArray("losses", [&] {
      for (const Entry& entry : entries_) {
        json.object([&] {
          json.attribute("what", entry.what);
          json.attribute("loss", word(entry.loss));
          json.attribute("count", static_cast<int64_t>(entry.tally.count));
          json.attribute("words", entry.words);
          json.attribute("reason", entry.reason);
          json.attributeArray("examples", [&] {
            for (const StringRef id : entry.tally.examples) json.value(valid(id));
          });
        });
      }
    });
  });
  return out + "\n";
}

std::string Report::markdown() const {
  std::string out = "# What `" + output_.str() + "` does not carry\n\nOf " + code(framework_.key) +
                    " " + code(framework_.version) + ". `framework.json` holds all of it.\n";
  if (entries_.empty()) return out + "\nNothing of this framework is lost.\n";
  for (const Loss loss : {Loss::LeftOut, Loss::Changed, Loss::Cut}) {
    const auto isOne = [&](const Entry& entry) { return entry.loss == loss; };
    if (llvm::none_of(entries_, isOne)) continue;
    out += "\n## " + heading(loss).str() + "\n\n";
    for (const Entry& entry : llvm::make_filter_range(entries_, isOne)) {
      out += "- **" + entry.words.str() + "** (" + std::to_string(entry.tally.count) + "): " +
             entry.reason.str() + ".";
      if (!entry.tally.examples.empty()) out += examplesOf(entry.tally);
      out += "\n";
    }
  }
  return out;
}

llvm::Error Report::write(Sink& sink, StringRef folder) const {
  if (auto error = sink.write((folder + "fidelity.json").str(), json())) return error;
  return sink.write((folder + "fidelity.md").str(), markdown());
}

}  // namespace cadre::emit::fidelity
