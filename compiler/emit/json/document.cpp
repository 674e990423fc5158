#include "emit/json/document.h"

namespace cadre::emit::json {

size_t expectedBytes(const model::Publication& publication) {
  const size_t small =
      publication.ids<model::Statement>().size() + publication.ids<model::Category>().size();
  const size_t large =
      publication.ids<model::Competency>().size() + publication.ids<model::Profile>().size();
  return 8192 + 400 * small + 2500 * large;
}

}  // namespace cadre::emit::json
