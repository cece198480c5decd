#include <gtest/gtest.h>

#include "mir/print.h"
#include "mir/verify.h"

namespace krait::mir {
namespace {

// Parses `text`, prints it, parses that and prints again: both prints must be equal.
std::string roundTrip(const std::string& text) {
  Module a, b;
  std::string error;
  if (!parseModule(text, a, &error)) return "parse: " + error;
  std::string once = printModule(a);
  if (!parseModule(once, b, &error)) return "parse of the print: " + error + "\n" + once;
  EXPECT_EQ(once, printModule(b));
  return once;
}

std::string verifyText(const std::string& text, Phase phase = Phase::Built) {
  Module m;
  std::string error;
  if (!parseModule(text, m, &error)) return "parse: " + error;
  return verify(m, phase);
}

std::string verifyBody(const std::string& body) {
  return verifyText(
      "layout L0 \"A\" name A module m { f: int, g: opt }\n"
      "global @g0 \"g\": int\n"
      "declare @\"ext\"(%0: int, %1: ref owned) -> int raises\n"
      "func @\"f\"(%0: int, %1: ref, %2: opt) -> int raises {\n" +
      body + "}\n");
}

const char kSample[] = R"(layout L0 "object" name object module builtins {}
layout L1 "list<int>" name list module builtins base L0 { _buf: ptr items int count 1 capacity 2 backwards, _len: i64, _cap: i64 }
layout L2 "E" name "<E>" module "a b" base L0 exception acyclic del @"d" exc_str @"s" { x: tuple<int, tuple<ref>, f64> }
global @g0 "__main__.counter": int
main @"add<int,int>"
func @"add<int,int>"(%0: int, %1: int owned) -> int raises library recursive noinline display "add" file "a.py" line 7 {
  site 0 0 1 4 9 -1 -1
b0:
  %2: int = int.add %0, %1
  %3: f64 = const.f64 f64 0x7ff8000000000001
  %9: bool = int.cmp lt %0, %1
  %10: i64 = const.i64 #-9223372036854775808
  %11: ref = const.str "a\"b\\\n\xff; c"
  condbr %9 #1 -> b3 | b4
b1(%5: int):
  ret %5
b2(%6: ref):
  raise %6
b3:
  %7: int = invoke @"add<int,int>" %2, %0 -> b1(%7) | error %4 b2(%4) site 0
b4:
  %12: ref = new L1  ; a comment
  %13: i64 = field.load %12 L1.1
  %14: ptr = field.load %12 L1.0
  %15: int = buf.load %14, %13 type int
  global.store @g0 %15
  %16: i64 = rtcall "str_len" %11
  unreachable
}
declare @"d"(%0: ref) -> void
declare @"s"(%0: ref) -> ref raises
)";

TEST(Text, RoundTripsASample) {
  std::string printed = roundTrip(kSample);
  EXPECT_NE(printed.find("backwards"), std::string::npos) << printed;
  EXPECT_NE(printed.find("#-9223372036854775808"), std::string::npos) << printed;
  EXPECT_NE(printed.find("const.str \"a\\\"b\\\\\\n\\xff; c\""), std::string::npos) << printed;
  EXPECT_NE(printed.find("-> b1(%7) | error %4 b2(%4) site 0"), std::string::npos) << printed;
}

// One instruction of every operation with every attribute set must survive.
TEST(Text, RoundTripsEveryOperation) {
  Module m;
  FuncId id = m.functions.add(Function());
  Function& f = m.functions[id];
  f.name = "all";
  f.result = m.types.void_;
  LayoutId layout = m.layouts.add(Layout());
  m.layouts[layout] = {.symbol = "L",
                       .name = "L",
                       .module = "m",
                       .base = {},
                       .fields = {},
                       .del = {},
                       .exc_str = {}};
  m.globals.add({"g", m.types.int_});
  f.sites.resize(2);
  f.blocks.resize(2);
  size_t ops = 0;
  auto add = [&](Op op) {
    for (int attributes = 0; attributes < 2; ++attributes) {
      Instr i;
      i.op = op;
      i.operands = {f.newValue(m.types.i64), f.newValue(m.types.any)};
      i.result = f.newValue(m.types.tuple({m.types.int_, m.types.f64}));
      if (attributes) {
        i.pred = Pred::Ule;
        i.mark = ops % 2 ? Mark::View : Mark::Take;
        i.imm = -5;
        i.f64 = 0.1;
        i.type = m.types.i8;
        i.layout = layout;
        i.global = GlobalId(0u);
        i.func = id;
        i.sym = m.symbol("s y");
        i.site = 1;
        i.edges = {{BlockId(1u), {i.operands[0]}}};
        if (opInfo(op).is('R')) {
          i.exception = f.newValue(m.types.ref);
          i.edges.push_back({BlockId(1u), {}});
        }
      } else {
        i.operands.clear();
      }
      f.blocks[1].instrs.push_back(i);
    }
    ++ops;
  };
#define KRAIT_OP(name, text, operands, result, flags) add(Op::name);
#include "mir/ops.def"
#undef KRAIT_OP
  EXPECT_GT(ops, 100u);
  std::string text = printModule(m);
  Module back;
  std::string error;
  ASSERT_TRUE(parseModule(text, back, &error)) << error;
  EXPECT_EQ(printModule(back), text);
  const auto &x = f.blocks[1].instrs, &y = back.functions[FuncId(0u)].blocks[1].instrs;
  ASSERT_EQ(x.size(), y.size());
  for (size_t k = 0; k < x.size(); ++k) {
    EXPECT_EQ(x[k].op, y[k].op);
    EXPECT_EQ(x[k].pred, y[k].pred);
    EXPECT_EQ(x[k].mark, y[k].mark);
    EXPECT_EQ(x[k].imm, y[k].imm) << opInfo(x[k].op).text;
    EXPECT_EQ(x[k].f64, y[k].f64);
    EXPECT_EQ(x[k].operands, y[k].operands);
    EXPECT_EQ(x[k].edges.size(), y[k].edges.size());
  }
}

TEST(Text, ReportsErrors) {
  auto error = [](const char* text) {
    Module m;
    std::string e;
    EXPECT_FALSE(parseModule(text, m, &e)) << text;
    return e;
  };
  EXPECT_EQ(error("nonsense"), "line 1: expected layout, global, main, func or declare");
  EXPECT_EQ(error("\n\nglobal @g0 \"x\" int"), "line 3: expected ':'");
  EXPECT_EQ(error("func @\"f\"() -> void {\nb0:\n  frobnicate\n}"),
            "line 3: unknown operation frobnicate");
  EXPECT_EQ(error("func @\"f\"() -> void {\nb0:\n  call @\"g\"\n  ret\n}"),
            "line 5: function g is not in the module");
  EXPECT_EQ(error("func @\"f\"() -> void {\nb1:\n"), "line 2: blocks must be in order");
  EXPECT_EQ(error("func @\"f"), "line 1: unterminated string");
}

TEST(Text, SurvivesTruncation) {
  std::string text = kSample;
  for (size_t n = 0; n < text.size(); ++n) {
    Module m;
    std::string e;
    parseModule(std::string_view(text).substr(0, n), m, &e);
  }
}

TEST(Verify, AcceptsASample) { EXPECT_EQ(verifyText(kSample), ""); }

TEST(Verify, Structure) {
  EXPECT_EQ(verifyBody("b0:\n ret %0\n"), "");
  EXPECT_EQ(verifyBody("b0:\n"), "function @\"f\", b0: is empty");
  EXPECT_EQ(verifyBody("b0:\n keep %0\n"),
            "function @\"f\", b0 instruction 0 (keep): is no terminator but ends the block");
  EXPECT_EQ(verifyBody("b0:\n ret %0\n ret %0\n"),
            "function @\"f\", b0 instruction 0 (ret): is a terminator inside the block");
  EXPECT_EQ(verifyBody("b0:\n br -> b0\n"),
            "function @\"f\", b0 instruction 0 (br): has an edge to the entry block");
  EXPECT_EQ(verifyBody("b0:\n br -> b7\n"),
            "function @\"f\", b0 instruction 0 (br): has an edge to no block");
  EXPECT_EQ(
      verifyBody("b0:\n br -> b1\nb1(%5: int):\n ret %5\n"),
      "function @\"f\", b0 instruction 0 (br): passes 0 arguments to b1, which has 1 parameters");
  EXPECT_EQ(
      verifyBody("b0:\n br -> b1(%1)\nb1(%5: int):\n ret %5\n"),
      "function @\"f\", b0 instruction 0 (br): passes %1 of type ref to b1 for %5 of type int");
  EXPECT_EQ(verifyBody("b0:\n br -> b1(%0) | b1(%0)\nb1(%5: int):\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (br): has 2 edges, not 1");
}

TEST(Verify, Types) {
  EXPECT_EQ(verifyBody("b0:\n ret %1\n"),
            "function @\"f\", b0 instruction 0 (ret): the returned value has type ref, not int");
  EXPECT_EQ(verifyBody("b0:\n %5: int = int.add %0, %1\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (int.add): operand 1 has type ref");
  EXPECT_EQ(verifyBody("b0:\n %5: int = int.add %0\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (int.add): has 1 operands, not 2");
  EXPECT_EQ(verifyBody("b0:\n %5: int = field.load %1 L0.1\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (field.load): the result has type int, not opt");
  EXPECT_EQ(verifyBody("b0:\n %5: int = field.load %1 L0.2\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (field.load): layout A has no field 2");
  EXPECT_EQ(verifyBody("b0:\n %5: int = call @\"ext\" %0, %1\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (call): calls @ext, which raises");
  EXPECT_EQ(
      verifyBody("b0:\n %5: int = rtcall \"no_such\"\n ret %5\n"),
      "function @\"f\", b0 instruction 0 (rtcall): calls the unknown runtime function no_such");
  EXPECT_EQ(verifyBody("b0:\n %5: tuple<int, ref> = tuple.make %0, %0\n ret %0\n"),
            "function @\"f\", b0 instruction 0 (tuple.make): operand 1 has type int, not ref");
  EXPECT_EQ(verifyBody("b0:\n %5: int = copy %0\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (copy): before the pass counts");
}

TEST(Verify, Dominance) {
  EXPECT_EQ(verifyBody("b0:\n %5: int = int.add %6, %0\n %6: int = int.neg %0\n ret %5\n"),
            "function @\"f\", b0 instruction 0 (int.add): uses %6, whose definition does not "
            "dominate it");
  EXPECT_EQ(verifyBody("b0:\n ret %9\n"),
            "function @\"f\", b0 instruction 0 (ret): the returned value has type void, not int");
  EXPECT_EQ(
      verifyBody("b0:\n %5: bool = int.truth %0\n condbr %5 -> b1 | b2\n"
                 "b1:\n %6: int = int.neg %0\n br -> b2\nb2:\n ret %6\n"),
      "function @\"f\", b2 instruction 0 (ret): uses %6, whose definition does not dominate it");
  EXPECT_EQ(verifyBody("b0:\n %5: int = int.neg %0\n br -> b1(%5)\nb1(%5: int):\n ret %5\n"),
            "function @\"f\", b1: %5 is defined twice");
  // In a loop the definition comes first on every path.
  EXPECT_EQ(verifyBody("b0:\n br -> b1(%0)\nb1(%5: int):\n %6: int = int.neg %5\n br -> b1(%6)\n"),
            "");
}

TEST(Verify, EdgeValues) {
  EXPECT_EQ(verifyBody("b0:\n %5: int = invoke @\"ext\" %0, %1 -> b1(%5) | error %6 b2(%6)\n"
                       "b1(%7: int):\n ret %7\nb2(%8: ref):\n raise %8\n"),
            "");
  EXPECT_EQ(
      verifyBody("b0:\n %5: int = invoke @\"ext\" %0, %1 -> b1(%5) | error %6 b2(%6)\n"
                 "b1(%7: int):\n ret %5\nb2(%8: ref):\n raise %8\n"),
      "function @\"f\", b1 instruction 0 (ret): uses %5, which exists only on the normal edge of "
      "the operation that makes it");
  EXPECT_EQ(
      verifyBody("b0:\n %5: int = invoke @\"ext\" %0, %1 -> b1(%5) | error %6 b2(%6)\n"
                 "b1(%7: int):\n ret %7\nb2(%8: ref):\n raise %6\n"),
      "function @\"f\", b2 instruction 0 (raise): uses %6, which exists only on the error edge of "
      "the operation that makes it");
  EXPECT_EQ(
      verifyBody(
          "b0:\n %5: int = invoke @\"ext\" %0, %1 -> b1(%5) | b1(%5)\nb1(%7: int):\n ret %7\n"),
      "function @\"f\", b0 instruction 0 (invoke): needs an exception");
}

TEST(Verify, Module) {
  EXPECT_EQ(verifyText("layout L0 \"A\" name A module m {}\nlayout L1 \"A\" name A module m {}\n"),
            "layout L1 A: the symbol is used twice");
  EXPECT_EQ(verifyText("layout L0 \"A\" name A module m base L1 {}\nlayout L1 \"B\" name A module "
                       "m base L0 {}\n"),
            "layout L0 A: has a bad base");
  EXPECT_EQ(verifyText("layout L0 \"A\" name A module m { b: ptr items int }\n"),
            "layout L0 A: field b is no buffer with a capacity");
}

}  // namespace
}  // namespace krait::mir
