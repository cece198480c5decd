// scalars: objects that never leave a function become plain values, one for each field; tuples that
// only pass through block parameters are passed in pieces.
//
// Assumes: Phase::Built, best after inline and simplify. Does, for each function until nothing
// changes:
//  - an object `new L` whose reference is used for nothing but its fields, its type, identity and
//  `keep`
//    disappears: every field is a variable, put into SSA form (Braun et al., "Simple and Efficient
//    Construction of Static Single Assignment Form"; the idea of replacing aggregates is Muchnick's
//    scalar replacement). This turns the iterators and ranges of inlined loops into registers. An
//    object in a field of another one follows when that one is gone.
//  - a block parameter of tuple type that is only taken apart, and gets a tuple made on the spot
//  from
//    somewhere, becomes one parameter for each item.
// Objects whose death shows (__del__), or that own a buffer which is ever set, stay.
#include <algorithm>

#include "passes/pass_list.h"
#include "passes/rewrite.h"

namespace krait::passes {
using namespace mir;

namespace {

constexpr int kRounds = 12;  // each removes one level of nesting; deeper ones stay

class Scalars {
 public:
  Scalars(Module& module, FuncId func, const Effects& effects)
      : m_(module), f_(module.functions[func]), func_(func), effects_(effects) {}

  void run() {
    for (int round = 0; round < kRounds; ++round) {
      bool changed = splitTuples();
      changed |= replaceObjects();
      if (!changed) return;
      simplifyFunction(m_, func_, effects_);
    }
  }

 private:
  static bool isFieldOp(Op op) {
    return op == Op::FieldLoad || op == Op::FieldStore || op == Op::FieldInit ||
           op == Op::FieldTake;
  }

  // ---- objects

  // Marks the objects that can be replaced: value -> layout.
  void findCandidates(std::unordered_map<uint32_t, LayoutId>& objects) {
    for (const Block& block : f_.blocks)
      for (const Instr& instr : block.instrs)
        if (instr.op == Op::New && !hasDel(m_, instr.layout) && !m_.layouts[instr.layout].runtime)
          objects.emplace(instr.result.index, instr.layout);
    if (objects.empty()) return;
    std::unordered_map<uint32_t, bool> null;  // constants that are zero
    auto isZero = [&](ValueId v) { return null.contains(v.index); };
    for (const Instr& instr : f_.blocks[0].instrs)
      if (instr.op == Op::ConstNull) null.emplace(instr.result.index, true);
    auto escape = [&](ValueId v) { objects.erase(v.index); };
    for (const Block& block : f_.blocks)
      for (const Instr& instr : block.instrs) {
        for (const Edge& edge : instr.edges)
          for (ValueId v : edge.args) escape(v);
        switch (instr.op) {
          case Op::RefTid:
          case Op::RefEq:
          case Op::Keep:
          case Op::IsUnique:
            break;
          case Op::FieldLoad:
          case Op::FieldTake:
          case Op::FieldStore:
          case Op::FieldInit: {
            if (instr.operands.size() > 1) escape(instr.operands[1]);
            auto it = objects.find(instr.operands[0].index);
            if (it == objects.end()) break;
            const std::vector<Field>& fields = m_.layouts[it->second].fields;
            size_t index = static_cast<size_t>(instr.imm);
            // What is moved out leaves zero, and a zero `ref` may lie in memory but is no value.
            if (instr.op == Op::FieldTake && holdsRef(fieldType(instr))) escape(instr.operands[0]);
            if (index >= fields.size() || fields[index].type != fieldType(instr))
              escape(instr.operands[0]);
            else if (instr.operands.size() > 1 && fields[index].buffer_item.valid() &&
                     !isZero(instr.operands[1]))
              escape(instr.operands[0]);
            break;
          }
          default:
            for (ValueId v : instr.operands) escape(v);
        }
      }
  }
  bool holdsRef(TypeId id) const {
    const Type& type = m_.types[id];
    if (type.kind == TypeKind::Ref) return true;
    return std::any_of(type.items.begin(), type.items.end(), [&](TypeId item) { return holdsRef(item); });
  }
  // May the end of a value of this type show?
  bool showsDeath(ValueId value) const {
    const Type& type = m_.types[f_.values[value].type];
    return effects_.observable() && type.counted && type.kind != TypeKind::Int;
  }
  TypeId fieldType(const Instr& instr) const {
    ValueId value = instr.result.valid() ? instr.result : instr.operands[1];
    return f_.values[value].type;
  }

