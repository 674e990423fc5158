#include "driver/compare_report.h"
#include "emit/markdown/page.h"
#include "emit/readable/readable.h"
#include "ide/compare_words.h"
#include "lint/wording.h"

#include <fmt/format.h>

namespace cadre::driver {

using emit::markdown::Inline;
using emit::markdown::Page;
using ide::CompetencyRow;
using llvm::ArrayRef;
using llvm::StringRef;
using model::Model;

namespace {

// What is compared is told in comments and release notes, where names must call nobody.
constexpr auto parted = markdown::References::Part;

Inline words(StringRef plain) {
  return Inline::markdown(markdown::escapeForGithub(plain, markdown::Lines::Break, parted));
}

Inline line(StringRef plain) {
  return Inline::markdown(markdown::escapeForGithub(plain, markdown::Lines::Join, parted));
}

Inline webLink(StringRef plain, StringRef address) {
  return address.empty() ? line(plain) : Inline::webLink(plain, address);
}

/// How sentences show a name.
std::string inBold(StringRef text) { return Inline::strong(line(text)).text().str(); }

Inline sayOf(const model::Text& text) {
  return text.markdown.empty()
             ? words(text.plain)
             : Inline::markdown(markdown::toGithub(text.markdown, markdown::Scope::Inline, parted));
}

/// Rows of cells, each in one line.
class Table {
public:
  explicit Table(ArrayRef<Inline> head) {
    row(head);
    for (size_t i = 0; i < head.size(); ++i) out_ += "| --- ";
    out_ += "|\n";
  }
  void row(ArrayRef<Inline> cells) {
    for (const Inline& it : cells) out_ += fmt::format("| {} ", it.text().str());
    out_ += "|\n";
  }
  [[nodiscard]] std::string take() && { return std::move(out_); }

private:
  std::string out_;
};

class PairPage {
public:
  PairPage(const Model& model, const ide::Comparison& comparison)
      : model_(model), it_(comparison), titles_(model), words_(titles_, comparison, inBold) {}

  std::string write() && {
    page_.heading(
        1, line(words_.from()) + Inline::markdown(" → ") + line(words_.to()));
    for (const std::string& it : words_.notices()) page_.notice(Inline::markdown(it));
    page_.paragraph(Inline::markdown("**What tells them apart:** " + words_.apart()));
    for (const ide::Fact& it : words_.facts())
      page_.item(Inline::markdown(fmt::format("{}: {}", lint::capitalised(it.name), it.value)));
    if (!it_.relation.isSame) {
      competencies();
      learning();
      credentials();
      emphases();
      others();
    }
    return std::move(page_).take();
  }

private:
  // ---- Side by side

  void competencies() {
    if (it_.competencies.empty()) return;
    page_.heading(2, Inline::markdown("Side by side"));
    ArrayRef<CompetencyRow> rows = it_.competencies;
    while (!rows.empty()) {
      const StringRef group = ide::CompareWords::group(rows.front().change);
      const size_t size = rows.take_while([&](const auto& it) {
                                return ide::CompareWords::group(it.change) == group;
                              })
                              .size();
      page_.heading(3, Inline::markdown(group.str()));
      table(rows.take_front(size));
      rows = rows.drop_front(size);
    }
    for (const std::string& it : words_.bonds()) page_.paragraph(Inline::markdown(it));
  }

  void table(ArrayRef<CompetencyRow> rows) {
    Table table({Inline::markdown("Competency"), Inline::markdown("Kind"),
                 line(words_.from()), line(words_.to()),
                 Inline::markdown("Change")});
    for (const CompetencyRow& row : rows) {
      const Inline none = Inline::markdown("–");
      const std::string change = ide::CompareWords::change(row);
      table.row({Inline::strong(line(words_.listed(row.competency))),
                 line(model_.builtinKind(model_[row.competency]).key),
                 row.from ? line(words_.askedBefore(row)) : none,
                 row.to ? line(words_.asked(*row.to)) : none,
                 Inline::markdown(change)});
    }
    page_.blocks(std::move(table).take());
  }

