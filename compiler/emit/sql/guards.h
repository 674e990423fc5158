// The constraints that keys and checks cannot say, because they look at another row: a level that
// fits the scale of a competency, a value that fits its attribute. Each dialect makes triggers of
// them.
#pragma once

#include "emit/relational/tables.h"
#include "emit/sql/sql_text.h"

namespace cadre::emit::sql {

struct Guard {
  enum class When : uint8_t { Insert, Update, Both };

  /// A name for all systems, at most 50 characters; where a system has no messages, it is one.
  Sql name = {};
  relational::TableId table = {};
  When when = When::Both;
  llvm::SmallVector<Sql, 3> columns = {};  ///< Updates of these alone; empty: of any.
  Sql where = {};                          ///< The rows it is about, over NEW and OLD; empty: all.
  Sql holds = {};  ///< What must be true, over NEW and OLD. `{is date}`: NEW.text is one.
  Sql message = {};
  /// A column and a value that its own check refuses: how MySQL says no.
  Sql spoiled = {};
  Sql spoil = {};
  bool isForMysql = false;  ///< The others have a foreign key for it.
};

[[nodiscard]] ArrayRef<Guard> guards();

}  // namespace cadre::emit::sql
