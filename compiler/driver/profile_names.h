// Names of profiles that a call gives and no package knows: takes the name, reports it with what
// might be meant. For the verbs that answer questions about profiles.
#pragma once

#include "driver/context.h"
#include "model/model.h"
#include "session/session.h"

#include <string>
#include <vector>

namespace cadre::driver {

/// Reports that none of the packages has a profile `name`: what might be meant, else that it is a
/// competency, else where profiles were sought. `help` stands in place of that where it is not empty.
void reportNoProfile(Context& context, llvm::ArrayRef<session::Result> packages,
                     llvm::StringRef name, std::vector<std::string> help = {});

}  // namespace cadre::driver
