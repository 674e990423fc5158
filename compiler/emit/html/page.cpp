#include "emit/html/page.h"

#include "support/address.h"
#include "support/language_tag.h"
#include "support/markdown.h"
#include "support/slug.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <cmath>

namespace cadre::emit::html {

namespace {

/// Nothing but the site's own files, whatever a text may say.
constexpr StringRef policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action "
    "'none'";

/// The address as an attribute holds it.
std::string targetOf(StringRef address) {
  return percentEncoded(
      address, [](char c) { return llvm::isPrint(c) && !StringRef(" \"<>\\^`{|}").contains(c); });
}

}  // namespace

Page::Page(const Site& site, Depth depth, size_t bytes)
    : site_(site),
      root_(depth == Depth::Root ? "" : "../"),
      isEnglish_(site.framework().language.split('-').first.equals_insensitive("en")),
      html_(bytes) {}

std::string Page::write(StringRef title, llvm::function_ref<void()> body) {
  {
    const StringRef language = site_.framework().language;
    const auto document = html_.element(
        "html", {{"lang", language}, {"dir", isRightToLeft(language) ? "rtl" : StringRef()}});
    head(title);
    const auto whole = html_.element("body");
    words("a", "Skip to the content", {{"class", "skip"}, {"href", "#content"}});
    header(title.empty());
    {
      const auto main = html_.element("main", {{"id", "content"}, {"tabindex", "-1"}});
      body();
    }
    footer();
  }
  return std::move(html_).take();
}

void Page::head(StringRef title) {
  const auto head = html_.element("head");
  html_.voidElement("meta", {{"charset", "utf-8"}});
  html_.voidElement("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}});
  html_.voidElement("meta",
                    {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html_.voidElement("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html_.voidElement("meta", {{"name", "generator"}, {"content", "Cadre"}});
  {
    const auto element = html_.element("title");
    if (!title.empty()) {
      html_.text(title);
      html_.text(" · ");
    }
    html_.text(site_.framework().title.plain);
  }
  html_.voidElement("link", {{"rel", "stylesheet"}, {"href", fromHere("style.css")}});
  if (site_.changes())
    html_.voidElement("link", {{"rel", "stylesheet"}, {"href", fromHere("changes.css")}});
}

void Page::navigate(StringRef target, StringRef label) {
  const auto item = html_.element("li");
  words("a", label, {{"href", fromHere(target)}});
}

void Page::header(bool isStart) {
  const auto header = html_.element("header", {{"class", "site-header"}});
  html_.leaf("a", site_.framework().title.plain,
             {{"class", "site-title"},
              {"href", fromHere("index.html")},
              {"aria-current", isStart ? "page" : StringRef()}});
  const auto nav = html_.element("nav", {{"aria-label", "Site"}});
  const auto list = html_.element("ul");
  const Publication& publication = site_.publication();
  if (!publication.ids<Profile>().empty()) navigate("index.html#profiles", "Profiles");
  if (!publication.ids<Competency>().empty()) navigate("index.html#competencies", "Competencies");
  if (!publication.ids<Profile>().empty()) navigate("matrix.html", "Matrix");
  if (!publication.ids<Scale>().empty()) navigate("index.html#levels", "Levels");
  if (site_.changes()) navigate("changes.html", "What changed");
}

void Page::footer() {
  const Framework& framework = site_.framework();
  const auto footer = html_.element("footer", {{"class", "site-footer"}});
  const auto line = html_.element("p");
  html_.text(framework.title.plain);
  html_.text(" ");
  html_.text(framework.version);
  if (!framework.publisher.empty()) {
    html_.text(" · ");
    html_.text(framework.publisher);
  }
  if (!framework.license.empty()) {
    html_.text(" · ");
    html_.text(framework.license);
  }
}

// ---- Words and texts
// ------------------------------------------------------------------------------

void Page::words(StringRef text) {
  if (isEnglish_) return html_.text(text);
  html_.leaf("span", text, {{"lang", "en"}});
}

void Page::words(ElementName name, StringRef text, Attributes attributes) {
  const auto element = html_.element(name, attributes);
  words(text);
}

StringRef Page::languageOf(const Declaration& declaration) const {
  if (!model().isExternal(declaration)) return {};
  const StringRef language = model()[declaration.framework].language;
  return language == site_.framework().language ? StringRef() : language;
}

void Page::title(const Declaration& declaration) {
  const StringRef title = declaration.title.isEmpty() ? declaration.name : declaration.title.plain;
  const StringRef language = languageOf(declaration);
  if (language.empty()) return html_.text(title);
  html_.leaf("span", title, {{"lang", language}});
}

void Page::text(const Text& text) {
  if (text.markdown.empty() || text.blocks) return html_.text(text.plain);
  html_.markdown(text.markdown, markdown::Scope::Inline);
}

void Page::prose(const Text& text, StringRef language) {
  if (text.isEmpty()) return;
  const auto block = html_.element(
      "div", {{"class", "prose"}, {"lang", language.empty() ? StringRef() : language}});
  if (text.blocks && !text.markdown.empty()) {
    return html_.markdown(text.markdown, markdown::Scope::Blocks);
  }
  if (!text.blocks) {
    const auto paragraph = html_.element("p");
    return this->text(text);
  }
  llvm::SmallVector<StringRef, 4> paragraphs;
  text.plain.split(paragraphs, "\n\n", -1, false);
  for (const StringRef paragraph : paragraphs) html_.leaf("p", paragraph);
}

void Page::bullets(ArrayRef<Bullet> bullets, StringRef style, StringRef language, bool anchors) {
  if (bullets.empty()) return;
  const auto list =
      html_.element("ul", {{"class", style}, {"lang", language.empty() ? StringRef() : language}});
  for (const Bullet& bullet : bullets) {
    const bool hasAnchor = anchors && !bullet.label.empty();
    const auto item = html_.element(
        "li",
        {{"id", hasAnchor ? StringRef("label-" + percentEncode(bullet.label)) : StringRef()}});
    text(bullet.text);
    if (bullet.label.empty()) continue;
    html_.text(" ");
    html_.leaf("span", bullet.label, {{"class", "label"}});
  }
}

// ---- Links
// ----------------------------------------------------------------------------------------

void Page::link(ProfileId id) {
  const auto link = html_.element("a", {{"href", fromHere(site_.href(id))}});
  title(model()[id]);
}

void Page::link(CompetencyId id) {
  const auto link = html_.element("a", {{"href", fromHere(site_.href(id))}});
  title(model()[id]);
}

void Page::anchorLink(DeclKind kind, const Declaration& declaration) {
  const std::string fragment = percentEncode(anchorOf(site_, kind, declaration));
  const auto link = html_.element("a", {{"href", fromHere("index.html#" + fragment)}});
  title(declaration);
}

void Page::link(FamilyId id) { anchorLink(DeclKind::Family, model()[id]); }
void Page::link(CategoryId id) { anchorLink(DeclKind::Category, model()[id]); }

void Page::linkKey(StringRef key) {
  const Declaration* found = site_.find(key);
  if (!found) return html_.leaf("code", key);
  const auto link = html_.element("a", {{"href", fromHere(site_.findHref(key))}});
  title(*found);
}

void Page::webLink(StringRef address, StringRef text) {
  if (text.empty()) text = address;
  if (!isWebAddress(address)) return html_.text(text);
  html_.leaf("a", text, {{"href", targetOf(address)}, {"rel", "external"}});
}

// ---- Levels
// ---------------------------------------------------------------------------------------

void Page::level(const Competency& competency, const LevelValue& value) {
  if (value.level) return ordinalLevel(value.level);
  if (value.number && competency.scale) numericLevel(model()[competency.scale], *value.number);
}

void Page::ordinalLevel(LevelId id) {
  const Level& level = model()[id];
  const size_t count = model()[level.scale].levels.size();
  std::string pips;
  for (size_t i = 1; i <= count; ++i) pips += i <= level.ordinal ? "●" : "○";
  const auto chip = html_.element(
      "span",
      {{"class", "level"},
       {"title", ("level " + llvm::Twine(level.ordinal) + " of " + llvm::Twine(count)).str()}});
  html_.leaf("span", pips, {{"class", "pips"}, {"aria-hidden", "true"}});
  html_.text(" ");
  html_.leaf("span", model().display({id, std::nullopt}),
             {{"lang", languageOf(model()[level.scale])}});
}

void Page::numericLevel(const Scale& scale, double value) {
  const std::string number = formatNumber(value);
  const std::string low = formatNumber(scale.low);
  const std::string high = formatNumber(scale.high);
  const auto chip = html_.element("span", {{"class", "level"}});
  html_.leaf("meter", number + "/" + high,
             {{"min", low}, {"max", high}, {"value", number}, {"aria-hidden", "true"}});
  html_.text(" ");
  html_.leaf("strong", number);
  html_.text(" ");
  words("of");
  html_.text(" " + low + "–" + high);
}

void Page::importance(Importance importance) {
  words("span", importanceWords(importance), {{"class", "importance " + word(importance).str()}});
}

// ---- Free functions
// -------------------------------------------------------------------------------

std::string anchorOf(const Site& site, DeclKind kind, const Declaration& declaration) {
  return word(kind).str() + "-" + site.pageName(declaration);
}

StringRef shade(double value, double low, double high) {
  static constexpr StringRef shades[] = {"s1", "s2", "s3", "s4", "s5"};
  if (!(high > low)) return shades[4];
  const double place = std::round((value - low) / (high - low) * 4);
  return shades[place < 0 ? 0 : place > 4 ? 4 : static_cast<size_t>(place)];
}

StringRef kindWords(const Kind& builtin) {
  if (builtin.name == "technical") return "Technical";
  if (builtin.name == "behavioural") return "Behavioural";
  if (builtin.name == "leadership") return "Leadership";
  return "General";
}

}  // namespace cadre::emit::html
