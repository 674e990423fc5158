// What a comparison of two profiles comes to, in sentences: takes the comparison and how a name is
// shown (in backticks, in bold), gives text that holds nothing else that would have to be escaped.
// For the command line and for editors. Decides nothing.
#pragma once

#include "ide/compare.h"
#include "ide/why.h"

#include <llvm/ADT/StringMap.h>

#include <functional>
#include <string>
#include <vector>

namespace cadre::ide {

/// Gives the words of a framework (a title, a level) as the output shows a name.
using Spelling = std::function<std::string(llvm::StringRef)>;

/// The titles of profiles, with the name behind a title that several share.
class ProfileTitles {
public:
  /// `model` must outlive it.
  explicit ProfileTitles(const model::Model& model);
  [[nodiscard]] std::string of(model::ProfileId id) const;
  [[nodiscard]] const model::Model& model() const { return model_; }

private:
  const model::Model& model_;
  llvm::StringMap<unsigned> counts_;
};

class CompareWords {
public:
  /// `titles` and `comparison` must outlive it.
  CompareWords(const ProfileTitles& titles, const Comparison& comparison, Spelling spelling);

  /// What people call the two, and the competencies that they ask for, with names where titles
  /// alone do not tell two of them apart. Not spelt.
  [[nodiscard]] std::string from() const { return titles_.of(comparison_.from); }
  [[nodiscard]] std::string to() const { return titles_.of(comparison_.to); }
  [[nodiscard]] std::string competency(model::CompetencyId id) const;
  /// The same in a list, where a draft among what is published says so.
  [[nodiscard]] std::string listed(model::CompetencyId id) const;
  [[nodiscard]] std::string marked(std::string name, const model::Declaration& declaration) const;

  /// What tells the two apart, in one sentence.
  [[nodiscard]] std::string apart() const;
  /// How alike they are, which way the step goes, what they have to do with each other: each in a
  /// word and a few more.
  [[nodiscard]] std::vector<Fact> facts() const;
  /// What a reader must know of one of them first: that it is abstract, a draft, not of this
  /// package.
  [[nodiscard]] std::vector<std::string> notices() const;

  /// `Foundation`, `2.5`; nothing without a level.
  [[nodiscard]] std::string level(const model::LevelValue& value) const;
  /// `Foundation, desired`: what is essential does not say so.
  [[nodiscard]] std::string asked(const model::Requirement& requirement) const;
  /// What the first asks for, with the competencies that another one stands for: `Press work: Good`.
  [[nodiscard]] std::string askedBefore(const CompetencyRow& row) const;
  /// `+2`, `-0.5`, `new`, `gone`; `higher` and `lower` between two scales; nothing where it is the
  /// same.
  [[nodiscard]] static std::string change(const CompetencyRow& row);
  /// `Media relations, from Foundation to Advanced`. Not spelt.
  [[nodiscard]] std::string heading(const Learning& learning) const;
  /// `Practitioner`, `2 Snapshots`; nothing for what is said of the competency as a whole. Not
  /// spelt.
  [[nodiscard]] std::string heading(const LevelOnTheWay& level) const;
  /// The heading of the rows with such a change: `More is asked`.
  [[nodiscard]] static llvm::StringRef group(Change change);
  /// How competencies come to stand for others: `Media relations: it replaces Press work.`
  [[nodiscard]] std::vector<std::string> bonds() const;
  /// Competencies that are weighed otherwise, or whose importance is another: a sentence each.
  [[nodiscard]] std::vector<std::string> emphases() const;
  /// `all the way to Advanced`
  [[nodiscard]] std::string reach(const HelpfulResource& resource) const;

private:
  [[nodiscard]] std::string spelt(model::ProfileId id) const { return spelling_(titles_.of(id)); }
  [[nodiscard]] std::string howItStandsFor(model::CompetencyId id, model::CompetencyId counterpart,
                                           Bond bond) const;
  [[nodiscard]] std::string byCrosswalk(const CompetencyRow& row) const;
  /// What differs besides what is required: `weights, tasks and Grade`.
  [[nodiscard]] std::string othersThatDiffer() const;
  /// Which competencies one asks for alone or at a higher level, of those that count.
  [[nodiscard]] std::string differences(bool technical, bool other) const;
  using Names = std::vector<std::string>;
  void tell(std::vector<std::string>& parts, const std::string& who, const Names& alone,
            const Names& more) const;
  /// The rows with the levels that lie the farthest apart, of their scales, first.
  [[nodiscard]] std::vector<const CompetencyRow*> byDistance() const;
  [[nodiscard]] std::string alike() const;
  [[nodiscard]] std::string step() const;
  [[nodiscard]] std::string career() const;
  [[nodiscard]] std::string bases() const;
  void addNotices(model::ProfileId id, std::vector<std::string>& out) const;

  const ProfileTitles& titles_;
  const model::Model& model_;
  const Comparison& comparison_;
  Spelling spelling_;
  llvm::StringMap<unsigned> competencies_;  ///< How many of the comparison have a title.
};

/// `3 pairs of 12 profiles are 80% alike or more`
[[nodiscard]] std::string countOf(const AlikePairs& pairs, double least);

/// What a statement says where it is used.
[[nodiscard]] const model::Text& textOf(const model::Model& model, const model::StatementUse& use);

/// `41%`; only a share of 1 is 100%, only one of 0 is 0%.
[[nodiscard]] std::string percent(double share);

}  // namespace cadre::ide
