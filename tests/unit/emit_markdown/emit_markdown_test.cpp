#include "emit/markdown/emit_markdown.h"

#include "emit/markdown/page.h"
#include "emit/markdown/words.h"
#include "support/memory_sink.h"
#include "support/test.h"
#include "support/thorny_model.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

using namespace cadre;
using llvm::StringRef;
using test::MemorySink;

namespace {

MemorySink emitted(const model::Model& model, bool drafts, const emit::Options& options = {}) {
  MemorySink sink;
  llvm::cantFail(emit::emitMarkdown(model::Publication(model, {.drafts = drafts}), sink, options));
  return sink;
}

/// The targets of links to other pages.
std::vector<std::string> pageLinks(StringRef page) {
  std::vector<std::string> out;
  for (size_t at = page.find("]("); at != StringRef::npos; at = page.find("](", at + 2)) {
    if (at > 0 && page[at - 1] == '\\') continue;
    const StringRef target = page.substr(at + 2).take_until([](char c) { return c == ')'; });
    if (target.ends_with(".md") && !target.contains("://")) out.push_back(target.str());
  }
  return out;
}

}  // namespace

TEST_CASE("each published profile has a page, and links lead to pages") {
  const model::Model model = test::thornyModel();
  for (const bool drafts : {false, true}) {
    const model::Publication publication(model, {.drafts = drafts});
    MemorySink sink = emitted(model, drafts);
    CHECK(sink.files.size() == 3 + publication.ids<model::Profile>().size());
    for (const auto& [path, bytes] : sink.files) {
      INFO(path);
      CHECK(unicode::isValid(bytes));
      CHECK_FALSE(StringRef(bytes).contains("<script"));
      if (!StringRef(path).ends_with(".md") || StringRef(path).ends_with("fidelity.md")) continue;
      const bool isInner = StringRef(path).starts_with("markdown/profiles/");
      for (const std::string& link : pageLinks(bytes)) {
        INFO(link);
        CHECK(sink.files.count((isInner ? "markdown/profiles/" : "markdown/") + link) == 1);
      }
    }
    CHECK(sink.files == emitted(model, drafts).files);
  }
}

TEST_CASE("an advert leaves out how requirements came to be, and says so") {
  const model::Model model = test::thornyModel();
  MemorySink whole = emitted(model, true);
  MemorySink advert = emitted(model, true, {{{"advert", "true"}}});
  CHECK(emitted(model, true, {{{"advert", "false"}}}).files == whole.files);
  size_t shorter = 0;
  for (const auto& [path, bytes] : advert.files) {
    INFO(path);
    if (!StringRef(path).starts_with("markdown/profiles/")) continue;
    shorter += bytes.size() < whole.files[path].size() ? 1 : 0;
    for (const char* word : {"weight ", "*Why:*", "**Builds on**", "## Left out on purpose"}) {
      CHECK_FALSE(StringRef(bytes).contains(word));
    }
  }
  CHECK(shorter > 0);
  const StringRef report = advert.files["markdown/fidelity.md"];
  for (const char* fact : {"reasons of requirements", "weights of requirements", "profiles that others build on"}) {
    INFO(fact);
    CHECK(report.contains(fact));
    CHECK_FALSE(StringRef(whole.files["markdown/fidelity.md"]).contains(fact));
  }
}

TEST_CASE("the language of the pages is the framework's own or one that it lists") {
  const model::Model model = test::thornyModel();
  CHECK(emitted(model, true, {{{"language", "en"}}}).files == emitted(model, true).files);
  CHECK(emitted(model, true, {{{"language", "fr"}}}).files != emitted(model, true).files);
  MemorySink sink;
  auto error = emit::emitMarkdown(model::Publication(model), sink, {{{"language", "xx"}}});
  CHECK(llvm::toString(std::move(error)) ==
        "`language` is `xx`, and `thorn.yard` lists no translation into it");
  CHECK(sink.files.empty());
}

TEST_CASE("a sink that refuses a file ends it with that error") {
  const model::Model model = test::thornyModel();
  for (const size_t room : {0, 1, 2}) {
    test::FullSink sink(room);
    CHECK(llvm::toString(emit::emitMarkdown(model::Publication(model), sink, {})) == "no room");
  }
}

TEST_CASE("items that follow one another are one list, other things stand apart") {
  using namespace emit::markdown;
  Page page;
  page.heading(1, Inline::line("A\nB"));
  page.paragraph(Inline());
  page.item(Inline::words("a\nb"));
  page.nested([&] { page.item(Inline::words("inner")); });
  page.item(Inline::strong(Inline::line("c*")));
  page.nested([&] { page.paragraph(Inline::words("text")); });
  page.nested([] {});
  page.notice(Inline::words("careful"));
  CHECK(std::move(page).take() ==
        "# A B\n\n- a\\\n  b\n  - inner\n- **c\\***\n\n  text\n\n> careful\n");
}

TEST_CASE("addresses are links where they are addresses of the web") {
  using emit::markdown::Inline;
  CHECK(Inline::webLink("a", "https://a.example/(x) y&z").text() ==
        "[a](https://a.example/%28x%29%20y\\&z)");
  CHECK(Inline::webLink("a [b]", "javascript:x").text() == "a \\[b\\]");
  CHECK(Inline::webLink("a", "").text() == "a");
}

TEST_CASE("the words of pages are known in three languages, else in English") {
  using namespace emit::markdown;
  CHECK(Words("fr-CA")[Word::Tasks] == "Missions");
  CHECK(Words("DE")[Word::Tasks] == "Aufgaben");
  CHECK(Words("it")[Word::Tasks] == "Tasks");
  CHECK(Words("en").renewal(12) == "renewed every year");
  CHECK(Words("en").renewal(36) == "renewed every 3 years");
  CHECK(Words("de").renewal(18) == "alle 18 Monate zu erneuern");
  CHECK(Words("en").with(Word::FromTo, {"1", "2"}) == "From 1 to 2");
}