  bool replaceObjects() {
    std::unordered_map<uint32_t, LayoutId> objects;
    findCandidates(objects);
    if (objects.empty()) return false;
    removeUnreachable(f_);
    Cfg cfg(f_);
    Constants constants(m_, f_);
    constants.refresh();

    // A variable is a field of one object. It is numbered from the object's first.
    struct Variable {
      TypeId type;
      std::unordered_map<uint32_t, ValueId> at_end;
      std::vector<uint32_t> needed;
    };
    std::vector<Variable> variables;
    std::unordered_map<uint32_t, uint32_t> first;
    std::vector<uint32_t> ids;
    for (const auto& [id, layout] : objects) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    for (uint32_t id : ids) {
      first[id] = static_cast<uint32_t>(variables.size());
      for (const Field& field : m_.layouts[objects[id]].fields)
        variables.push_back({field.type, {}, {}});
    }
    auto variableOf = [&](const Instr& instr) {
      return first[instr.operands[0].index] + static_cast<uint32_t>(instr.imm);
    };
    auto mine = [&](ValueId v) { return objects.contains(v.index); };
    // Calls visit(variable) for what an operation reads.
    auto eachRead = [&](const Instr& instr, auto&& visit) {
      if ((instr.op == Op::FieldLoad || instr.op == Op::FieldTake) && mine(instr.operands[0]))
        visit(variableOf(instr));
      if (instr.op == Op::FieldStore && mine(instr.operands[0]) && showsDeath(instr.operands[1]))
        visit(variableOf(instr));
      if (instr.op == Op::Keep && mine(instr.operands[0])) {
        uint32_t begin = first[instr.operands[0].index];
        const std::vector<Field>& fields = m_.layouts[objects[instr.operands[0].index]].fields;
        for (uint32_t i = 0; i < fields.size(); ++i)
          if (m_.types[fields[i].type].counted) visit(begin + i);
      }
    };

    // First walk: what each block defines and what it needs from above.
    for (uint32_t b : cfg.order) {
      std::unordered_map<uint32_t, ValueId> current;
      for (const Instr& instr : f_.blocks[b].instrs) {
        if (instr.op == Op::New && mine(instr.result)) {
          uint32_t begin = first[instr.result.index];
          const std::vector<Field>& fields = m_.layouts[instr.layout].fields;
          for (uint32_t i = 0; i < fields.size(); ++i)
            current[begin + i] = constants.null(fields[i].type);
          continue;
        }
        eachRead(instr, [&](uint32_t variable) {
          if (current.contains(variable)) return;
          std::vector<uint32_t>& needed = variables[variable].needed;
          if (needed.empty() || needed.back() != b) needed.push_back(b);
        });
        if (!isFieldOp(instr.op) || !mine(instr.operands[0])) continue;
        if (instr.op == Op::FieldStore || instr.op == Op::FieldInit)
          current[variableOf(instr)] = instr.operands[1];
        else if (instr.op == Op::FieldTake)
          current[variableOf(instr)] = constants.null(f_.values[instr.result].type);
      }
      for (const auto& [variable, value] : current) variables[variable].at_end[b] = value;
    }
    std::vector<std::unordered_map<uint32_t, ValueId>> at_start(variables.size());
    for (size_t v = 0; v < variables.size(); ++v) {
      if (variables[v].needed.empty()) continue;
      SsaBuilder builder(f_, cfg);
      at_start[v] = builder.build(variables[v].type, variables[v].at_end, variables[v].needed);
    }

    // Second walk: reads become the variable's value; the object's operations go.
    Replacements replacements;
    for (uint32_t b : cfg.order) {
      std::unordered_map<uint32_t, ValueId> current;
      auto read = [&](uint32_t variable) {
        auto it = current.find(variable);
        return it != current.end() ? it->second : at_start[variable][b];
      };
      std::vector<Instr> kept;
      for (Instr& instr : f_.blocks[b].instrs) {
        if (instr.op == Op::New && mine(instr.result)) {
          uint32_t begin = first[instr.result.index];
          const std::vector<Field>& fields = m_.layouts[instr.layout].fields;
          for (uint32_t i = 0; i < fields.size(); ++i)
            current[begin + i] = constants.null(fields[i].type);
          continue;
        }
        if (isFieldOp(instr.op) && mine(instr.operands[0])) {
          uint32_t variable = variableOf(instr);
          if (instr.result.valid()) {
            replacements.set(instr.result, read(variable));
            if (instr.op == Op::FieldTake)
              current[variable] = constants.null(f_.values[instr.result].type);
          } else {
            // What the field held lived up to here.
            if (instr.op == Op::FieldStore && showsDeath(instr.operands[1]))
              kept.push_back(makeInstr(Op::Keep, {read(variable)}));
            current[variable] = instr.operands[1];
          }
          continue;
        }
        if (instr.op == Op::Keep && mine(instr.operands[0])) {
          // The object kept what it refers to.
          eachRead(instr, [&](uint32_t variable) {
            kept.push_back(makeInstr(Op::Keep, {read(variable)}));
          });
          continue;
        }
        if (instr.op == Op::RefTid && mine(instr.operands[0])) {
          Instr tid = makeInstr(Op::ConstTid);
          tid.layout = objects[instr.operands[0].index];
          replacements.set(instr.result, constants.get(tid, m_.types.i64));
          continue;
        }
        if (instr.op == Op::IsUnique && mine(instr.operands[0])) {
          replacements.set(instr.result, constants.boolean(true));
          continue;
        }
        if (instr.op == Op::RefEq && (mine(instr.operands[0]) || mine(instr.operands[1]))) {
          replacements.set(instr.result, constants.boolean(instr.operands[0] == instr.operands[1]));
          continue;
        }
        kept.push_back(std::move(instr));
      }
      f_.blocks[b].instrs = std::move(kept);
    }
    replacements.apply(f_);
    constants.place();
    return true;
  }

