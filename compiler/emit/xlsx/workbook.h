// A workbook as libxlsxwriter makes it, in memory: takes sheets, cells, looks, gives the bytes of
// an .xlsx file, the same for the same content. Texts are never formulas. What does not fit is cut,
// and counted by the id of what it belongs to. The only header of the folder behind which the
// library is.
#pragma once

#include "emit/fidelity/census.h"
#include "emit/xlsx/limits.h"
#include "emit/xlsx/memory_file.h"
#include "model/model.h"

#include <llvm/Support/Error.h>

#include <map>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace cadre::emit::xlsx {

/// What a cell looks like.
struct Look {
  enum class Style : uint8_t { Plain, Text, Head, Title, Heading, Link, Level };

  Style style = Style::Plain;
  /// Of a level: how high it is, from 0 to `shades` - 1, and how much it is wanted.
  uint8_t shade = 0;
  model::Importance importance = model::Importance::Essential;

  static constexpr uint8_t shades = 9;
  friend auto operator<=>(const Look&, const Look&) = default;
};
namespace looks {
inline constexpr Look plain{};
/// Text that may be long: wrapped, at the top of its cell.
inline constexpr Look text{Look::Style::Text};
inline constexpr Look head{Look::Style::Head};
inline constexpr Look title{Look::Style::Title};
inline constexpr Look heading{Look::Style::Heading};
}  // namespace looks
/// `place` from 0, the lowest, to 1.
[[nodiscard]] Look levelLook(double place, model::Importance importance);
/// The fill of a level, as 0xRRGGBB.
[[nodiscard]] uint32_t colourOf(uint8_t shade);

class Workbook;

/// A sheet. Rows and columns count from 0.
class Sheet {
public:
  void write(uint32_t row, uint32_t column, StringRef text, Look look = looks::plain);
  void write(uint32_t row, uint32_t column, double number, Look look = looks::plain);
  /// A link to another sheet.
  void link(uint32_t row, uint32_t column, StringRef sheet);
  /// Shown when one points at the cell.
  void note(uint32_t row, uint32_t column, StringRef text);
  void width(uint32_t column, double characters);
  /// What is above and left of the cell stays in view.
  void freeze(uint32_t row, uint32_t column);
  /// Buttons to filter by, on the first row; also how it is printed.
  void finishTable(uint32_t lastRow, uint32_t lastColumn);

  [[nodiscard]] const std::string& name() const { return name_; }

private:
  friend class Workbook;
  Sheet(Workbook& workbook, lxw_worksheet* sheet, std::string name)
      : workbook_(&workbook), sheet_(sheet), name_(std::move(name)) {}

  Workbook* workbook_;
  lxw_worksheet* sheet_;
  std::string name_;
};

/// What did not fit, by the id of what it belongs to.
struct Losses {
  fidelity::Tally cut;         ///< Texts that were longer than a cell.
  fidelity::Tally characters;  ///< Texts with characters that XML has no place for.
  fidelity::Tally beyond;      ///< Cells in columns behind the last that a sheet has.
};

class Workbook {
public:
  explicit Workbook(llvm::ArrayRef<StringRef> fixedNames, Limits limits = {});
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook();

  /// False where there is no memory for one; then nothing may be added.
  [[nodiscard]] bool isOpen() const { return workbook_ != nullptr; }
  /// Adds a sheet behind those that are there; its name is as like `name` as it can be.
  Sheet add(StringRef name);
  /// Adds a sheet with a name of `fixedNames`, which each can have once.
  Sheet addFixed(StringRef name);
  void describe(StringRef title, StringRef publisher, StringRef id, StringRef version);
  void setRightToLeft() { isRightToLeft_ = true; }

  /// What is written from here on belongs to the declaration with this key.
  void setKey(StringRef key) { key_ = key; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] const Losses& losses() const { return losses_; }
  void noteBeyond() { losses_.beyond.add(key_); }

  /// Ends the workbook.
  [[nodiscard]] llvm::Expected<std::string> take() &&;

private:
  friend class Sheet;
  Sheet addNamed(std::string name);
  /// The text as a cell can hold it; counts what is lost.
  std::string fit(StringRef text);
  lxw_format* formatOf(Look look);

  Limits limits_;
  MemoryFile file_;
  lxw_workbook* workbook_ = nullptr;
  SheetNames names_;
  std::map<Look, lxw_format*> formats_;
  Losses losses_;
  std::string key_;
  bool isRightToLeft_ = false;
};

}  // namespace cadre::emit::xlsx
