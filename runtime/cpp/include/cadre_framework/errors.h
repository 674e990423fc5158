// What can go wrong with a framework, each with a sentence in `what()` that can be shown to people.
// All are thrown, and all are `Error`s.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace cadre_framework {

/// Any error of this library.
class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The file cannot be read.
class FileError : public Error {
public:
  using Error::Error;
};

/// The text is no framework.json that this reader understands.
class DocumentError : public Error {
public:
  explicit DocumentError(std::string reason, std::string place = {})
      : Error(place.empty() ? reason : place + ": " + reason),
        reason_(std::move(reason)),
        place_(std::move(place)) {}

  const std::string& reason() const { return reason_; }
  /// Where in the document: `profiles[3].requirements[0].importance`; empty for the whole of it.
  const std::string& place() const { return place_; }

private:
  std::string reason_;
  std::string place_;
};

/// The document is written in a later version of the format than this reader knows.
class VersionError : public DocumentError {
public:
  using DocumentError::DocumentError;
};

/// The framework has nothing of that name.
class NotFoundError : public Error {
public:
  NotFoundError(std::string sort, std::string wanted, std::optional<std::string> suggestion)
      : Error("there is no " + sort + " `" + wanted + "`" +
              (suggestion ? "; did you mean `" + *suggestion + "`?" : "")),
        sort_(std::move(sort)),
        wanted_(std::move(wanted)),
        suggestion_(std::move(suggestion)) {}

  /// What was looked for: `profile`, `competency`, `scale`.
  const std::string& sort() const { return sort_; }
  /// The id or name that it was looked for by.
  const std::string& wanted() const { return wanted_; }
  /// The id or name that is nearest, if one is near.
  const std::optional<std::string>& suggestion() const { return suggestion_; }

private:
  std::string sort_;
  std::string wanted_;
  std::optional<std::string> suggestion_;
};

/// Records of several other frameworks have that name, and none of this one's own.
class AmbiguousNameError : public Error {
public:
  AmbiguousNameError(std::string sort, std::string wanted, std::vector<std::string> ids)
      : Error("`" + wanted + "` is the name of more than one " + sort + ": " + listed(ids) +
              "; give the id"),
        sort_(std::move(sort)),
        wanted_(std::move(wanted)),
        ids_(std::move(ids)) {}

  const std::string& sort() const { return sort_; }
  const std::string& wanted() const { return wanted_; }
  const std::vector<std::string>& ids() const { return ids_; }

private:
  static std::string listed(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "`" : ", `") + id + "`";
    return text;
  }

  std::string sort_;
  std::string wanted_;
  std::vector<std::string> ids_;
};

/// A level that the competency cannot be held at.
class LevelError : public Error {
public:
  using Error::Error;
};

}  // namespace cadre_framework
