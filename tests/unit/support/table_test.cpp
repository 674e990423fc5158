#include "support/table.h"

#include "support/arena.h"
#include "support/interner.h"
#include "support/test.h"

using namespace cadre;

namespace {
struct Fruit {
  std::string name;
};
using FruitId = Id<Fruit>;
}  // namespace

TEST_CASE("an id without an index names nothing") {
  const FruitId none;
  CHECK_FALSE(none);
  CHECK_FALSE(none.isValid());
  CHECK(none == FruitId::none());
  CHECK(FruitId(0));
  CHECK(FruitId(0) != none);
  CHECK(FruitId(0) < FruitId(1));
}

TEST_CASE("a table gives records back by id, in the order added") {
  Table<Fruit> table;
  CHECK(table.empty());
  const FruitId apple = table.add({"apple"});
  const FruitId pear = table.add({"pear"});
  CHECK(table.size() == 2);
  CHECK(table[apple].name == "apple");
  table[pear].name = "quince";
  std::string all;
  for (const Fruit& fruit : table) all += fruit.name + " ";
  CHECK(all == "apple quince ");
  CHECK(table.idOf(table[pear]) == pear);
}

TEST_CASE("the interner gives equal texts one name") {
  Interner names;
  const Name apple = names.intern("apple");
  const Name pear = names.intern("pear");
  CHECK(apple != pear);
  CHECK(names.intern(std::string("ap") + "ple") == apple);
  CHECK(names.text(apple) == "apple");
  CHECK(names.find("pear") == pear);
  CHECK_FALSE(names.find("plum"));
  CHECK(names.text(Name::none()).empty());
}

TEST_CASE("the interner keeps texts while it grows, and an empty one too") {
  Interner names;
  const Name first = names.intern("first");
  const llvm::StringRef text = names.text(first);
  for (int i = 0; i < 10000; ++i) names.intern(std::to_string(i));
  CHECK(names.text(first).data() == text.data());
  CHECK(names.text(names.intern("")).empty());
  CHECK(names.intern("").isValid());
}

TEST_CASE("the arena's copies outlive what they were copied from") {
  Arena arena;
  llvm::StringRef text;
  llvm::ArrayRef<int> numbers;
  {
    const std::string gone = "gone";
    const std::vector<int> alsoGone = {1, 2, 3};
    text = arena.copy(gone);
    numbers = arena.copyOf(alsoGone);
  }
  CHECK(text == "gone");
  CHECK(numbers.vec() == std::vector<int>{1, 2, 3});
  CHECK(arena.copy("").empty());
  CHECK(*arena.make<int>(7) == 7);
}
