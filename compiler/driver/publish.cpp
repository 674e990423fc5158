#include "driver/publish.h"

#include <csignal>

namespace cadre::driver {

namespace {

/// Signals that a user or a system ends programs with wait as long as this lives.
class SignalsWait {
public:
  SignalsWait() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
  }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
  sigset_t before_ = {};
};

}  // namespace

std::optional<OutputChanges> publish(Context& context, OutputDirectory& output, const OutputFiles& files) {
  if (!context.reportBefore(output, files)) return {};
  const SignalsWait wait;
  return output.replace(files, context.faults);
}

}  // namespace cadre::driver
