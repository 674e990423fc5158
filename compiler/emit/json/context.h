// What all writers of records share: where the facts come from and where the JSON goes. Owns
// nothing.
#pragma once

#include "emit/json/json_writer.h"
#include "model/publication.h"

namespace cadre::emit::json {

struct Context {
  const model::Publication& publication;
  const model::Model& model;
  JsonWriter& out;
};

}  // namespace cadre::emit::json