  // ---- tuples

  bool splitTuples() {
    removeUnreachable(f_);
    struct Param {
      uint32_t block;
      uint32_t index;
    };
    std::unordered_map<uint32_t, Param> params;
    for (uint32_t b = 1; b < f_.blocks.size(); ++b)
      for (uint32_t p = 0; p < f_.blocks[b].params.size(); ++p) {
        ValueId v = f_.blocks[b].params[p];
        if (m_.types[f_.values[v].type].kind == TypeKind::Tuple) params[v.index] = {b, p};
      }
    if (params.empty()) return false;
    // Only taken apart, or handed on to parameters of the same kind.
    std::unordered_map<uint32_t, std::vector<uint32_t>>
        feeds;  // source of an argument -> parameters
    std::unordered_map<uint32_t, std::vector<uint32_t>> sources;  // and back
    std::vector<uint32_t> rejected;
    std::vector<bool> made(f_.values.size());
    auto reject = [&](uint32_t v) {
      if (params.contains(v)) rejected.push_back(v);
    };
    for (const Block& block : f_.blocks)
      for (const Instr& instr : block.instrs) {
        if (instr.op == Op::TupleMake || instr.op == Op::ConstNull) made[instr.result.index] = true;
        if (instr.op != Op::TupleGet && instr.op != Op::Keep)
          for (ValueId v : instr.operands) reject(v.index);
        for (const Edge& edge : instr.edges)
          for (size_t i = 0; i < edge.args.size(); ++i) {
            ValueId param = f_.blocks[edge.target.index].params[i], arg = edge.args[i];
            if (!params.contains(param.index)) {
              reject(arg.index);
              continue;
            }
            feeds[arg.index].push_back(param.index);
            sources[param.index].push_back(arg.index);
            // What a raising operation gives exists on its edge only and cannot be taken apart
            // there.
            if (arg == instr.result || arg == instr.exception) reject(param.index);
          }
      }
    while (!rejected.empty()) {
      uint32_t v = rejected.back();
      rejected.pop_back();
      // Handing a split tuple to a whole parameter would put it together again; the other way round
      // costs little.
      if (!params.erase(v)) continue;
      for (uint32_t source : sources[v]) rejected.push_back(source);
    }
    // Worth it if a tuple that is made here flows in, directly or through other parameters.
    std::vector<uint32_t> work;
    for (const auto& [source, targets] : feeds)
      if (made[source])
        for (uint32_t target : targets)
          if (params.contains(target)) work.push_back(target);
    std::unordered_map<uint32_t, bool> wanted;
    while (!work.empty()) {
      uint32_t v = work.back();
      work.pop_back();
      if (!wanted.try_emplace(v, true).second) continue;
      if (auto it = feeds.find(v); it != feeds.end())
        for (uint32_t target : it->second)
          if (params.contains(target)) work.push_back(target);
    }
    if (wanted.empty()) return false;
    split([&](ValueId v) { return wanted.contains(v.index); });
    return true;
  }

