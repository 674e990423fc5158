#include "driver/completion.h"

#include "driver/values.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::driver {

using llvm::StringRef;

namespace {

/// Operands differ by place up to this one; all further ones are like it.
constexpr size_t placesThatDiffer = 2;

std::string joined(const std::vector<Word>& words) {
  std::vector<std::string> names;
  for (const Word& it : words) names.push_back(it.name);
  return fmt::format("{}", fmt::join(names, " "));
}

std::vector<std::string> namesOf(const OptionForm& option) {
  std::vector<std::string> out;
  if (!option.shortName.empty()) out.push_back("-" + option.shortName);
  out.push_back("--" + option.longName);
  return out;
}

/// In single quotes, for any of the shells; `quote` stands for one inside.
std::string inQuotes(StringRef text, StringRef quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
    } else {
      out += c;
    }
  }
  return out + "'";
}

// ---- bash --------------------------------------------------------------------------------------

class Bash {
public:
  explicit Bash(llvm::raw_ostream& out) : out_(out) {}

  void print() {
    out_ << R"(# Completions of cadre for bash, as `cadre completion bash` writes them.
_cadre_words() {
  local IFS=$' \t\n'
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_cadre_list() {
  local IFS=$' \t\n' head=
  [[ $cur == *,* ]] && head=${cur%,*},
  COMPREPLY=($(compgen -P "$head" -W "$1" -- "${cur##*,}"))
  compopt -o nospace 2>/dev/null
}
_cadre_paths() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}
# What `cadre query` offers behind $1, a line each, for the package that the call is about.
_cadre_asked() {
  local place=. i
  for ((i = 1; i < ${#COMP_WORDS[@]} - 1; i++)); do
    if [[ ${COMP_WORDS[i]} == --in ]]; then
      place=${COMP_WORDS[i + 1]}
      [[ $place == = ]] && place=${COMP_WORDS[i + 2]-}
    fi
  done
  "${COMP_WORDS[0]}" query --complete "$1" --in "${place/#\~/$HOME}" 2>/dev/null | cut -f 1
}
_cadre_profiles() {
  local name
  _cadre_words "$1"
  while IFS= read -r name; do
    [[ $name == "$cur"* ]] && COMPREPLY+=("$name")
  done < <(_cadre_asked "requirement where profile = ")
}
# A query stands in quotes, and may go on behind any word of it.
_cadre_query() {
  local quote= text=$cur head word
  case $cur in
    [\'\"]*) text=${cur:1} ;;
    *) quote=\' ;;
  esac
  head=${text%"${text##*[ .(),=<>\"]}"}
  while IFS= read -r word; do
    COMPREPLY+=("$quote$head$word")
  done < <(_cadre_asked "$text")
  # One alone would close the quotes.
  ((${#COMPREPLY[@]} == 1)) && COMPREPLY+=("${COMPREPLY[0]} ")
  compopt -o nospace 2>/dev/null
}
_cadre() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local verb= operands=0 isValue= word i
  COMPREPLY=()
  # `--format=json` comes as three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == = ]]; then
      continue
    elif [[ -n $isValue ]]; then
      isValue=
      continue
    fi
    case $word in
)";
    out_ << "      " << fmt::format("{}", fmt::join(valued(), " | ")) << ") isValue=1 ;;\n";
    out_ << R"(      -*) ;;
      *)
        if [[ -z $verb ]]; then
          verb=$word
        else
          operands=$((operands + 1))
        fi
        ;;
    esac
  done
  case $verb:$prev in
)";
    printValues();
    out_ << R"(  esac
  if [[ $cur == -* ]]; then
    case $verb in
)";
    for (const VerbRow& verb : verbRows()) printOptions(verb.name, optionForms(verb));
    printOptions("*", commonOptionForms());
    out_ << R"(    esac
    return
  fi
  case $verb:$operands in
)";
    std::vector<Word> verbs;
    for (const VerbRow& verb : verbRows()) verbs.push_back({verb.name.str(), ""});
    out_ << "    :*) _cadre_words '" << joined(verbs) << "' ;;\n";
    for (const VerbRow& verb : verbRows()) printOperands(verb);
    out_ << R"(  esac
}
complete -F _cadre cadre
)";
  }

