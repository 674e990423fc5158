#include "driver/compare_report.h"
#include "driver/styled_text.h"
#include "driver/text_table.h"
#include "emit/readable/readable.h"
#include "ide/compare_words.h"
#include "lint/wording.h"

#include <fmt/format.h>

namespace cadre::driver {

using diag::Style;
using ide::CompetencyRow;
using llvm::ArrayRef;
using llvm::StringRef;
using model::Model;

std::string inBackticks(StringRef text) { return lint::quoted(text); }

namespace {

/// What many lines of a drawing share.
class Drawing {
public:
  Drawing(const TextView& view, llvm::raw_ostream& out) : view_(view), out_(out) {}

  void paragraph(StringRef lead, StringRef text, Style style = Style::Plain) {
    printParagraph(out_, lead, text, view_.color, style, view_.width);
  }
  void blank() { out_ << '\n'; }
  void heading(StringRef text) {
    blank();
    paragraph("", text, Style::Strong);
    blank();
  }
  void facts(ArrayRef<ide::Fact> facts) {
    for (const ide::Fact& it : facts) paragraph(fmt::format("  {:<8} ", it.name), it.value);
  }
  void bullets(StringRef lead, ArrayRef<model::Bullet> bullets) {
    for (const model::Bullet& it : bullets) paragraph(lead, inOneLine(it.text.plain));
  }
  void table(const TextTable& table) { table.print(out_, view_.color, view_.width); }

  static std::string inOneLine(StringRef text) {
    std::string out = text.str();
    for (char& c : out) {
      if (c == '\n' || c == '\t') c = ' ';
    }
    return out;
  }

protected:
  TextView view_;
  llvm::raw_ostream& out_;
};

class PairDrawing : Drawing {
public:
  PairDrawing(const Model& model, const ide::Comparison& comparison, const TextView& view,
              llvm::raw_ostream& out)
      : Drawing(view, out),
        model_(model),
        it_(comparison),
        titles_(model),
        words_(titles_, comparison, inBackticks) {}

  void print() {
    paragraph("", fmt::format("{} → {}", words_.from(), words_.to()), Style::Strong);
    for (const std::string& notice : words_.notices()) {
      blank();
      paragraph("", notice);
    }
    const auto facts = words_.facts();
    if (!facts.empty()) blank();
    this->facts(facts);
    heading("What tells them apart:");
    paragraph("  ", words_.apart());
    if (it_.relation.isSame) return;
    competencies();
    learning();
    credentials();
    emphases();
    others();
  }

private:
  // ---- Side by side

  void competencies() {
    if (it_.competencies.empty()) return;
    blank();
    TextTable table({"competency", "kind", words_.from(), words_.to(), ""});
    StringRef group;
    for (const CompetencyRow& row : it_.competencies) {
      if (const StringRef now = ide::CompareWords::group(row.change); now != group) {
        group = now;
        table.heading(group.str());
      }
      table.row({words_.listed(row.competency),
                 model_.builtinKind(model_[row.competency]).key.str(),
                 row.from ? words_.askedBefore(row) : "–", row.to ? words_.asked(*row.to) : "–",
                 ide::CompareWords::change(row)});
    }
    this->table(table);
    bonds();
  }

  void bonds() {
    for (const std::string& it : words_.bonds()) {
      blank();
      paragraph("  ", it);
    }
  }

  // ---- What it takes

  void learning() {
    if (it_.competencies.empty()) return;
    heading("What the step takes:");
    if (it_.learning.empty())
      paragraph("  ", "Nothing to learn: no competency is new, and no level is higher.");
    bool isFirst = true;
    for (const ide::Learning& it : it_.learning) {
      if (!isFirst) blank();
      isFirst = false;
      learning(it);
    }
  }

  void learning(const ide::Learning& learning) {
    const CompetencyRow& row = it_.competencies[learning.row];
    paragraph("  ", words_.heading(learning), Style::Strong);
    if (!row.to->because.isEmpty())
      paragraph("    ", fmt::format("Because: {}", inOneLine(row.to->because.plain)));
    for (const ide::LevelOnTheWay& level : learning.levels)
      this->level(level, !row.to->level.isNone());
    if (learning.levels.empty()) paragraph("    ", "The competency describes no level in between.");
    if (!learning.resources.empty()) paragraph("    ", "Help on the way:");
    for (const ide::HelpfulResource& it : learning.resources) resource(it);
    if (!learning.credentials.empty()) paragraph("    ", "Credentials that go with it:");
    for (const model::CredentialUse& it : learning.credentials)
      paragraph("      - ", marked(model_[it.credential]));
  }

  void level(const ide::LevelOnTheWay& level, bool hasLevels) {
    const std::string name = words_.heading(level);
    if (!name.empty() || hasLevels)
      paragraph("    ", name.empty() ? "At any level" : name, Style::Frame);
    if (level.isSilent()) return paragraph("      ", "Nothing is said of it.");
    if (level.described && !level.described->about.isEmpty())
      paragraph("      ", inOneLine(level.described->about.plain));
    if (level.rubric) bullets("      - ", level.rubric->indicators);
    if (!level.descriptors.empty()) {
      paragraph("      ", "What the scale says of the level:");
      bullets("      - ", level.descriptors);
    }
    if (!level.rubric) return;
    list("To get there:", level.rubric->develop);
    list("Shown by:", level.rubric->evidence);
  }

  void list(StringRef title, ArrayRef<model::Bullet> bullets) {
    if (bullets.empty()) return;
    paragraph("      ", title);
    this->bullets("        - ", bullets);
  }

