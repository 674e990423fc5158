#include "driver/fault.h"

#include "driver/exit_code.h"

#include <csignal>
#include <cstring>
#include <unistd.h>

namespace cadre::driver {

namespace {

// A sanitizer has handlers of its own, which say more.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool hasSanitizer = true;
#elif defined(__has_feature)
constexpr bool hasSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool hasSanitizer = false;
#endif

/// A handler needs a stack of its own when the other one has overflowed.
alignas(16) char handlerStack[64 * 1024];

/// write(2) alone is safe in a handler.
void say(const char* text, size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(STDERR_FILENO, text, size);
    if (written <= 0) return;
    text += written;
    size -= static_cast<size_t>(written);
  }
}
void say(const char* text) { say(text, std::strlen(text)); }

void sayFault(const char* what, size_t size) {
  say("cadre: internal fault: ");
  say(what, size);
  say("\n  This is a mistake in cadre " CADRE_VERSION ", not in your sources. The output directory is as it was,\n"
      "  or the next build mends it. Please report it with the command, the sources that lead to it\n"
      "  and the lines above.\n");
}

const char* nameOf(int signal) {
  switch (signal) {
    case SIGSEGV: return "segmentation fault";
    case SIGBUS: return "bus error";
    case SIGILL: return "illegal instruction";
    case SIGFPE: return "arithmetic error";
    case SIGABRT: return "assertion failed or aborted";
    default: return "signal";
  }
}

void onSignal(int signal) {
  const char* name = nameOf(signal);
  sayFault(name, std::strlen(name));
  ::_exit(static_cast<int>(ExitCode::Fault));
}

}  // namespace

void installFaultHandlers() {
  if (hasSanitizer) return;
  stack_t stack = {};
  stack.ss_sp = handlerStack;
  stack.ss_size = sizeof handlerStack;
  ::sigaltstack(&stack, nullptr);
  struct sigaction action = {};
  action.sa_handler = onSignal;
  action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT}) ::sigaction(signal, &action, nullptr);
}

int reportFault(llvm::StringRef what) {
  sayFault(what.data(), what.size());
  return static_cast<int>(ExitCode::Fault);
}

}  // namespace cadre::driver