private:
  /// The names of all options with a value.
  static std::vector<std::string> valued() {
    std::vector<std::string> out;
    for (const VerbRow& verb : verbRows()) {
      for (const OptionForm& option : optionForms(verb)) {
        if (option.value.empty()) continue;
        for (std::string& name : namesOf(option)) {
          if (!llvm::is_contained(out, name)) out.push_back(std::move(name));
        }
      }
    }
    return out;
  }

  static std::string command(const Values& values) {
    switch (values.kind) {
      case ValueKind::Free: return "";
      case ValueKind::Words:
        return fmt::format("_cadre_words {}", inQuotes(joined(values.words), R"('\'')"));
      case ValueKind::WordList:
        return fmt::format("_cadre_list {}", inQuotes(joined(values.words), R"('\'')"));
      case ValueKind::Path:
      case ValueKind::File: return "_cadre_paths -f";
      case ValueKind::Directory: return "_cadre_paths -d";
      case ValueKind::Profile:
        return fmt::format("_cadre_profiles {}", inQuotes(joined(values.words), R"('\'')"));
      case ValueKind::Query: return "_cadre_query";
    }
    llvm_unreachable("every kind has a command");
  }

  void printValues() {
    for (const OptionForm& option : commonOptionForms()) printValue("*", option);
    for (const VerbRow& verb : verbRows()) {
      for (const OptionForm& option : optionForms(verb)) {
        const auto isCommon = [&](const OptionForm& it) { return it.longName == option.longName; };
        if (llvm::none_of(commonOptionForms(), isCommon)) printValue(verb.name, option);
      }
    }
  }
  void printValue(StringRef verb, const OptionForm& option) {
    if (option.value.empty()) return;
    std::vector<std::string> patterns;
    for (const std::string& name : namesOf(option))
      patterns.push_back(fmt::format("{}:{}", verb, name));
    out_ << fmt::format("    {}) {}; return ;;\n", fmt::join(patterns, " | "),
                        option.values.kind == ValueKind::Free ? ":" : command(option.values));
  }

  void printOptions(StringRef verb, const std::vector<OptionForm>& options) {
    std::vector<std::string> names;
    for (const OptionForm& option : options) {
      for (std::string& name : namesOf(option)) names.push_back(std::move(name));
    }
    out_ << fmt::format("      {}) _cadre_words '{}' ;;\n", verb, fmt::join(names, " "));
  }

  void printOperands(const VerbRow& verb) {
    for (size_t place = 0; place < std::min(verb.most, placesThatDiffer); ++place) {
      const Values values = operandValues(verb, place);
      if (values.kind == ValueKind::Free) continue;
      const bool isLast = place + 1 == placesThatDiffer && verb.most > placesThatDiffer;
      out_ << fmt::format("    {}:{}) {} ;;\n", verb.name, isLast ? "*" : std::to_string(place),
                          command(values));
    }
  }

  llvm::raw_ostream& out_;
};

// ---- zsh ---------------------------------------------------------------------------------------

class Zsh {
public:
  explicit Zsh(llvm::raw_ostream& out) : out_(out) {}

  void print() {
    out_ << R"zsh(#compdef cadre
# Completions of cadre for zsh, as `cadre completion zsh` writes them.
# What `cadre query` offers behind $1, a line each, for the package that the call is about.
_cadre_asked() {
  local place=. at=${words[(I)--in]}
  if (( at )); then
    place=${(Q)words[at + 1]}
  elif (( ${words[(I)--in=*]} )); then
    place=${(Q)${words[(r)--in=*]}#--in=}
  fi
  _call_program query cadre query --complete ${(q)1} --in ${(q)${place/#\~/$HOME}} 2>/dev/null
}
_cadre_profiles() {
  local -a names=(${${(f)"$(_cadre_asked "requirement where profile = ")"}%%$'\t'*} $@)
  compadd -a names
}
# A query stands in quotes, and may go on behind any word of it.
_cadre_query() {
  local -a found=(${${(f)"$(_cadre_asked "$PREFIX")"}%%$'\t'*})
  compset -P '*[ .(),=<>"]'
  compadd -Q -S '' -a found
}
_cadre() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C -S \
)zsh";
    printOptions(commonOptionForms(), "    ");
    out_ << R"(    '1:verb:->verb' \
    '*::operand:->operand'
  case $state in
    verb)
      local -a verbs=(
)";
    for (const VerbRow& verb : verbRows())
      out_ << "        " << quoted(escaped(verb.name) + ":" + escaped(verb.summary)) << '\n';
    out_ << R"(      )
      _describe -t verbs verb verbs
      ;;
    operand)
      curcontext=${curcontext%:*:*}:cadre-$words[1]:
      case $words[1] in
)";
    for (const VerbRow& verb : verbRows()) {
      out_ << "        " << verb.name << ")\n          _arguments -S \\\n";
      printOptions(optionForms(verb), "            ");
      printOperands(verb);
      out_ << "            && return\n          ;;\n";
    }
    out_ << R"(      esac
      ;;
  esac
}
if [[ $funcstack[1] == _cadre ]]; then
  _cadre "$@"