  // ---- What it takes

  void learning() {
    if (it_.competencies.empty()) return;
    page_.heading(2, Inline::markdown("What the step takes"));
    if (it_.learning.empty())
      page_.paragraph(
          Inline::markdown("Nothing to learn: no competency is new, and no level is higher."));
    for (const ide::Learning& it : it_.learning) learning(it);
  }

  void learning(const ide::Learning& learning) {
    const CompetencyRow& row = it_.competencies[learning.row];
    page_.heading(3, line(words_.heading(learning)));
    if (!row.to->because.isEmpty()) page_.notice(sayOf(row.to->because));
    for (const ide::LevelOnTheWay& it : learning.levels) level(it, !row.to->level.isNone());
    if (learning.levels.empty())
      page_.paragraph(Inline::markdown("The competency describes no level in between."));
    if (!learning.resources.empty()) page_.paragraph(Inline::markdown("Help on the way:"));
    for (const ide::HelpfulResource& it : learning.resources) resource(it);
    if (!learning.credentials.empty())
      page_.paragraph(Inline::markdown("Credentials that go with it:"));
    for (const model::CredentialUse& it : learning.credentials)
      page_.item(credentialLink(model_[it.credential]));
  }

  void level(const ide::LevelOnTheWay& level, bool hasLevels) {
    const std::string name = words_.heading(level);
    page_.paragraph(
        Inline::strong(line(name.empty() && hasLevels ? "At any level" : name)));
    if (level.isSilent()) return page_.paragraph(Inline::markdown("Nothing is said of it."));
    const bool hasAbout = level.described && !level.described->about.isEmpty();
    if (hasAbout) about(level.described->about);
    // Two lists without a line between them would be one.
    if (level.rubric) list(hasAbout ? "What it looks like:" : "", level.rubric->indicators);
    list("What the scale says of the level:", level.descriptors);
    if (!level.rubric) return;
    list("To get there:", level.rubric->develop);
    list("Shown by:", level.rubric->evidence);
  }

  void about(const model::Text& text) {
    page_.blocks(text.markdown.empty()
                     ? markdown::escapeForGithub(text.plain, markdown::Lines::Blocks, parted)
                     : markdown::toGithub(text.markdown, text.blocks ? markdown::Scope::Blocks
                                                                     : markdown::Scope::Inline, parted));
  }

  void list(StringRef title, ArrayRef<model::Bullet> bullets) {
    if (bullets.empty()) return;
    if (!title.empty()) page_.paragraph(Inline::markdown(title.str()));
    for (const model::Bullet& it : bullets) page_.item(sayOf(it.text));
  }

  void resource(const ide::HelpfulResource& it) {
    const model::Resource& resource = model_[it.resource];
    const Inline type =
        resource.type.empty()
            ? Inline()
            : Inline::markdown(" (") + line(resource.type) + Inline::markdown(")");
    page_.item(webLink(lint::titleOf(resource), resource.url) + type +
               Inline::markdown(words_.marked("", resource) + ": ") + line(words_.reach(it)));
  }

  // ---- Credentials

  [[nodiscard]] Inline credentialLink(const model::Credential& credential) const {
    return webLink(lint::titleOf(credential), credential.url) +
           Inline::markdown(words_.marked("", credential));
  }

  void credentials() {
    if (it_.credentials.empty()) return;
    page_.heading(2, Inline::markdown("Credentials"));
    Table table({Inline::markdown("Credential"), line(words_.from()),
                 line(words_.to()), Inline::markdown("Issued by"),
                 Inline::markdown("To be renewed every")});
    for (const ide::CredentialRow& row : it_.credentials) {
      const model::Credential& credential = model_[row.credential];
      const auto asked = [](std::optional<model::Importance> it) {
        return Inline::markdown(it ? model::word(*it).str() : "–");
      };
      const uint32_t months = credential.renewsEveryMonths;
      table.row({credentialLink(credential), asked(row.from), asked(row.to),
                 line(credential.issuer),
                 Inline::markdown(months == 0 ? "" : emit::readable::periodWords(months))});
    }
    page_.blocks(std::move(table).take());
  }

