#include "lint/context.h"

#include "support/test.h"
#include "unit/lint/package.h"

using namespace cadre;
using namespace cadre::lint;

namespace {

enum class How { Drop, Replace };

/// The bullet after the edit to the words `from` up to `to` (both within); `none` without an edit.
std::string edited(const std::string& bullet, StringRef from, StringRef to, How how, StringRef replacement = "",
                   const std::string& language = "en") {
  std::string text = framework();
  text.replace(text.find("language en"), 11, "language " + language);
  Package package({text + "competency W \"W\" {\n  level A {\n    - " + bullet + "\n  }\n}\n"});
  const Config config;
  const session::Result result = package.check(config);
  REQUIRE_FALSE(result.diagnostics.hasErrors());
  Lexica lexica;
  const Context context(*result.model, package.sources, config, lexica, nullptr, "");
  std::string out = "no such words";
  eachPassage(*result.model, lexica, [&](const Passage& passage) {
    if (!passage.is(Role::Indicator)) return;
    const auto tokens = passage.tokens();
    const auto find = [&](StringRef word) {
      return llvm::find_if(tokens, [&](const prose::Token& it) { return passage.plain.slice(it.begin, it.end) == word; });
    };
    const auto* const first = find(from);
    const auto* const last = find(to);
    REQUIRE(first != tokens.end());
    REQUIRE(last != tokens.end());
    const auto begin = static_cast<uint32_t>(first - tokens.begin());
    const auto end = static_cast<uint32_t>(last - tokens.begin()) + 1;
    const auto edit = how == How::Drop ? context.dropping(passage, begin, end) : context.replacing(passage, begin, end, replacement);
    if (!edit) {
      out = "none";
      return;
    }
    const StringRef source = package.sources.text(passage.span);
    CHECK(edit->span.begin >= passage.span.begin);
    CHECK(edit->span.end <= passage.span.end);
    out = source.take_front(edit->span.begin - passage.span.begin).str() + edit->replacement +
          source.drop_front(edit->span.end - passage.span.begin).str();
  });
  return out;
}

std::string dropped(const std::string& bullet, StringRef from, StringRef to = "") {
  return edited(bullet, from, to.empty() ? from : to, How::Drop);
}
std::string replaced(const std::string& bullet, StringRef from, StringRef to, StringRef with) {
  return edited(bullet, from, to, How::Replace, with);
}

}  // namespace

TEST_CASE("a word goes with the space that it had") {
  CHECK(dropped("Drafts clearly written letters", "clearly") == "Drafts written letters");
  CHECK(dropped("Drafts letters clearly", "clearly") == "Drafts letters");
  CHECK(dropped("Drafts letters clearly.", "clearly") == "Drafts letters.");
  CHECK(dropped("Drafts letters very clearly.", "very", "clearly") == "Drafts letters.");
  CHECK(dropped("Drafts very clearly written letters.", "very", "clearly") == "Drafts written letters.");
}

TEST_CASE("what then leads a sentence gets the capital") {
  CHECK(dropped("Clearly drafts letters", "Clearly") == "Drafts letters");
  CHECK(dropped("Files them. Clearly drafts letters.", "Clearly") == "Files them. Drafts letters.");
  CHECK(dropped("clearly drafts letters", "clearly") == "drafts letters");
  CHECK(dropped("Drafts clearly Latin letters", "clearly") == "Drafts Latin letters");
  CHECK(edited("Souvent évalue les risques", "Souvent", "Souvent", How::Drop, "", "fr") == "Évalue les risques");
}

TEST_CASE("a comma goes with what it belonged to, and stays for what it divides") {
  CHECK(dropped("Clearly, drafts letters", "Clearly") == "Drafts letters");
  CHECK(dropped("Drafts letters, clearly", "clearly") == "Drafts letters");
  CHECK(dropped("Drafts letters, clearly.", "clearly") == "Drafts letters.");
  CHECK(dropped("Drafts clear, effective, short letters", "effective") == "Drafts clear, short letters");
  CHECK(dropped("If asked nicely, drafts letters", "nicely") == "If asked, drafts letters");
  CHECK(dropped("Writes clearly; files letters", "clearly") == "Writes; files letters");
  CHECK(dropped("Writes clearly: by hand", "clearly") == "Writes: by hand");
  CHECK(dropped("Writes clearly (by hand)", "clearly") == "Writes (by hand)");
  CHECK(dropped("Writes (by hand clearly)", "clearly") == "Writes (by hand)");
}

TEST_CASE("brackets and quotes keep their other half") {
  CHECK(dropped("Drafts (clearly) written letters", "clearly") == "none");
  CHECK(dropped("Drafts letters (clearly).", "clearly") == "none");
  CHECK(dropped("Drafts \"clearly\" written letters", "clearly") == "none");
  CHECK(dropped("Drafts letters (clearly written) by hand", "clearly") == "Drafts letters (written) by hand");
}

TEST_CASE("nothing is dropped where nothing would be left of a sentence") {
  CHECK(dropped("Clearly.", "Clearly") == "none");
  CHECK(dropped("Drafts letters. Clearly. Files them.", "Clearly") == "none");
}

TEST_CASE("markup, escapes and breaks in between give no edit") {
  CHECK(dropped("Drafts *clearly* written letters", "clearly") == "none");
  CHECK(dropped("Drafts **clearly written** letters", "clearly") == "Drafts **written** letters");
  CHECK(dropped("Drafts letters *clearly*", "clearly") == "none");
  CHECK(dropped("Drafts clearly\n      written letters", "clearly") == "none");
  CHECK(replaced("Is *able* to draft", "Is", "to", "can") == "none");
  CHECK(replaced("Is able to draft", "Is", "draft", "drafts") == "Drafts");
}

TEST_CASE("what is replaced keeps its capital") {
  CHECK(replaced("Utilises the kit", "Utilises", "Utilises", "uses") == "Uses the kit");
  CHECK(replaced("Then utilises the kit", "utilises", "utilises", "uses") == "Then uses the kit");
  CHECK(replaced("Then calls the Chairman in", "Chairman", "Chairman", "chair") == "Then calls the Chair in");
  CHECK(replaced("UTILISES the kit", "UTILISES", "UTILISES", "uses") == "uses the kit");
  CHECK(replaced("Makes use of the kit", "Makes", "of", "uses") == "Uses the kit");
  CHECK(replaced("Utilises **the kit**", "kit", "kit", "tools") == "Utilises **the tools**");
}