  template <class Wanted>
  void split(Wanted&& wanted) {
    // The edges first, while the parameters still say which arguments to take apart.
    for (Block& block : f_.blocks) {
      Instr last = std::move(block.instrs.back());
      block.instrs.pop_back();
      for (Edge& edge : last.edges) {
        const std::vector<ValueId>& params = f_.blocks[edge.target.index].params;
        std::vector<ValueId> args;
        for (size_t i = 0; i < params.size(); ++i) {
          if (!wanted(params[i])) {
            args.push_back(edge.args[i]);
            continue;
          }
          std::vector<TypeId> items = m_.types[f_.values[params[i]].type].items;
          for (size_t item = 0; item < items.size(); ++item) {
            Instr get = makeInstr(Op::TupleGet, {edge.args[i]});
            get.imm = static_cast<int64_t>(item);
            get.result = f_.newValue(items[item]);
            args.push_back(get.result);
            block.instrs.push_back(std::move(get));
          }
        }
        edge.args = std::move(args);
      }
      block.instrs.push_back(std::move(last));
    }
    for (size_t b = 1; b < f_.blocks.size(); ++b) {
      Block& block = f_.blocks[b];
      std::vector<ValueId> params;
      std::vector<Instr> makes;
      for (ValueId v : block.params) {
        if (!wanted(v)) {
          params.push_back(v);
          continue;
        }
        Instr make = makeInstr(Op::TupleMake);
        std::vector<TypeId> items = m_.types[f_.values[v].type].items;
        for (TypeId type : items) {
          make.operands.push_back(f_.newValue(type));
          params.push_back(make.operands.back());
        }
        make.result = v;
        makes.push_back(std::move(make));
      }
      block.params = std::move(params);
      block.instrs.insert(block.instrs.begin(), makes.begin(), makes.end());
    }
  }

  Module& m_;
  Function& f_;
  FuncId func_;
  const Effects& effects_;
};

}  // namespace

void scalars(Module& module, const Options&) {
  Effects effects(module);
  for (size_t i = 0; i < module.functions.size(); ++i) {
    const Function& f = module.functions[FuncId(i)];
    if (f.declaration || f.blocks.empty()) continue;
    Scalars(module, FuncId(i), effects).run();
  }
}

}  // namespace krait::passes
