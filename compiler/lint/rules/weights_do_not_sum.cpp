#include "lint/rule.h"
#include "lint/wording.h"

#include <algorithm>
#include <cmath>

namespace cadre::lint {

namespace {

/// The last digit that a weight is written to: 1, 0.1, 0.01, ….
double lastDigit(double weight) {
  double unit = 1;
  for (int i = 0; i < 6 && std::abs(std::round(weight / unit) * unit - weight) > unit * 1e-6; ++i) unit /= 10;
  return unit;
}

}  // namespace

void check(rule::WeightsDoNotSum, const Profile& profile, Context& context) {
  if (profile.isAbstract || profile.status == model::Status::Retired || profile.requirements.size() < 2) return;
  double sum = 0;
  double unit = 1;
  bool areShares = true;
  std::vector<std::string> weights;
  for (const model::Requirement& it : profile.requirements) {
    if (!it.weight) return;
    sum += *it.weight;
    unit = std::min(unit, lastDigit(*it.weight));
    areShares &= *it.weight <= 1;
  }
  const auto count = static_cast<double>(profile.requirements.size());
  // `weight 1` throughout says that all count alike.
  if (areShares && unit == 1) return;
  const int target = areShares ? 1 : 100;
  // Half of the last digit may be lost in each weight, and one in a hundred in all.
  const double slack = std::min(count * unit / 2, target / 100.0) + 1e-9;
  if (std::abs(sum - target) <= slack) return;
  for (const model::Requirement& it : profile.requirements) weights.push_back(model::formatNumber(*it.weight));
  const double shown = std::round(sum * 1e6) / 1e6;
  context.report(rule::WeightsDoNotSum{}, profile.span, titleOf(profile), model::formatNumber(shown), target)
      .note(note::WeightsAre, weights.size(), listed(weights, 20))
      .help(note::ShareOut, target);
}

}  // namespace cadre::lint