  // ---- The rest

  void emphases() {
    const auto all = words_.emphases();
    if (all.empty()) return;
    page_.heading(2, Inline::markdown("Weighed otherwise"));
    for (const std::string& it : all) page_.item(Inline::markdown(it));
  }

  void others() {
    const bool isElsewhere = !it_.isInOneFamily(model_);
    if (isElsewhere || !it_.attributes.empty()) {
      page_.heading(2, Inline::markdown("Besides"));
      Table table({Inline::markdown(""), line(words_.from()), line(words_.to())});
      if (isElsewhere) table.row({Inline::markdown("Family"), family(it_.from), family(it_.to)});
      for (const ide::AttributeRow& it : it_.attributes) {
        const auto value = [&](const model::AttributeValue* one) {
          return one ? line(emit::readable::attributeWords(model_[it.attribute], *one))
                     : Inline::markdown("–");
        };
        table.row(
            {line(lint::titleOf(model_[it.attribute])), value(it.from), value(it.to)});
      }
      page_.blocks(std::move(table).take());
    }
    for (const ide::StatementRow& it : it_.statements) statements(it);
  }

  [[nodiscard]] Inline family(model::ProfileId id) const {
    const model::FamilyId family = model_[id].family;
    return family ? line(emit::readable::trailOf(model_, family)) : Inline::markdown("–");
  }

  void statements(const ide::StatementRow& row) {
    if (row.onlyFrom.empty() && row.onlyTo.empty()) return;
    const std::string sort = emit::readable::sortWords(row.sort).str();
    page_.heading(2, Inline::markdown(row.shared.empty() ? sort
                                                         : fmt::format("{} ({} the same)", sort,
                                                                       row.shared.size())));
    statements(words_.to(), row.onlyTo);
    statements(words_.from(), row.onlyFrom);
  }

  void statements(StringRef who, ArrayRef<const model::StatementUse*> uses) {
    if (uses.empty()) return;
    page_.paragraph(Inline::markdown("Only of ") + Inline::strong(line(who)) +
                    Inline::markdown(":"));
    for (const model::StatementUse* it : uses) {
      const std::string mark = it->shared ? words_.marked("", model_[it->shared]) : "";
      page_.item(sayOf(ide::textOf(model_, *it)) + Inline::markdown(mark));
    }
  }

  const Model& model_;
  const ide::Comparison& it_;
  ide::ProfileTitles titles_;
  ide::CompareWords words_;
  Page page_;
};

void writePairs(const AlikeReport& report, double least, Page& page) {
  const Model& model = *report.model;
  const auto& found = report.pairs;
  page.heading(1, line(fmt::format("{}: profiles that hardly differ",
                                           lint::titleOf(model.framework()))));
  page.paragraph(Inline::markdown(ide::countOf(found, least) + "."));
  const ide::ProfileTitles titles(model);
  for (const ide::AlikePair& pair : found.pairs) {
    const ide::Comparison it = ide::compareBriefly(model, pair.first, pair.second);
    const ide::CompareWords words(titles, it, inBold);
    page.heading(2,
                 line(words.from()) + Inline::markdown(" and ") + line(words.to()));
    page.paragraph(Inline::markdown(words.apart()));
    for (const ide::Fact& fact : words.facts()) {
      if (fact.name != "step")
        page.item(
            Inline::markdown(fmt::format("{}: {}", lint::capitalised(fact.name), fact.value)));
    }
  }
  if (found.count > found.pairs.size())
    page.paragraph(
        Inline::markdown(fmt::format("… and {} more.", found.count - found.pairs.size())));
}

}  // namespace

void printMarkdown(const Model& model, const ide::Comparison& comparison, llvm::raw_ostream& out) {
  out << PairPage(model, comparison).write();
}

void printMarkdown(ArrayRef<AlikeReport> reports, double least, llvm::raw_ostream& out) {
  Page page;
  for (const AlikeReport& it : reports) writePairs(it, least, page);
  out << std::move(page).take();
}

}  // namespace cadre::driver
