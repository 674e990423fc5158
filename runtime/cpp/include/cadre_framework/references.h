// Checks that what the records of a document refer to by id is in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cadre_framework/errors.h"
#include "cadre_framework/reading.h"
#include "cadre_framework/records.h"

namespace cadre_framework::detail {

/// A place in the document, put together only when something is wrong there.
struct Place {
  const Place* outer;
  std::string_view member;
  std::optional<std::size_t> index;

  std::string text() const {
    std::string all = outer ? outer->text() + "." : std::string();
    all += member;
    if (index) all += "[" + std::to_string(*index) + "]";
    return all;
  }
};

/// Does `visit` with each item of a list and its place.
template <class T, class Visit>
void each(const std::vector<T>& list, const Place* outer, std::string_view member, Visit visit) {
  for (std::size_t i = 0; i < list.size(); ++i) visit(list[i], Place{outer, member, i});
}

/// Throws where an id leads nowhere.
template <class T>
void refer(const Index<T>& table, std::string_view sort, const std::string& id,
           const Place& place) {
  if (table.find(id)) return;
  throw DocumentError("the " + std::string(sort) + " `" + id + "` is not in the document",
                      place.text());
}

template <class T>
void refer(const Index<T>& table, std::string_view sort, const std::optional<std::string>& id,
           const Place& place) {
  if (id) refer(table, sort, *id, place);
}

/// Throws a `DocumentError` at the first id that leads nowhere. What is looked at, and in which
/// order, is the same in the readers of other languages. Abstract profiles and what was replaced
/// have no record: bases, `profile` of origins, `replaces`, and `use` of what is deprecated are not
/// looked at.
class ReferenceCheck {
public:
  ReferenceCheck(const Document& document, const Tables& tables)
      : document_(document), tables_(tables) {}

  void run() const {
    const Place framework{nullptr, "framework", {}};
    refer(tables_.scales, "scale", document_.framework.scale, {&framework, "scale", {}});
    each(document_.kinds, nullptr, "kinds", [&](const Kind& kind, const Place& at) {
      if (const auto* declared = std::get_if<DeclaredKind>(&kind))
        refer(tables_.kinds, "kind", declared->like, {&at, "like", {}});
    });
    each(document_.categories, nullptr, "categories", [&](const Category& one, const Place& at) {
      refer(tables_.categories, "category", one.parent, {&at, "parent", {}});
    });
    each(document_.families, nullptr, "families", [&](const Family& one, const Place& at) {
      refer(tables_.families, "family", one.parent, {&at, "parent", {}});
    });
    each(document_.resources, nullptr, "resources",
         [&](const Resource& one, const Place& at) { competencies(one.develops, at, "develops"); });
    competencies();
    profiles();
    rest();
    homes();
  }

private:
  /// The competencies that items of a list name.
  template <class T>
  void competencies(const std::vector<T>& list, const Place& owner, std::string_view member) const {
    each(list, &owner, member, [&](const T& one, const Place& at) {
      refer(tables_.competencies, "competency", one.competency, {&at, "competency", {}});
    });
  }

  template <class T>
  void statements(const std::vector<T>& records, std::string_view table, std::string_view member,
                  std::vector<StatementEntry> T::*list) const {
    each(records, nullptr, table, [&](const T& one, const Place& owner) {
      each(one.*list, &owner, member, [&](const StatementEntry& entry, const Place& at) {
        if (const auto* shared = std::get_if<StatementReference>(&entry))
          refer(tables_.statements, "statement", shared->statement, {&at, "statement", {}});
      });
    });
  }

  template <class T>
  void credentials(const std::vector<T>& records, std::string_view table) const {
    each(records, nullptr, table, [&](const T& one, const Place& owner) {
      each(one.credentials, &owner, "credentials", [&](const auto& named, const Place& at) {
        refer(tables_.credentials, "credential", named.credential, {&at, "credential", {}});
      });
    });
  }

  void competencies() const {
    const auto& all = document_.competencies;
    const std::string_view table = "competencies";
    each(all, nullptr, table, [&](const Competency& one, const Place& at) {
      refer(tables_.kinds, "kind", one.kind, {&at, "kind", {}});
    });
    each(all, nullptr, table, [&](const Competency& one, const Place& owner) {
      each(one.categories, &owner, "categories", [&](const std::string& id, const Place& at) {
        refer(tables_.categories, "category", id, at);
      });
    });
    each(all, nullptr, table, [&](const Competency& one, const Place& at) {
      refer(tables_.competencies, "competency", one.part_of, {&at, "partOf", {}});
    });
    each(all, nullptr, table, [&](const Competency& one, const Place& at) {
      refer(tables_.scales, "scale", one.scale, {&at, "scale", {}});
    });
    statements(all, table, "knowledge", &Competency::knowledge);
    statements(all, table, "skills", &Competency::skills);
    statements(all, table, "abilities", &Competency::abilities);
    statements(all, table, "tasks", &Competency::tasks);
    credentials(all, table);
  }

