#include "emit/xlsx/workbook.h"

#include "emit/xlsx/check_archive.h"

#include <xlsxwriter.h>

#include <llvm/Support/ErrorHandling.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cadre::emit::xlsx {

namespace {

/// When every workbook was made: the first day that a zip archive knows. The library would ask the
/// clock.
constexpr time_t created = 315'532'800;

constexpr uint32_t headColour = 0x1F3A56;
constexpr uint32_t lowestLevel = 0xEDF5FC;
constexpr uint32_t highestLevel = 0x7FB3E6;
constexpr uint32_t linkColour = 0x1F5FA8;
constexpr uint8_t paperA4 = 9;

uint32_t mix(uint32_t low, uint32_t high, double share) {
  uint32_t out = 0;
  for (const int shift : {16, 8, 0}) {
    const double from = (low >> shift) & 0xFF;
    const double to = (high >> shift) & 0xFF;
    out |= static_cast<uint32_t>(std::lround(from + (to - from) * share)) << shift;
  }
  return out;
}

/// How a number shows that it is not essential.
const char* numberForm(model::Importance importance) {
  switch (importance) {
    case model::Importance::Essential: return "General";
    case model::Importance::Desired: return "General\" (desired)\"";
    case model::Importance::Optional: return "General\" (optional)\"";
  }
  llvm_unreachable("every importance has a form");
}

void fill(lxw_format* format, uint32_t colour) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_bg_color(format, colour);
}

void drawLevel(lxw_format* format, Look look) {
  fill(format, colourOf(look.shade));
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, 0xFFFFFF);
  format_set_align(format, LXW_ALIGN_CENTER);
  format_set_text_wrap(format);
  if (look.importance == model::Importance::Essential) {
    format_set_bold(format);
  } else {
    format_set_italic(format);
  }
  format_set_num_format(format, numberForm(look.importance));
}

void draw(lxw_format* format, Look look) {
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look.style) {
    case Look::Style::Plain: return;
    case Look::Style::Text: format_set_text_wrap(format); return;
    case Look::Style::Head:
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_font_color(format, 0xFFFFFF);
      return fill(format, headColour);
    case Look::Style::Title:
      format_set_bold(format);
      format_set_font_size(format, 16);
      return;
    case Look::Style::Heading: format_set_bold(format); return;
    case Look::Style::Link:
      format_set_font_color(format, linkColour);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      return;
    case Look::Style::Level: return drawLevel(format, look);
  }
}

}  // namespace

Look levelLook(double place, model::Importance importance) {
  const double shade = std::round(std::clamp(place, 0.0, 1.0) * (Look::shades - 1));
  return {Look::Style::Level, static_cast<uint8_t>(shade), importance};
}

uint32_t colourOf(uint8_t shade) {
  return mix(lowestLevel, highestLevel, static_cast<double>(shade) / (Look::shades - 1));
}

// ---- Sheet

void Sheet::write(uint32_t row, uint32_t column, StringRef text, Look look) {
  lxw_format* format = workbook_->formatOf(look);
  const auto place = static_cast<lxw_col_t>(column);
  if (text.empty()) {
    worksheet_write_blank(sheet_, row, place, format);
    return;
  }
  worksheet_write_string(sheet_, row, place, workbook_->fit(text).c_str(), format);
}

void Sheet::write(uint32_t row, uint32_t column, double number, Look look) {
  worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(column), number,
                         workbook_->formatOf(look));
}

void Sheet::link(uint32_t row, uint32_t column, StringRef sheet) {
  std::string target = "internal:'";
  for (const char c : sheet) target += c == '\'' ? "''" : std::string(1, c);
  target += "'!A1";
  worksheet_write_url_opt(sheet_, row, static_cast<lxw_col_t>(column), target.c_str(),
                          workbook_->formatOf({Look::Style::Link}), sheet.str().c_str(), nullptr);
}

void Sheet::note(uint32_t row, uint32_t column, StringRef text) {
  lxw_comment_options options{};
  options.width = 320;
  options.height =
      static_cast<uint16_t>(std::clamp<size_t>(30 + 18 * (text.size() / 45 + 1), 48, 480));
  worksheet_write_comment_opt(sheet_, row, static_cast<lxw_col_t>(column),
                              workbook_->fit(text).c_str(), &options);
}

void Sheet::width(uint32_t column, double characters) {
  const auto place = static_cast<lxw_col_t>(column);
  worksheet_set_column(sheet_, place, place, characters, nullptr);
}

void Sheet::freeze(uint32_t row, uint32_t column) {
  worksheet_freeze_panes(sheet_, row, static_cast<lxw_col_t>(column));
}

void Sheet::finishTable(uint32_t lastRow, uint32_t lastColumn) {
  worksheet_autofilter(sheet_, 0, 0, lastRow, static_cast<lxw_col_t>(lastColumn));
  worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, paperA4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

// ---- Workbook

Workbook::Workbook(llvm::ArrayRef<StringRef> fixedNames, Limits limits)
    : limits_(limits), names_(fixedNames) {
  if (file_.isOpen()) workbook_ = workbook_new(file_.path().c_str());
}

Workbook::~Workbook() { lxw_workbook_free(workbook_); }

Sheet Workbook::add(StringRef name) { return addNamed(names_.claim(name)); }

Sheet Workbook::addFixed(StringRef name) { return addNamed(name.str()); }

Sheet Workbook::addNamed(std::string name) {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
  if (isRightToLeft_) worksheet_right_to_left(sheet);
  return {*this, sheet, std::move(name)};
}

void Workbook::describe(StringRef title, StringRef publisher, StringRef id, StringRef version) {
  std::string name = fit(title);
  std::string company = fit(publisher);
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.company = company.data();
  properties.created = created;
  workbook_set_properties(workbook_, &properties);
  const std::string texts[] = {fitText(id, 255).text, fitText(version, 255).text};
  workbook_set_custom_property_string(workbook_, "Framework", texts[0].c_str());
  workbook_set_custom_property_string(workbook_, "Version", texts[1].c_str());
}

std::string Workbook::fit(StringRef text) {
  CellText out = fitText(text, limits_.characters);
  if (out.isCut) losses_.cut.add(key_);
  if (out.isChanged) losses_.characters.add(key_);
  return std::move(out.text);
}

lxw_format* Workbook::formatOf(Look look) {
  lxw_format*& format = formats_[look];
  if (!format) {
    format = workbook_add_format(workbook_);
    draw(format, look);
  }
  return format;
}

llvm::Expected<std::string> Workbook::take() && {
  // Closing frees it, whatever comes of it.
  const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
  if (error != LXW_NO_ERROR) return llvm::createStringError(lxw_strerror(error));
  auto bytes = file_.read();
  if (!bytes) return bytes.takeError();
  if (!isWhole(*bytes)) {
    return llvm::createStringError("the workbook is cut off: is there room for temporary files?");
  }
  return bytes;
}

}  // namespace cadre::emit::xlsx
