// What only the C++ reader has: types that convert, and errors that are worded here.
#include <cadre_framework/framework.h>

#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

using namespace cadre_framework;

static_assert(!std::is_constructible_v<HeldLevel, std::nullptr_t>);
static_assert(!std::is_constructible_v<HeldLevel, char>);
static_assert(!std::is_constructible_v<HeldLevel, const void*>);
static_assert(std::is_convertible_v<bool, HeldLevel>);
static_assert(std::is_convertible_v<std::int64_t, HeldLevel>);
static_assert(std::is_convertible_v<unsigned, HeldLevel>);
static_assert(std::is_convertible_v<std::string_view, HeldLevel>);
static_assert(!std::is_constructible_v<detail::NameOf<Profile>, std::nullptr_t>);
static_assert(!std::is_constructible_v<detail::NameOf<Profile>, const Competency&>);

namespace {

int passed = 0;
int failed = 0;

template <class T, class U>
void same(const char* what, const T& found, const U& wanted) {
  if (found == wanted) {
    ++passed;
    return;
  }
  ++failed;
  std::cout << what << ":\n  found  " << found << "\n  wanted " << wanted << "\n";
}

std::string problem_of(const std::function<void()>& doing) {
  try {
    doing();
  } catch (const Error& problem) {
    return problem.what();
  }
  return "no error";
}

void try_held(const Framework& framework) {
  const auto has = [&](const Held& held) {
    const auto item = framework.gap(held, framework.profiles.begin()->id).items.front();
    return item.has ? item.has->number : -1;
  };
  same("had", has(Held{{"IceClimbing", true}}), -1);
  same("int64_t", has(Held{{"IceClimbing", std::int64_t{3}}}), 3);
  same("unsigned", has(Held{{"IceClimbing", 3U}}), 3);
  same("float", has(Held{{"IceClimbing", 2.5F}}), 2.5);
  same("not had", problem_of([&] {
         has(Held{{"IceClimbing", false}});
       }),
       "`summit.guides.IceClimbing` is held at no level: give one, or true");
  same("string_view", problem_of([&] {
         has(Held{{"IceClimbing", std::string_view("3")}});
       }),
       "a level of `summit.guides.Difficulty` is a number from 1 to 9, not the text `3`");
  const std::map<std::string, int> levels{{"IceClimbing", 4}};
  same("a map", has(Held(levels)), 4);
  same("iterators", has(Held(levels.begin(), levels.end())), 4);
  same("records",
       framework.gap(*framework.profiles.begin(), *framework.profiles.begin()).items.size(), 1U);
  same("a record", framework.profile(*framework.profiles.begin()).record->name, "WinterGuide");
  try {
    framework.profile("WinterGuid");
  } catch (const NotFoundError& problem) {
    same("sort", problem.sort(), "profile");
    same("wanted", problem.wanted(), "WinterGuid");
    same("suggestion", problem.suggestion().value_or(""), "WinterGuide");
  }
}

void try_faults() {
  const auto parse = [](const std::string& text) {
    return problem_of([&] { Framework::parse(text); });
  };
  same("nothing", parse(""), "this is not JSON: there is nothing in it");
  same("a word", parse("{\"a\": " + std::string(10000, 'x') + "}"),
       "this is not JSON: at line 1, column 7: syntax error while parsing value - invalid literal");
  same("an open end", parse("{"),
       "this is not JSON: at line 1, column 2: syntax error while parsing object key - unexpected "
       "end "
       "of input; expected string literal");
  same("no UTF-8", parse("\"\xff\""),
       "this is not JSON: at line 1, column 2: syntax error while parsing value - invalid string: "
       "ill-formed UTF-8 byte");
  same("an endless number", parse("{\"formatVersion\": 1e400}"), "this number is too large");
  same("400 digits", parse("{\"formatVersion\": 1" + std::string(400, '0') + "}"),
       "this number is too large");
  same("deep", parse("{\"nobody\": " + std::string(5000, '[') + std::string(5000, ']') + "}"),
       "the member `$schema` is missing");
  same("no file", problem_of([] { Framework::load("nowhere.json"); }),
       "cannot read nowhere.json: No such file or directory");
  same("a folder", problem_of([] { Framework::load("."); }), "cannot read .: Is a directory");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try_held(Framework::load(arguments[1]));
  try_faults();
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}
