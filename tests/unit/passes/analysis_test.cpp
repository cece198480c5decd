// The shared analyses against their definitions, on random graphs.
#include "passes/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "mir/print.h"

namespace krait::passes {
namespace {

using namespace mir;

Function randomGraph(uint32_t seed) {
  std::mt19937 random(seed);
  Function f;
  uint32_t n = 1 + random() % 12;
  f.blocks.resize(n);
  for (Block& b : f.blocks) {
    Instr t;
    uint32_t edges = n == 1 ? 0 : random() % 3;
    t.op = edges == 0 ? Op::Unreachable : edges == 1 ? Op::Br : Op::CondBr;
    for (uint32_t e = 0; e < edges; ++e) t.edges.push_back({BlockId(1 + random() % (n - 1)), {}});
    b.instrs.push_back(t);
  }
  return f;
}

// The blocks that can be reached from the entry without entering `without`.
std::set<uint32_t> reach(const Function& f, uint32_t without) {
  std::set<uint32_t> seen;
  std::vector<uint32_t> work;
  if (without != 0) {
    seen.insert(0);
    work.push_back(0);
  }
  while (!work.empty()) {
    uint32_t b = work.back();
    work.pop_back();
    for (const Edge& e : f.blocks[b].instrs.back().edges)
      if (e.target.index != without && seen.insert(e.target.index).second)
        work.push_back(e.target.index);
  }
  return seen;
}

TEST(Analysis, DominatorsAreWhatTheirDefinitionSays) {
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    Function f = randomGraph(seed);
    Cfg cfg(f);
    Dominators doms(cfg);
    std::set<uint32_t> all = reach(f, kNone);
    EXPECT_EQ(cfg.order.size(), all.size());
    uint32_t n = static_cast<uint32_t>(f.blocks.size());
    for (uint32_t a = 0; a < n; ++a) {
      std::set<uint32_t> rest = reach(f, a);
      for (uint32_t b = 0; b < n; ++b) {
        bool expected = all.count(a) && all.count(b) && !rest.count(b);
        ASSERT_EQ(doms.dominates(a, b), expected) << "seed " << seed << ": " << a << " " << b;
      }
    }
    for (uint32_t b : cfg.order) {
      if (b == 0) continue;
      ASSERT_TRUE(doms.dominates(doms.idom[b], b));
      // Every other dominator dominates the immediate one.
      for (uint32_t a = 0; a < n; ++a)
        if (a != b && doms.dominates(a, b)) ASSERT_TRUE(doms.dominates(a, doms.idom[b]));
      ASSERT_EQ(
          std::count(doms.children[doms.idom[b]].begin(), doms.children[doms.idom[b]].end(), b), 1);
    }
  }
}

TEST(Analysis, ReversePostOrderPutsDominatorsFirst) {
  for (uint32_t seed = 0; seed < 500; ++seed) {
    Function f = randomGraph(seed);
    Cfg cfg(f);
    Dominators doms(cfg);
    for (uint32_t b : cfg.order)
      if (b != 0) ASSERT_LT(cfg.position[doms.idom[b]], cfg.position[b]);
  }
}

TEST(Analysis, LivenessIsWhatDataFlowFinds) {
  for (uint32_t seed = 0; seed < 1000; ++seed) {
    Function f = randomGraph(seed);
    std::mt19937 random(seed + 77777);
    Types types;
    // One definition a block and uses anywhere that it dominates.
    Cfg cfg(f);
    Dominators doms(cfg);
    uint32_t n = static_cast<uint32_t>(f.blocks.size());
    std::vector<ValueId> defined(n);
    for (uint32_t b = 0; b < n; ++b) {
      Instr i;
      i.op = Op::ConstNull;
      i.result = defined[b] = f.newValue(types.int_);
      f.blocks[b].instrs.insert(f.blocks[b].instrs.begin(), i);
    }
    std::vector<std::set<ValueId>> used(n);
    for (uint32_t a = 0; a < n; ++a)
      for (uint32_t b = 0; b < n; ++b)
        if (doms.dominates(a, b) && random() % 3 == 0) {
          Instr i;
          i.op = Op::Keep;
          i.operands = {defined[a]};
          f.blocks[b].instrs.insert(f.blocks[b].instrs.end() - 1, i);
          if (a != b) used[b].insert(defined[a]);
        }
    std::vector<std::set<ValueId>> in(n), out(n);
    for (bool changed = true; changed;) {
      changed = false;
      for (uint32_t b : cfg.order) {
        std::set<ValueId> o;
        for (const Edge& e : f.blocks[b].instrs.back().edges)
          o.insert(in[e.target.index].begin(), in[e.target.index].end());
        std::set<ValueId> i = o;
        i.erase(defined[b]);
        i.insert(used[b].begin(), used[b].end());
        changed = changed || i != in[b] || o != out[b];
        in[b] = i;
        out[b] = o;
      }
    }
    Liveness live(f, cfg);
    for (uint32_t b : cfg.order) {
      ASSERT_EQ(live.in[b], std::vector<ValueId>(in[b].begin(), in[b].end())) << "seed " << seed;
      ASSERT_EQ(live.out[b], std::vector<ValueId>(out[b].begin(), out[b].end())) << "seed " << seed;
    }
  }
}

TEST(Analysis, CallGraphHasCalleesFirst) {
  Module m;
  std::string error;
  ASSERT_TRUE(parseModule(
      "func @\"a\"() -> void {\nb0:\n call @\"b\"\n call @\"c\"\n ret\n}\n"
      "func @\"b\"() -> void {\nb0:\n call @\"c\"\n call @\"d\"\n call @\"c\"\n ret\n}\n"
      "func @\"c\"() -> void {\nb0:\n call @\"b\"\n ret\n}\n"
      "func @\"d\"() -> void {\nb0:\n call @\"d\"\n ret\n}\n"
      "func @\"e\"() -> void {\nb0:\n ret\n}\n",
      m, &error))
      << error;
  CallGraph graph(m);
  auto id = [&](const std::string& name) {
    for (uint32_t f = 0; f < m.functions.size(); ++f)
      if (m.functions[FuncId(f)].name == name) return FuncId(f);
    return FuncId();
  };
  auto component = [&](const std::string& name) { return graph.component[id(name).index]; };
  EXPECT_EQ(component("b"), component("c"));
  EXPECT_LT(component("d"), component("b"));
  EXPECT_LT(component("b"), component("a"));
  EXPECT_EQ(graph.components[component("b")].size(), 2u);
  EXPECT_TRUE(graph.recursive(id("b")));
  EXPECT_TRUE(graph.recursive(id("d")));
  EXPECT_FALSE(graph.recursive(id("a")));
  EXPECT_FALSE(graph.recursive(id("e")));
  EXPECT_EQ(graph.callees[id("b").index].size(), 2u);
}

}  // namespace
}  // namespace krait::passes
