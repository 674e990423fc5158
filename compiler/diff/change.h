// What a comparison finds: changes, each with its tier, the step of the version that announces it, the words that
// tell it, and the edits of framework.json that it consists of. Values that own what they say, but for the
// edits, which point into the two documents.
#pragma once

#include "diff/value.h"
#include "support/semver.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre::diff {

enum class Tier : uint8_t { People, Data, Text };
/// `people`, `data`, `text`.
[[nodiscard]] StringRef word(Tier tier);
[[nodiscard]] std::optional<Tier> findTier(StringRef word);

enum class ChangeId : uint8_t {
#define CHANGE(id, name, tier, step, help) id,
#include "diff/changes.def"
};

/// A row of changes.def.
struct ChangeRow {
  ChangeId id;
  StringRef name;
  Tier tier;
  VersionStep step;
  StringRef help;
};
[[nodiscard]] ArrayRef<ChangeRow> changeRows();
[[nodiscard]] const ChangeRow& rowOf(ChangeId id);

/// What `allow` and cadre.toml can say: the name of a row, or that of one word with the word of a declaration
/// before it (`resource-removed`), which then are the only ones meant.
struct ChangeName {
  ChangeId id;
  StringRef word;  ///< `resource`; empty for any.
};
/// What is called `name`; none where nothing is.
[[nodiscard]] std::optional<ChangeName> findChangeName(StringRef name);
/// All names, for *did you mean*.
[[nodiscard]] std::vector<std::string> changeNames();

/// Words for people, of which renderers dress some.
struct Part {
  enum class Style : uint8_t {
    Words,
    Name,    ///< The title of something, a level.
    Before,  ///< A text as it was.
    After,   ///< A text as it is.
  };
  Style style = Style::Words;
  std::string text;
  std::string plural = {};  ///< Of a verb: the form behind several subjects.
};

class Phrase {
public:
  Phrase& words(StringRef text) { return add(Part::Style::Words, text); }
  /// Words that are others behind several subjects: `asks for `, `ask for `.
  Phrase& verb(StringRef singular, StringRef plural);
  Phrase& name(StringRef text) { return add(Part::Style::Name, text); }
  Phrase& before(StringRef text) { return add(Part::Style::Before, text); }
  Phrase& after(StringRef text) { return add(Part::Style::After, text); }
  Phrase& append(const Phrase& other);

  [[nodiscard]] ArrayRef<Part> parts() const { return parts_; }
  [[nodiscard]] bool isEmpty() const { return parts_.empty(); }
  /// As it is said of several subjects.
  [[nodiscard]] Phrase ofSeveral() const;
  /// Without dress: texts in “ ”.
  [[nodiscard]] std::string plain() const;

private:
  Phrase& add(Part::Style style, StringRef text);
  std::vector<Part> parts_;
};

/// A record that a change is about.
struct Subject {
  StringRef word;  ///< As `competency`; `framework` for the framework itself.
  std::string id;
  std::string title;
  bool isExternal = false;
  bool isAbstract = false;  ///< A profile that is not published.

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// Why requirements change: the declaration whose line changed.
struct Cause {
  enum class Kind : uint8_t {
    Own,      ///< A line of the profile.
    Base,     ///< A line of a profile that it extends.
    Rule,     ///< A line of an `every profile` rule, or its reach.
    Extends,  ///< The profile extends others than before.
    Family,   ///< The profile belongs to another family.
    Scale,    ///< What the levels of a scale include, or that the competency is on it now.
  };
  Kind kind = Kind::Own;
  std::string id;     ///< Of the base, rule, family or scale; empty for Own.
  std::string title;  ///< What to call it.
  bool isGone = false;  ///< Of Extends: the profile extends it no longer.

  friend bool operator==(const Cause&, const Cause&) = default;
};
/// `own`, `base`, `rule`, `extends`, `family`, `scale`.
[[nodiscard]] StringRef word(Cause::Kind kind);

/// One step from the older document to the newer one. Steps are to be made in their order.
struct Edit {
  enum class Kind : uint8_t {
    Set,    ///< `before` (null: nothing) becomes `after` (null: nothing).
    Order,  ///< The elements of an array stand in the order of `order`, their keys.
  };
  Kind kind = Kind::Set;
  /// From the root: names of members, and keys of elements.
  std::vector<std::string> path;
  const Value* before = nullptr;
  const Value* after = nullptr;
  /// Of an element that comes in: the key of the one before it, or none where it is the first.
  std::optional<std::string> behind;
  bool isElement = false;  ///< The last step of the path is the key of an element.
  std::vector<std::string> order;
};

struct Acceptance {
  std::string version;
  std::string reason;

  friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

struct Change {
  ChangeId id;
  Tier tier;
  VersionStep step;
  Subject subject;
  Phrase clause;  ///< What is said of the subject: `Writing rises from Novice to Expert`.
  /// Facts for programs, by name: `competency`, `level`, `before`, `after`.
  std::vector<std::pair<StringRef, std::string>> facts;
  std::optional<Cause> cause;
  std::vector<uint32_t> edits;  ///< Into Difference::edits.
  std::optional<Acceptance> accepted;

  /// Whether what has changed belongs to a framework that this one uses.
  [[nodiscard]] bool isOfDependency() const { return subject.isExternal && subject.word != "framework"; }
};

/// What documents hold for a framework that says no version.
inline constexpr StringRef noVersion = "0.0.0";

/// What the framework calls itself on one side.
struct Release {
  std::string id;
  std::string title;
  std::string version;
};

struct Difference {
  Release before;
  Release after;
  std::vector<Change> changes;  ///< In the order of the newer document.
  std::vector<Edit> edits;
  /// Edits that follow from others, or say nothing by themselves: keys that are made from others,
  /// records of other frameworks that come and go with what refers to them, the order of tables.
  std::vector<uint32_t> carried;

  [[nodiscard]] bool isEmpty() const { return changes.empty(); }
};

}  // namespace cadre::diff
