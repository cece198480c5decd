// Where types come from: a backward walk over the solved program, for `krait check --why` and for the notes of
// diagnostics.
#pragma once

#include <string>
#include <vector>

#include "infer/infer.h"

namespace krait::infer {

// The way of one member of a type (an atom) to a place, last step first.
class Tracer {
 public:
  explicit Tracer(Program& program) : p_(program), t_(program.types) {}
  // How an operand of an operation came to have the atom. The steps lie in user code.
  std::vector<DiagNote> operand(InstanceId i, uint32_t block, hir::Reg reg, const Atom& atom);
  // How a parameter, a result came to have it.
  std::vector<DiagNote> parameter(InstanceId i, uint32_t k, const Atom& atom);
  std::vector<DiagNote> result(InstanceId i, const Atom& atom);
  std::vector<DiagNote> field(ClassId c, Name name, const Atom& atom);
  // Did the last trace pass data from outside (Types::isUnchecked)?
  bool outside() const { return outside_; }
  // Explains the type of a name ("x", "f.x", "Class.field") as diagnostics. False: there is no such name.
  bool explain(const std::string& name, DiagnosticSink& diags);

 private:
  struct Where {
    uint32_t block = 0, position = 0;
    bool valid = false;
  };
  using Steps = std::vector<DiagNote>;
  template <class F>
  std::vector<DiagNote> steps(F trace);
  bool has(TypeId t, const Atom& a) {
    if (a.ctor == Ctor::Tuple && t_.find(t, Ctor::Boxed, a.id)) return true;
    if (a.ctor == Ctor::Boxed && t_.find(t, Ctor::Tuple, a.id)) return true;
    return t_.find(t, a.ctor, a.id) || (t_.isUnknown(t) && a.ctor == Ctor::Unknown);
  }
  TypeId type(const Instance& i, hir::Reg r) const { return i.regs[r.index]; }
  Where definition(const Instance& i, hir::Reg r);
  bool step(const Instance& i, Range range, std::string text, Steps& out);
  bool fresh(InstanceId i, uint32_t kind, uint32_t what, const Atom& a);
  bool traceReg(InstanceId i, hir::Reg r, const Atom& a, Steps& out);
  bool traceSlot(InstanceId i, hir::Slot s, const Atom& a, Steps& out);
  bool traceParameter(InstanceId i, uint32_t k, const Atom& a, Steps& out);
  bool traceGlobal(hir::GlobalId g, const Atom& a, Steps& out);
  bool traceCell(const hir::Code& from, Name name, const Atom& a, Steps& out);
  bool traceField(ClassId c, Name name, const Atom& a, Steps& out);
  bool traceReturn(InstanceId callee, const Atom& a, Steps& out);
  bool traceItem(InstanceId i, hir::Reg container, const Atom& a, Steps& out);
  void traceHeld(InstanceId i, const hir::Instr& display, Steps& out);
  bool traceCall(InstanceId i, const Where& w, const Atom& a, Steps& out);
  bool sameNode(TypeId a, TypeId b);
  std::vector<InstanceId> live();
  std::string atomText(const Atom& a) { return p_.typeText(t_.one(a)); }
  std::string nameOf(const Instance& i) {
    const std::string& q = p_.hir->codes[i.code].qualname;
    return q.empty() ? "the module" : q + "()";
  }
  template <class F>
  bool eachInstr(const Instance& i, F f);
  // Operations of the whole program by what they are about, found in one walk.
  enum class About : uint8_t { CallOf, Global, Cell, Attribute, Put };  // an instance, a module variable, names, what stores items
  struct Site {
    InstanceId instance;
    uint32_t block, position;
  };
  template <class F>
  bool eachAbout(About kind, uint32_t what, F f);
  void collectSites();

  Program& p_;
  Types& t_;
  std::set<std::string> seen_;
  std::vector<Atom> wanted_items_;  // what the containers that are being followed hold, the innermost container's last
  std::unordered_map<uint64_t, std::vector<Site>> sites_;  // by About and what
  bool collected_ = false;
  bool outside_ = false;
  int hops_ = 0;
};

}  // namespace krait::infer
