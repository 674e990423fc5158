// Holds back the signals by which a user or a system ends programs while files are moved into
// place. Takes nothing, gives nothing; what came in between is delivered at the end.
#pragma once

#include <csignal>

namespace cadre::driver {

/// Those signals wait as long as this lives.
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

}  // namespace cadre::driver
