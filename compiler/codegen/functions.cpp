// Functions: signatures, blocks, edges, traceback sites, entry checks.

#include "base/check.h"
#include "codegen/emitter.h"
#include "llvm/IR/IntrinsicInst.h"

namespace krait::codegen {

using llvm::BasicBlock;
using llvm::Function;
using llvm::IRBuilder;
using llvm::Value;

// ---- signatures

llvm::FunctionType* Unit::functionType(const mir::Function& function) {
  llvm::SmallVector<llvm::Type*, 8> params;
  for (const mir::Param& param : function.params)
    for (const Leaf& leaf : shape(function.values[param.value].type).leaves)
      params.push_back(leafType(leaf.kind));
  return llvm::FunctionType::get(returnType(function.result, function.raises, /*c_abi=*/false),
                                 params, false);
}

void Unit::addCommonAttributes(Function& function) {
  function.setDoesNotThrow();
  function.setDSOLocal(true);
  function.addFnAttr("target-cpu", target.getTargetCPU());
  function.addFnAttr("frame-pointer", "none");
}

// Every program brings the texts of all exceptions that it might end with, and few ever run. Finds the
// functions that nothing else calls; they are not worth optimising.
void Unit::findTexts() {
  std::vector<bool> used(module.functions.size()), text(module.functions.size());
  auto reach = [&](std::vector<bool>& seen, std::vector<mir::FuncId> work) {
    while (!work.empty()) {
      mir::FuncId id = work.back();
      work.pop_back();
      if (!id.valid() || seen[id.index]) continue;
      seen[id.index] = true;
      for (const mir::Block& block : module.functions[id].blocks)
        for (const mir::Instr& instr : block.instrs) work.push_back(instr.func);
    }
  };
  std::vector<mir::FuncId> texts, others{module.main};
  for (const mir::Layout& layout : module.layouts) {
    texts.push_back(layout.exc_str);
    others.push_back(layout.del);
  }
  reach(text, texts);
  // Whoever is called from outside, such as kr_any_str, is not among the texts.
  for (uint32_t i = 0; i < module.functions.size(); ++i)
    if (!text[i]) others.push_back(mir::FuncId(i));
  reach(used, others);
  only_texts_.resize(module.functions.size());
  for (size_t i = 0; i < text.size(); ++i) only_texts_[i] = text[i] && !used[i];
}

Function* Unit::function(mir::FuncId id) {
  if (functions_.size() < module.functions.size()) functions_.resize(module.functions.size());
  Function*& function = functions_[id.index];
  if (function) return function;
  const mir::Function& source = module.functions[id];
  // Names without a module part could be taken for the C library's.
  std::string name = source.name;
  if (name.find('.') == std::string::npos) name = "krait." + name;
  function = Function::Create(
      functionType(source),
      source.declaration ? llvm::GlobalValue::ExternalLinkage : llvm::GlobalValue::InternalLinkage,
      name, *llvm_module);
  addCommonAttributes(*function);
  function->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
  unsigned index = 0;
  for (const mir::Param& param : source.params) {
    for (const Leaf& leaf : shape(source.values[param.value].type).leaves) {
      function->addParamAttr(index, llvm::Attribute::NoUndef);
      if (leaf.kind == LeafKind::Ref) {
        function->addParamAttr(index, llvm::Attribute::NonNull);
        function->addParamAttr(index,
                               llvm::Attribute::getWithDereferenceableBytes(context, kHeaderSize));
        function->addParamAttr(index, llvm::Attribute::getWithAlignment(context, llvm::Align(8)));
      } else if (leaf.kind == LeafKind::Bool) {
        function->addParamAttr(index, llvm::Attribute::ZExt);
      }
      ++index;
    }
  }
  if (id.index < only_texts_.size() && only_texts_[id.index]) {
    function->addFnAttr(llvm::Attribute::OptimizeNone);
    function->addFnAttr(llvm::Attribute::NoInline);
    function->addFnAttr(llvm::Attribute::Cold);
    return function;
  }
  // Several of LLVM's passes take time that grows with the square of a function's blocks: a module's body
  // of thousands of statements took a minute. Such giants keep what our own passes did for them.
  constexpr size_t kGiant = 5000;
  size_t size = 0;
  for (const mir::Block& block : source.blocks) size += block.instrs.size();
  if (options.release && size > kGiant) {
    function->addFnAttr(llvm::Attribute::OptimizeNone);
    function->addFnAttr(llvm::Attribute::NoInline);
    return function;
  }
  switch (source.inlining) {
    case mir::Inline::Auto:
      break;
    case mir::Inline::Always:
      if (!source.recursive) function->addFnAttr(llvm::Attribute::AlwaysInline);
      break;
    case mir::Inline::Never:
      function->addFnAttr(llvm::Attribute::NoInline);
      break;
  }
  return function;
}

void Unit::emitProgramEntries() {
  // Result<void> kr_program_main(): runs the modules; the error is owned by the caller.
  auto* main =
      Function::Create(llvm::FunctionType::get(ptr, {}, false), llvm::GlobalValue::ExternalLinkage,
                       "kr_program_main", *llvm_module);
  addCommonAttributes(*main);
  IRBuilder<> b(BasicBlock::Create(context, "entry", main));
  const mir::Function& source = module.functions[module.main];
  KRAIT_CHECK(source.params.empty() && shape(source.result).leaves.empty());
  Value* result = b.CreateCall(function(module.main), {});
  b.CreateRet(source.raises ? result : llvm::ConstantPointerNull::get(ptr));

  if (module.polls_interrupts) {
    new llvm::GlobalVariable(*llvm_module, i8, /*isConstant=*/true,
                             llvm::GlobalValue::ExternalLinkage, llvm::ConstantInt::get(i8, 1),
                             "kr_polls_interrupts");
  }

  // void kr_program_teardown(): releases the globals in order, the main module's first. What then dies may
  // still print and calls its methods, and reads variables: those that cannot run code are released later, lib/core's own
  // and methods of classes at the very end, by void kr_library_teardown().
  auto library = [](const mir::Global& g) {
    return g.symbol.starts_with("builtins.") || g.symbol.starts_with("default:builtins.") || g.symbol.starts_with("method:");
  };
  auto own = [](const mir::Global& g) { return g.symbol.starts_with("__main__."); };
  emitTeardown("kr_program_teardown", {[&](const mir::Global& g) { return own(g) && !g.late; },
                                       [&](const mir::Global& g) { return !own(g) && !library(g) && !g.late; }});
  emitTeardown("kr_library_teardown", {[&](const mir::Global& g) { return !library(g) && g.late; }, library});
}

void Unit::emitTeardown(const char* name, const std::vector<std::function<bool(const mir::Global&)>>& groups) {
  auto* teardown = Function::Create(llvm::FunctionType::get(void_type, {}, false),
                                    llvm::GlobalValue::ExternalLinkage, name, *llvm_module);
  addCommonAttributes(*teardown);
  teardown->addFnAttr(llvm::Attribute::Cold);
  if (options.release) {  // long, and runs once
    teardown->addFnAttr(llvm::Attribute::OptimizeNone);
    teardown->addFnAttr(llvm::Attribute::NoInline);
  }
  IRBuilder<> t(BasicBlock::Create(context, "entry", teardown));
  for (const auto& belongs : groups) {
    for (uint32_t i = 0; i < module.globals.size(); ++i) {
      const mir::Global& cell = module.globals[mir::GlobalId(i)];
      const ValueShape& value = shape(cell.type);
      if (!value.counted || !belongs(cell)) continue;
      llvm::GlobalVariable* variable = global(mir::GlobalId(i));
      Leaves leaves;
      for (const Leaf& leaf : value.leaves)
        leaves.push_back(loadLeaf(t, leaf, variable, aliasOf(Access::Global, leaf.kind)));
      for (const Leaf& leaf : value.leaves)
        storeLeaf(t, leaf, variable, zero(leaf.kind), aliasOf(Access::Global, leaf.kind));
      releaseNullable(t, cell.type, leaves);
    }
  }
  t.CreateRetVoid();
}

// Functions that the runtime calls if the program has them, in C's shape.
void Unit::emitExports() {
  for (uint32_t i = 0; i < module.functions.size(); ++i) {
    const mir::Function& source = module.functions[mir::FuncId(i)];
    bool text = source.name == "kr_any_str";
    if (!text && source.name != "kr_run_atexit" && source.name != "kr_join_threads") continue;
    llvm::Function* target_function = function(mir::FuncId(i));
    auto* type = llvm::FunctionType::get(text ? static_cast<llvm::Type*>(ptr) : void_type,
                                         target_function->getFunctionType()->params(), false);
    KRAIT_CHECK(type->getNumParams() == (text ? 2 : 0));
    auto* exported =
        Function::Create(type, llvm::GlobalValue::ExternalLinkage, source.name, *llvm_module);
    addCommonAttributes(*exported);
    IRBuilder<> b(BasicBlock::Create(context, "entry", exported));
    Leaves args;
    for (llvm::Argument& arg : exported->args()) args.push_back(&arg);
    // The runtime lends the value.
    if (text && source.params[0].mode == mir::Mode::Owned) callHelper(b, "retain_any", args);
    Value* result = b.CreateCall(target_function, args);
    if (source.raises) {
      Value* error = result->getType()->isStructTy() ? b.CreateExtractValue(result, {1u}) : result;
      BasicBlock* failed = BasicBlock::Create(context, "failed", exported);
      BasicBlock* fine = BasicBlock::Create(context, "fine", exported);
      b.CreateCondBr(b.CreateIsNull(error), fine, failed, likely());
      b.SetInsertPoint(failed);
      if (!text)
        b.CreateCall(runtime("exc_print_ignored"), {error, strLiteral(source.display_name)});
      callHelper(b, "release_ref", {error});
      if (text)
        b.CreateRet(llvm::ConstantPointerNull::get(ptr));
      else
        b.CreateRetVoid();
      b.SetInsertPoint(fine);
      if (text) result = b.CreateExtractValue(result, {0u});
    }
    if (text)
      b.CreateRet(result);
    else
      b.CreateRetVoid();
  }
}

// ---- the emitter

Emitter::Emitter(Unit& unit, mir::FuncId id)
    : unit_(unit),
      id_(id),
      function_(unit.module.functions[id]),
      llvm_(unit.function(id)),
      b_(unit.context) {}

BasicBlock* Emitter::newBlock(const char* name) {
  return BasicBlock::Create(unit_.context, name, llvm_);
}

const Leaves& Emitter::leavesOf(mir::ValueId id) const {
  KRAIT_CHECK(id.valid());
  return values_[id.index];
}

Value* Emitter::valueOf(mir::ValueId id) const {
  const Leaves& leaves = leavesOf(id);
  KRAIT_CHECK(leaves.size() == 1);
  return leaves[0];
}

// Reverse postorder of the reachable blocks: definitions come before their uses.
void Emitter::computeOrder() {
  size_t count = function_.blocks.size();
  std::vector<uint8_t> seen(count);
  std::vector<std::pair<uint32_t, size_t>> open;
  open.push_back({0, 0});
  seen[0] = 1;
  std::vector<uint32_t> postorder;
  while (!open.empty()) {
    auto& [block, next] = open.back();
    const std::vector<mir::Edge>& edges = function_.blocks[block].instrs.back().edges;
    if (next < edges.size()) {
      // The first edge is the likely one: visited last, so that it comes right behind.
      uint32_t target = edges[edges.size() - 1 - next++].target.index;
      if (target == 0) entry_has_predecessor_ = true;
      if (!seen[target]) {
        seen[target] = 1;
        open.push_back({target, 0});
      }
    } else {
      postorder.push_back(block);
      open.pop_back();
    }
  }
  order_.assign(postorder.rbegin(), postorder.rend());
}

void Emitter::emit() {
  values_.resize(function_.values.size());
  blocks_.resize(function_.blocks.size());
  phis_.resize(function_.blocks.size());
  computeOrder();
  BasicBlock* entry = newBlock("entry");
  for (uint32_t index : order_) {
    blocks_[index] = newBlock("b");
    if (index == 0 && !entry_has_predecessor_) continue;
    b_.SetInsertPoint(blocks_[index]);
    for (mir::ValueId param : function_.blocks[index].params) {
      Leaves leaves;
      for (const Leaf& leaf : shapeOf(param).leaves) {
        llvm::PHINode* phi = b_.CreatePHI(unit_.leafType(leaf.kind), 2);
        phis_[index].push_back(phi);
        leaves.push_back(phi);
      }
      define(param, std::move(leaves));
    }
  }
  b_.SetInsertPoint(entry);
  emitEntry();
  for (uint32_t index : order_) {
    b_.SetInsertPoint(blocks_[index]);
    cold_ = function_.blocks[index].cold;
    BasicBlock& last = llvm_->back();
    for (const mir::Instr& instr : function_.blocks[index].instrs) emitInstr(instr);
    if (cold_) keepCalls(*blocks_[index], last);
  }
}

// Calls of a cold block, and of the blocks behind `last` that its operations made, stay calls: counting and
// what else is small enough to be inlined is most of a program's code, and on these paths it gains nothing.
void Emitter::keepCalls(BasicBlock& first, BasicBlock& last) {
  auto keep = [](BasicBlock& block) {
    for (llvm::Instruction& instr : block)
      if (auto* call = llvm::dyn_cast<llvm::CallInst>(&instr); call && !llvm::isa<llvm::IntrinsicInst>(call))
        call->addFnAttr(llvm::Attribute::NoInline);
  };
  keep(first);
  for (auto it = std::next(last.getIterator()); it != llvm_->end(); ++it) keep(*it);
}

void Emitter::emitEntry() {
  unsigned index = 0;
  std::vector<Value*> args;
  for (const mir::Param& param : function_.params) {
    Leaves leaves;
    for (size_t i = 0; i < shapeOf(param.value).leaves.size(); ++i) {
      leaves.push_back(llvm_->getArg(index++));
      args.push_back(leaves.back());
    }
    if (!entry_has_predecessor_) define(param.value, std::move(leaves));
  }
  if (function_.recursive) emitRecursionCheck();
  b_.CreateBr(blocks_[0]);
  if (entry_has_predecessor_) {
    KRAIT_CHECK(phis_[0].size() == args.size());
    for (size_t i = 0; i < args.size(); ++i) phis_[0][i]->addIncoming(args[i], b_.GetInsertBlock());
  }
}

// ---- sites

void Emitter::emitSiteTable() {
  llvm::Type *i32 = unit_.i32, *ptr = unit_.ptr;
  auto* function_type = llvm::StructType::get(unit_.context, {ptr, ptr, i32});
  auto functionInfo = [&](const std::string& name, const std::string& file, int32_t line) {
    llvm::Constant* fields[] = {unit_.cString(name), unit_.cString(file),
                                llvm::ConstantInt::getSigned(i32, line)};
    return new llvm::GlobalVariable(*unit_.llvm_module, function_type, /*isConstant=*/true,
                                    llvm::GlobalValue::PrivateLinkage,
                                    llvm::ConstantStruct::get(function_type, fields), "function");
  };
  auto* own = functionInfo(function_.display_name, function_.file, function_.line);
  // Sites of bodies that were inlined name the function they come from.
  std::vector<llvm::GlobalVariable*> inlined;
  for (const mir::InlinedFunction& f : function_.inlined)
    inlined.push_back(functionInfo(f.display_name, f.file, f.line));
  auto* site_type = llvm::StructType::get(unit_.context, {ptr, i32, i32, i32, i32, i32, i32, i32});
  std::vector<llvm::Constant*> sites;
  for (const mir::Site& site : function_.sites) {
    auto number = [&](int32_t v) { return llvm::ConstantInt::getSigned(i32, v); };
    llvm::Constant* fields[] = {site.inlined < 0 ? own : inlined[size_t(site.inlined)],
                                number(site.line_delta),
                                number(site.end_line_delta),
                                number(site.column),
                                number(site.end_column),
                                number(site.anchor_begin),
                                number(site.anchor_end),
                                number(site.outer < 0 ? 0 : int32_t(sites.size()) - site.outer)};
    sites.push_back(llvm::ConstantStruct::get(site_type, fields));
  }
  auto* table_type = llvm::ArrayType::get(site_type, sites.size());
  site_type_ = site_type;
  site_table_ = new llvm::GlobalVariable(*unit_.llvm_module, table_type, /*isConstant=*/true,
                                         llvm::GlobalValue::PrivateLinkage,
                                         llvm::ConstantArray::get(table_type, sites), "sites");
}

Value* Emitter::site(int32_t index) {
  KRAIT_CHECK(index >= 0 && static_cast<size_t>(index) < function_.sites.size());
  if (!site_table_) emitSiteTable();
  llvm::Constant* offset = llvm::ConstantInt::get(
      unit_.i64, uint64_t(index) * unit_.llvm_module->getDataLayout().getTypeAllocSize(site_type_));
  return llvm::ConstantExpr::getInBoundsGetElementPtr(unit_.i8, site_table_, offset);
}

// ---- edges

void Emitter::addIncoming(const mir::Edge& edge, BasicBlock* from) {
  const std::vector<llvm::PHINode*>& phis = phis_[edge.target.index];
  size_t next = 0;
  for (mir::ValueId arg : edge.args) {
    for (Value* leaf : leavesOf(arg)) {
      KRAIT_CHECK(next < phis.size());
      phis[next++]->addIncoming(leaf, from);
    }
  }
  KRAIT_CHECK(next == phis.size());
}

BasicBlock* Emitter::edgeBlock(const mir::Edge& edge, BasicBlock* from, BasicBlock* other) {
  BasicBlock* target = blocks_[edge.target.index];
  if (target != other) {
    addIncoming(edge, from);
    return target;
  }
  BasicBlock* own = newBlock("edge");
  addIncoming(edge, own);
  IRBuilder<> b(own);
  b.CreateBr(target);
  return own;
}

// Traceback entries: all error edges of a function to one block go through one cold block that adds
// the site, which it gets by a phi.
BasicBlock* Emitter::errorBlock(const mir::Instr& instr, BasicBlock* from) {
  const mir::Edge& edge = instr.edges[1];
  uint32_t position = 0;
  while (position < edge.args.size() && edge.args[position] != instr.exception) ++position;
  KRAIT_CHECK(position < edge.args.size() && "the error edge must pass the exception on");
  ColdBlock* cold = nullptr;
  for (ColdBlock& candidate : cold_blocks_)
    if (candidate.target == edge.target.index && candidate.position == position) cold = &candidate;
  if (!cold) {
    cold_blocks_.push_back({edge.target.index, position, newBlock("traceback"), nullptr, {}});
    cold = &cold_blocks_.back();
    IRBuilder<> b(cold->block);
    cold->site = b.CreatePHI(unit_.ptr, 4);
    Value* exception = nullptr;
    for (uint32_t i = 0; i < edge.args.size(); ++i) {
      for (const Leaf& leaf : shapeOf(edge.args[i]).leaves) {
        cold->args.push_back(b.CreatePHI(unit_.leafType(leaf.kind), 4));
        if (i == position) exception = cold->args.back();
      }
    }
    // The end of an iteration gets no entry.
    BasicBlock* add = newBlock("traceback.add");
    BasicBlock* target = blocks_[edge.target.index];
    b.CreateCondBr(b.CreateICmpEQ(exception, unit_.stopObject()), target, add);
    IRBuilder<> in_add(add);
    unit_.callSlow(in_add, "traceback_add", {exception, cold->site});
    in_add.CreateBr(target);
    const std::vector<llvm::PHINode*>& phis = phis_[edge.target.index];
    KRAIT_CHECK(phis.size() == cold->args.size());
    for (size_t i = 0; i < phis.size(); ++i) {
      phis[i]->addIncoming(cold->args[i], cold->block);
      phis[i]->addIncoming(cold->args[i], add);
    }
  }
  cold->site->addIncoming(site(instr.site), from);
  size_t next = 0;
  for (mir::ValueId arg : edge.args)
    for (Value* leaf : leavesOf(arg)) cold->args[next++]->addIncoming(leaf, from);
  return cold->block;
}

void Emitter::finishRaising(const mir::Instr& instr, Value* error) {
  KRAIT_CHECK(instr.edges.size() == 2);
  define(instr.exception, error);
  BasicBlock* from = b_.GetInsertBlock();
  BasicBlock* normal = edgeBlock(instr.edges[0], from, nullptr);
  BasicBlock* failed = instr.site >= 0 && !function_.library
                           ? errorBlock(instr, from)
                           : edgeBlock(instr.edges[1], from, normal);
  b_.CreateCondBr(b_.CreateIsNull(error), normal, failed, unit_.likely());
}

void emitFunction(Unit& unit, mir::FuncId id) { Emitter(unit, id).emit(); }

}  // namespace krait::codegen
