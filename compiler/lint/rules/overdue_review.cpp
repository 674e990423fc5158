#include "lint/dates.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::OverdueReview, const Declaration& declaration, Context& context) {
  if (declaration.reviewed.empty() || context.today().empty()) return;
  if (declaration.status == model::Status::Retired || declaration.deprecated) return;
  const auto reviewed = readDay(declaration.reviewed);
  const auto today = readDay(context.today());
  if (!reviewed || !today) return;
  const int age = monthsBetween(*reviewed, *today);
  const int most = context.number(OptionId::ReviewMonths);
  if (age < most) return;
  const auto months = [](int count) {
    return counted(static_cast<size_t>(count), "month", "months");
  };
  context
      .report(rule::OverdueReview{}, declaration.places.reviewed, titleOf(declaration), months(age),
              months(most))
      .help(note::ReviewAndDate);
}

}  // namespace cadre::lint