  void resource(const ide::HelpfulResource& it) {
    const model::Resource& resource = model_[it.resource];
    const std::string type = resource.type.empty() ? "" : fmt::format(" ({})", resource.type);
    paragraph("      - ", fmt::format("{}{}: {}", marked(resource), type, words_.reach(it)));
    if (!resource.url.empty()) paragraph("        ", resource.url);
  }

  // ---- Credentials

  void credentials() {
    if (it_.credentials.empty()) return;
    heading("Credentials:");
    for (const ide::CredentialRow& row : it_.credentials) {
      const model::Credential& credential = model_[row.credential];
      paragraph("  - ", fmt::format("{}: {}", marked(credential), asked(row)));
      std::vector<std::string> more;
      if (!credential.issuer.empty())
        more.push_back(fmt::format("issued by {}", credential.issuer));
      if (credential.renewsEveryMonths != 0)
        more.push_back(fmt::format("to be renewed every {}",
                                   emit::readable::periodWords(credential.renewsEveryMonths)));
      if (!more.empty()) paragraph("    ", fmt::format("{}", fmt::join(more, ", ")));
      if (!credential.url.empty()) paragraph("    ", credential.url);
    }
  }

  [[nodiscard]] static std::string asked(const ide::CredentialRow& row) {
    const auto words = [](model::Importance it) { return model::word(it).str(); };
    if (!row.from) return fmt::format("new, {}", words(*row.to));
    if (!row.to) return "not asked any more";
    return row.from == row.to ? fmt::format("both, {}", words(*row.to))
                              : fmt::format("{}, instead of {}", words(*row.to), words(*row.from));
  }

  // ---- The rest

  void emphases() {
    const auto all = words_.emphases();
    if (all.empty()) return;
    heading("Weighed otherwise:");
    for (const std::string& it : all) paragraph("  - ", it);
  }

  void others() {
    const bool isElsewhere = !it_.isInOneFamily(model_);
    if (isElsewhere || !it_.attributes.empty()) {
      heading("Besides:");
      TextTable table({"", words_.from(), words_.to()});
      if (isElsewhere) table.row({"family", family(it_.from), family(it_.to)});
      for (const ide::AttributeRow& it : it_.attributes) {
        const auto value = [&](const model::AttributeValue* one) {
          return one ? emit::readable::attributeWords(model_[it.attribute], *one) : "–";
        };
        table.row({lint::titleOf(model_[it.attribute]).str(), value(it.from), value(it.to)});
      }
      this->table(table);
    }
    for (const ide::StatementRow& it : it_.statements) statements(it);
  }

  [[nodiscard]] std::string family(model::ProfileId id) const {
    const model::FamilyId family = model_[id].family;
    return family ? emit::readable::trailOf(model_, family) : "–";
  }

  void statements(const ide::StatementRow& row) {
    if (row.onlyFrom.empty() && row.onlyTo.empty()) return;
    const std::string sort = emit::readable::sortWords(row.sort).str();
    heading(row.shared.empty() ? fmt::format("{}:", sort)
                               : fmt::format("{} ({} the same):", sort, row.shared.size()));
    statements(words_.to(), row.onlyTo);
    statements(words_.from(), row.onlyFrom);
  }

  void statements(StringRef who, ArrayRef<const model::StatementUse*> uses) {
    if (uses.empty()) return;
    paragraph("  ", fmt::format("only of {}", who));
    for (const model::StatementUse* it : uses) {
      const std::string text = inOneLine(ide::textOf(model_, *it).plain);
      paragraph("  - ", it->shared ? words_.marked(text, model_[it->shared]) : text);
    }
  }

  [[nodiscard]] std::string marked(const model::Declaration& declaration) const {
    return words_.marked(lint::titleOf(declaration).str(), declaration);
  }

  const Model& model_;
  const ide::Comparison& it_;
  ide::ProfileTitles titles_;
  ide::CompareWords words_;
};

class PairsDrawing : Drawing {
public:
  using Drawing::Drawing;

  void print(const AlikeReport& report, double least) {
    const auto& found = report.pairs;
    paragraph("", fmt::format("{}: {}", report.model->framework().key, ide::countOf(found, least)),
              Style::Strong);
    size_t number = 0;
    const ide::ProfileTitles titles(*report.model);
    for (const ide::AlikePair& pair : found.pairs) this->pair(titles, pair, ++number);
    if (found.count > found.pairs.size()) {
      blank();
      paragraph(
          "", fmt::format("… and {} more; `--most 0` shows all, `--least` asks for more likeness.",
                          found.count - found.pairs.size()));
    }
  }

private:
  void pair(const ide::ProfileTitles& titles, const ide::AlikePair& pair, size_t number) {
    const ide::Comparison it = ide::compareBriefly(titles.model(), pair.first, pair.second);
    const ide::CompareWords words(titles, it, inBackticks);
    blank();
    const std::string lead = fmt::format("{:>3}. ", number);
    paragraph(lead, fmt::format("{} and {}", words.from(), words.to()), Style::Strong);
    const std::string indent(lead.size(), ' ');
    for (const ide::Fact& fact : words.facts()) {
      if (fact.name != "step")
        paragraph(indent, fact.name == "alike" ? "alike: " + fact.value : fact.value);
    }
    paragraph(indent, words.apart());
  }
};

}  // namespace

void printText(const Model& model, const ide::Comparison& comparison, const TextView& view,
               llvm::raw_ostream& out) {
  PairDrawing(model, comparison, view, out).print();
}

void printText(ArrayRef<AlikeReport> reports, double least, const TextView& view,
               llvm::raw_ostream& out) {
  for (const AlikeReport& it : reports) {
    if (&it != reports.begin()) out << '\n';
    PairsDrawing(view, out).print(it, least);
  }
}

}  // namespace cadre::driver