else
  compdef _cadre cadre
fi
)";
  }

private:
  static std::string quoted(StringRef text) { return inQuotes(text, R"('\'')"); }

  /// Without a meaning to _arguments and _describe.
  static std::string escaped(StringRef text) {
    std::string out;
    for (const char c : text) {
      if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }

  static std::string action(const Values& values) {
    switch (values.kind) {
      case ValueKind::Free: return " ";
      case ValueKind::Words: return fmt::format("({})", joined(values.words));
      case ValueKind::WordList: return fmt::format("_values -s , output {}", joined(values.words));
      case ValueKind::Path:
      case ValueKind::File: return "_files";
      case ValueKind::Directory: return "_files -/";
      // _arguments gives what stands behind a blank as it is, without options of its own.
      case ValueKind::Profile: return fmt::format(" _cadre_profiles {}", joined(values.words));
      case ValueKind::Query: return "_cadre_query";
    }
    llvm_unreachable("every kind has an action");
  }

  void printOptions(const std::vector<OptionForm>& options, StringRef indent) {
    for (const OptionForm& option : options) {
      const auto names = namesOf(option);
      for (const std::string& name : names) {
        const std::string others =
            names.size() > 1 ? fmt::format("({})", fmt::join(names, " ")) : "";
        const bool isLong = StringRef(name).starts_with("--");
        std::string spec = fmt::format("{}{}{}[{}]", others, name,
                                       option.value.empty() ? ""
                                       : isLong             ? "="
                                                            : "+",
                                       escaped(option.help));
        if (!option.value.empty())
          spec += fmt::format(":{}:{}", escaped(option.value), action(option.values));
        out_ << indent << quoted(spec) << " \\\n";
      }
    }
  }

  void printOperands(const VerbRow& verb) {
    const size_t places = std::min(verb.most, placesThatDiffer);
    for (size_t place = 0; place < places; ++place) {
      const Values values = operandValues(verb, place);
      const bool goesOn = place + 1 == places && verb.most > places;
      const std::string spec =
          fmt::format("{}:{}:{}", goesOn ? "*" : std::to_string(place + 1), escaped(verb.operands),
                      // The usual message, that nothing is known, would keep
                      // options from being completed.
                      values.kind == ValueKind::Free ? "{:}" : action(values));
      out_ << "            " << quoted(spec) << " \\\n";
    }
  }

  llvm::raw_ostream& out_;
};

// ---- fish --------------------------------------------------------------------------------------

class Fish {
public:
  explicit Fish(llvm::raw_ostream& out) : out_(out) {}

