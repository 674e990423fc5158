#include "diff/render.h"

#include <llvm/Support/JSON.h>

namespace cadre::diff {

namespace {

using llvm::json::OStream;

/// `acme.PR changes: …`: what a change says, on its own.
std::string messageOf(const Change& change) { return change.subject.title + ": " + change.clause.plain(); }

void writeRelease(OStream& out, llvm::StringRef name, const Release& release) {
  out.attributeObject(name, [&] {
    out.attribute("id", release.id);
    out.attribute("title", release.title);
    out.attribute("version", release.version);
  });
}

void writeVerdict(OStream& out, const Verdict& verdict) {
  out.attributeObject("verdict", [&] {
    out.attribute("needed", word(verdict.needed));
    out.attribute("announced", word(verdict.announced));
    out.attribute("standing", word(verdict.standing));
    if (!verdict.least.empty()) out.attribute("least", verdict.least);
  });
}

void writeEdit(OStream& out, const Edit& edit) {
  out.object([&] {
    out.attributeArray("path", [&] {
      for (const std::string& step : edit.path) out.value(step);
    });
    if (edit.kind == Edit::Kind::Order) {
      out.attributeArray("order", [&] {
        for (const std::string& key : edit.order) out.value(key);
      });
      return;
    }
    const auto side = [&](llvm::StringRef name, const Value* value) {
      if (!value) return;
      out.attributeBegin(name);
      write(out, *value);
      out.attributeEnd();
    };
    if (edit.isElement) out.attribute("element", true);
    side("before", edit.before);
    side("after", edit.after);
    if (edit.behind) out.attribute("behind", *edit.behind);
  });
}

void writeEdits(OStream& out, llvm::StringRef name, llvm::ArrayRef<uint32_t> edits) {
  out.attributeArray(name, [&] {
    for (const uint32_t edit : edits) out.value(int64_t(edit));
  });
}

void writeChange(OStream& out, const Change& change) {
  out.object([&] {
    out.attribute("change", rowOf(change.id).name);
    out.attribute("tier", word(change.tier));
    out.attribute("step", word(change.step));
    out.attributeObject("subject", [&] {
      out.attribute("kind", change.subject.word);
      out.attribute("id", change.subject.id);
      out.attribute("title", change.subject.title);
      if (change.subject.isExternal) out.attribute("external", true);
      if (change.subject.isAbstract) out.attribute("abstract", true);
    });
    out.attribute("message", messageOf(change));
    out.attributeObject("facts", [&] {
      for (const auto& [name, value] : change.facts) out.attribute(name, value);
    });
    if (change.cause) {
      out.attributeObject("cause", [&] {
        out.attribute("kind", word(change.cause->kind));
        if (!change.cause->id.empty()) out.attribute("id", change.cause->id);
        if (!change.cause->title.empty()) out.attribute("title", change.cause->title);
      });
    }
    if (change.accepted) {
      out.attributeObject("accepted", [&] {
        out.attribute("version", change.accepted->version);
        out.attribute("because", change.accepted->reason);
      });
    }
    writeEdits(out, "edits", change.edits);
  });
}

void writeComparand(OStream& out, const Comparand& comparand) {
  const Difference& difference = comparand.difference;
  out.object([&] {
    if (comparand.presence != Comparand::Presence::OnlyAfter) writeRelease(out, "before", difference.before);
    if (comparand.presence != Comparand::Presence::OnlyBefore) writeRelease(out, "after", difference.after);
    if (comparand.presence == Comparand::Presence::Both) writeVerdict(out, comparand.verdict);
    out.attributeArray("changes", [&] {
      for (const Change& change : difference.changes) writeChange(out, change);
    });
    out.attributeArray("edits", [&] {
      for (const Edit& edit : difference.edits) writeEdit(out, edit);
    });
    writeEdits(out, "carried", difference.carried);
  });
}

}  // namespace

void renderJson(const Comparanda& comparanda, llvm::raw_ostream& stream) {
  OStream out(stream, 2);
  out.object([&] {
    out.attribute("formatVersion", jsonFormatVersion);
    out.attribute("before", comparanda.before);
    out.attribute("after", comparanda.after);
    out.attributeArray("frameworks", [&] {
      for (const Comparand& comparand : comparanda.frameworks) writeComparand(out, comparand);
    });
  });
  out.flush();
  stream << '\n';
}

}  // namespace cadre::diff