  void profiles() const {
    const auto& all = document_.profiles;
    const std::string_view table = "profiles";
    each(all, nullptr, table, [&](const Profile& one, const Place& at) {
      refer(tables_.families, "family", one.family, {&at, "family", {}});
    });
    statements(all, table, "tasks", &Profile::tasks);
    statements(all, table, "knowledge", &Profile::knowledge);
    statements(all, table, "skills", &Profile::skills);
    statements(all, table, "abilities", &Profile::abilities);
    credentials(all, table);
    each(all, nullptr, table, [&](const Profile& one, const Place& at) {
      competencies(one.requirements, at, "requirements");
    });
    origins([&](const Origin& origin, const Place& at) {
      refer(tables_.rules, "rule", origin.rule, {&at, "rule", {}});
    });
    each(all, nullptr, table,
         [&](const Profile& one, const Place& at) { competencies(one.drops, at, "drops"); });
  }

  template <class Visit>
  void origins(Visit visit) const {
    each(document_.profiles, nullptr, "profiles", [&](const Profile& one, const Place& owner) {
      each(one.requirements, &owner, "requirements",
           [&](const Requirement& asked, const Place& at) {
             each(asked.origins, &at, "origins", visit);
           });
    });
  }

  void rest() const {
    each(document_.rules, nullptr, "rules", [&](const Rule& one, const Place& owner) {
      each(one.in, &owner, "in", [&](const std::string& id, const Place& at) {
        refer(tables_.families, "family", id, at);
      });
    });
    each(document_.rules, nullptr, "rules", [&](const Rule& one, const Place& owner) {
      each(one.except, &owner, "except", [&](const std::string& id, const Place& at) {
        refer(tables_.profiles, "profile", id, at);
      });
    });
    each(document_.rules, nullptr, "rules", [&](const Rule& one, const Place& at) {
      competencies(one.requirements, at, "requirements");
    });
    each(document_.paths, nullptr, "paths", [&](const Path& one, const Place& owner) {
      for (std::size_t i = 0; i < one.chains.size(); ++i) {
        const std::string chain = "chains[" + std::to_string(i) + "]";
        each(one.chains[i], &owner, chain, [&](const std::string& id, const Place& at) {
          refer(tables_.profiles, "profile", id, at);
        });
      }
    });
    each(document_.paths, nullptr, "paths", [&](const Path& one, const Place& owner) {
      each(one.edges, &owner, "edges", [&](const Edge& edge, const Place& at) {
        refer(tables_.profiles, "profile", edge.from, {&at, "from", {}});
      });
    });
    each(document_.paths, nullptr, "paths", [&](const Path& one, const Place& owner) {
      each(one.edges, &owner, "edges", [&](const Edge& edge, const Place& at) {
        refer(tables_.profiles, "profile", edge.to, {&at, "to", {}});
      });
    });
    each(document_.crosswalks, nullptr, "crosswalks", [&](const Crosswalk& one, const Place& at) {
      refer(tables_.scales, "scale", one.from, {&at, "from", {}});
    });
    each(document_.crosswalks, nullptr, "crosswalks", [&](const Crosswalk& one, const Place& at) {
      refer(tables_.scales, "scale", one.to, {&at, "to", {}});
    });
  }

  /// The frameworks that external records are of.
  void homes() const {
    each(document_.kinds, nullptr, "kinds", [&](const Kind& kind, const Place& at) {
      if (const auto* one = std::get_if<DeclaredKind>(&kind)) home(*one, at);
    });
    const auto table = [&](const auto& records, std::string_view name) {
      each(records, nullptr, name, [&](const auto& one, const Place& at) { home(one, at); });
    };
    table(document_.attributes, "attributes");
    table(document_.scales, "scales");
    table(document_.categories, "categories");
    table(document_.families, "families");
    table(document_.statements, "statements");
    table(document_.credentials, "credentials");
    table(document_.resources, "resources");
    table(document_.competencies, "competencies");
    table(document_.profiles, "profiles");
    table(document_.rules, "rules");
    table(document_.paths, "paths");
    table(document_.crosswalks, "crosswalks");
    origins([&](const Origin& origin, const Place& at) {
      if (origin.kind == OriginKind::rule && !origin.rule)
        throw DocumentError("the member `rule` is missing", at.text());
    });
  }

  template <class T>
  void home(const T& record, const Place& at) const {
    refer(tables_.dependencies, "framework", record.framework, {&at, "framework", {}});
  }

  const Document& document_;
  const Tables& tables_;
};

}  // namespace cadre_framework::detail