  void print() {
    out_ << R"(# Completions of cadre for fish, as `cadre completion fish` writes them.
# What `cadre query` offers behind a text, for the package that the call is about.
function __cadre_asked
  set -l place .
  set -l words (commandline -opc)
  for i in (seq (count $words))
    if test "$words[$i]" = --in -a $i -lt (count $words)
      set place $words[(math $i + 1)]
    else if string match -q -- '--in=*' "$words[$i]"
      set place (string replace -- --in= '' $words[$i])
    end
  end
  cadre query --complete "$argv[1]" --in (string replace -r '^~' $HOME -- $place) 2>/dev/null
end
function __cadre_profiles
  __cadre_asked 'requirement where profile = ' | string replace -r '\t.*' '\tprofile'
end
# A query stands in quotes, and may go on behind any word of it.
function __cadre_query
  set -l text (string replace -r '^[\'"]' '' -- (commandline -ct))
  set -l head (string replace -r '[^ .(),=<>"]*$' '' -- "$text")
  for line in (__cadre_asked "$text")
    echo "$head$line"
  end
end
complete -c cadre -f
)";
    for (const OptionForm& option : commonOptionForms()) printOption("", option);
    for (const VerbRow& verb : verbRows())
      line("__fish_use_subcommand", fmt::format("-a {} -d {}", verb.name, quoted(verb.summary)));
    for (const VerbRow& verb : verbRows()) printVerb(verb);
  }

private:
  static std::string quoted(StringRef text) {
    std::string escaped;
    for (const char c : text) {
      if (c == '\\') escaped += '\\';
      escaped += c;
    }
    return inQuotes(escaped, R"(\')");
  }

  void line(StringRef condition, const std::string& rest) {
    out_ << "complete -c cadre";
    if (!condition.empty()) out_ << " -n " << quoted(condition);
    out_ << ' ' << rest << '\n';
  }

  void printVerb(const VerbRow& verb) {
    const std::string seen = fmt::format("__fish_seen_subcommand_from {}", verb.name);
    for (const OptionForm& option : optionForms(verb)) {
      const auto isCommon = [&](const OptionForm& it) { return it.longName == option.longName; };
      if (llvm::none_of(commonOptionForms(), isCommon)) printOption(seen, option);
    }
    // Operands by place are beyond fish's own conditions: those of all places are offered.
    std::vector<std::string> told;
    for (size_t place = 0; place < std::min(verb.most, placesThatDiffer); ++place) {
      for (const std::string& how : candidates(operandValues(verb, place))) {
        if (!llvm::is_contained(told, how)) line(seen, how);
        told.push_back(how);
      }
    }
  }

  static std::vector<std::string> candidates(const Values& values) {
    switch (values.kind) {
      case ValueKind::Free: return {};
      case ValueKind::Query: return {"-a '(__cadre_query)'"};
      case ValueKind::Profile:
      case ValueKind::Words:
      case ValueKind::WordList: {
        std::vector<std::string> out;
        if (values.kind == ValueKind::Profile) out.emplace_back("-a '(__cadre_profiles)'");
        for (const Word& it : values.words)
          out.push_back(
              fmt::format("-a {}{}", it.name, it.help.empty() ? "" : " -d " + quoted(it.help)));
        return out;
      }
      case ValueKind::Path:
      case ValueKind::File: return {"-F"};
      case ValueKind::Directory: return {"-a '(__fish_complete_directories)'"};
    }
    llvm_unreachable("every kind has candidates");
  }

  void printOption(StringRef condition, const OptionForm& option) {
    std::string rest;
    if (!option.shortName.empty()) rest += "-s " + option.shortName + " ";
    rest += fmt::format("-l {} -d {}", option.longName, quoted(option.help));
    if (!option.value.empty()) rest += " " + value(option.values);
    line(condition, rest);
  }

  static std::string value(const Values& values) {
    switch (values.kind) {
      case ValueKind::Free: return "-x";
      case ValueKind::Words: return fmt::format("-x -a {}", quoted(joined(values.words)));
      case ValueKind::WordList:
        return fmt::format(
            "-x -a {}", quoted(fmt::format("(__fish_complete_list , 'string split \" \" \"{}\"')",
                                           joined(values.words))));
      case ValueKind::Path:
      case ValueKind::File: return "-r -F";
      case ValueKind::Directory: return "-x -a '(__fish_complete_directories)'";
      case ValueKind::Profile: return "-x -a '(__cadre_profiles)'";
      case ValueKind::Query: return "-x -a '(__cadre_query)'";
    }
    llvm_unreachable("every kind has a value");
  }

  llvm::raw_ostream& out_;
};

}  // namespace

void printCompletion(StringRef shell, llvm::raw_ostream& out) {
  if (shell == "zsh") return Zsh(out).print();
  if (shell == "fish") return Fish(out).print();
  Bash(out).print();
}

}  // namespace cadre::driver
