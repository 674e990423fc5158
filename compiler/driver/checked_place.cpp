#include "driver/checked_place.h"

#include "diag/kinds/sema.h"
#include "driver/pipeline.h"

#include <utility>

namespace cadre::driver {

namespace {

/// Outputs leave drafts out, and answers do not.
bool isAboutOutputs(const Diagnostic& it) {
  return it.code == diag::DraftLeftOut.code || it.code == diag::DraftBase.code;
}

}  // namespace

bool CheckedPlace::open(Context& context) {
  std::optional<Place> place = findPlace(context, context.options.in.value_or("."));
  return place && open(context, std::move(*place));
}

bool CheckedPlace::open(Context& context, Place place) {
  place_ = std::move(place);
  loader_ = std::make_unique<Loader>(*place_->files, context.sources, context.faults);
  if (!place_->isRevision()) loader_->useInterfacesWhereAbsent(context.options.interfaces);
  const size_t package = loader_->open(place_->path);
  if (package == Loader::npos) return false;
  units_ = loader_->load(package);
  if (context.faults.hasErrors()) return false;
  Diagnostics before = std::exchange(context.findings, {});
  results_ = checkUnits(context, *loader_, units_, Linting::Off);
  Diagnostics found = std::exchange(context.findings, std::move(before));
  for (Diagnostic& it : found.take()) {
    if (!isAboutOutputs(it)) context.findings.add(std::move(it));
  }
  return true;
}

}  // namespace cadre::driver
