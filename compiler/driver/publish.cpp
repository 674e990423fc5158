#include "driver/publish.h"

#include "driver/signals_wait.h"

namespace cadre::driver {

std::optional<OutputChanges> publish(Context& context, OutputDirectory& output, const OutputFiles& files) {
  const SignalsWait wait;
  return output.replace(files, context.faults);
}

}  // namespace cadre::driver
