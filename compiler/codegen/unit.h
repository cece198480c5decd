// One unit of code generation: an LLVM module being made from a MIR module. Internal to this
// folder.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codegen/codegen.h"
#include "codegen/llvm.h"
#include "mir/mir.h"

namespace krait::codegen {

// ---- how MIR types look
// --------------------------------------------------------------------------- A value is a list of
// LLVM scalars, its leaves: tuples are flattened, `any` is tag and payload.
enum class LeafKind : uint8_t { Bool, I8, I32, I64, F64, Int, Ref, Opt, AnyTag, AnyPayload, Ptr };
struct Leaf {
  LeafKind kind;
  uint32_t offset;  // in memory, from the value's begin
};
struct ValueShape {
  llvm::SmallVector<Leaf, 2> leaves;
  uint32_t size = 0;  // bytes in memory, a multiple of align
  uint32_t align = 1;
  bool counted = false;
};
using Leaves = llvm::SmallVector<llvm::Value*, 2>;

// ---- classes
// ---------------------------------------------------------------------------------------- A class
// of the program: a layout of the module or a type that only the runtime makes.
struct ClassInfo {
  std::string symbol, name, module;
  mir::LayoutId layout;  // invalid: runtime only
  int base = -1;
  std::vector<int> children;
  uint32_t id = 0, end_id = 0;
};

// Where the fields of a layout lie.
struct ObjectShape {
  std::vector<uint32_t> offsets;  // a field
  uint32_t size = 0;
};

// Names of the nodes of alias metadata that are not fields.
enum class Access : uint8_t { Count, Meta, Element, Global, Other };

class Unit {
 public:
  Unit(const mir::Module& module, const Options& options, llvm::LLVMContext& context,
       llvm::TargetMachine& target);
  // Emits everything into `llvm`.
  void emitAll();

  const mir::Module& module;
  const Options& options;
  llvm::LLVMContext& context;
  llvm::TargetMachine& target;
  std::unique_ptr<llvm::Module> llvm_module;

  // LLVM types used everywhere.
  llvm::Type *void_type, *i1, *i8, *i16, *i32, *i64, *f64;
  llvm::PointerType* ptr;

  // ---- shapes.cpp
  const ValueShape& shape(mir::TypeId type);
  const ObjectShape& objectShape(mir::LayoutId layout);
  llvm::Type* leafType(LeafKind kind);        // in registers
  llvm::Type* leafMemoryType(LeafKind kind);  // in memory (bool: i8)
  llvm::Constant* zero(LeafKind kind) { return llvm::Constant::getNullValue(leafType(kind)); }
  // Reads and writes one leaf in memory.
  llvm::Value* loadLeaf(llvm::IRBuilder<>& b, const Leaf& leaf, llvm::Value* address,
                        llvm::MDNode* alias);
  void storeLeaf(llvm::IRBuilder<>& b, const Leaf& leaf, llvm::Value* address, llvm::Value* value,
                 llvm::MDNode* alias);
  llvm::Value* offsetBy(llvm::IRBuilder<>& b, llvm::Value* pointer, uint64_t offset);
  llvm::Value* elementAddress(llvm::IRBuilder<>& b, llvm::Value* buffer, llvm::Value* index,
                              uint32_t size);

  // ---- alias.cpp: alias and weight metadata
  llvm::MDNode* aliasOf(Access access, LeafKind kind = LeafKind::I64);
  llvm::MDNode* aliasOfField(mir::LayoutId layout, uint32_t field, LeafKind kind);
  llvm::MDNode* likely();
  llvm::MDNode* lengthRange();  // of values known to be lengths
  llvm::MDNode* unlikely();

  // ---- classes.cpp
  void numberClasses();
  void emitClasses();  // TypeInfo records, tables, symbols
  const ClassInfo& classOf(mir::LayoutId layout) {
    return classes_[class_of_layout_[layout.index]];
  }
  uint32_t runtimeTid(std::string_view symbol);  // type id of a runtime type
  uint32_t endOfRuntimeTid(std::string_view symbol);
  uint32_t tid(mir::LayoutId layout) { return classOf(layout).id; }

  // ---- drops.cpp
  llvm::Constant* dropFunction(const ClassInfo& info);   // null pointer: owns nothing
  llvm::Constant* traceFunction(const ClassInfo& info);  // null pointer: acyclic
  llvm::Constant* excStrFunction(const ClassInfo& info);
  llvm::Constant* delFunction(const ClassInfo& info);  // null pointer: no __del__

  // ---- counts.cpp
  void retain(llvm::IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<llvm::Value*> leaves);
  void release(llvm::IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<llvm::Value*> leaves);
  // The same for values just read from memory, where a ref may be zero.
  void releaseNullable(llvm::IRBuilder<>& b, mir::TypeId type, llvm::ArrayRef<llvm::Value*> leaves);
  // Helpers made on demand.
  llvm::Function* helper(std::string_view name);
  void callHelper(llvm::IRBuilder<>& b, std::string_view name, llvm::ArrayRef<llvm::Value*> args);
  // Calls a helper for an int word whose bit 0 is set.
  void ifBig(llvm::IRBuilder<>& b, llvm::Value* word, std::string_view helper_name);
  // Calls a runtime function from a slow path.
  llvm::Value* callSlow(llvm::IRBuilder<>& b, const std::string& name,
                        llvm::ArrayRef<llvm::Value*> args);
  void keepRegisters(llvm::Function& function);

  // ---- constants.cpp
  llvm::Constant* strLiteral(mir::SymId text);
  llvm::Constant* strLiteral(std::string_view text);
  llvm::Constant* bytesLiteral(mir::SymId text);
  llvm::Constant* bigLiteral(mir::SymId decimal);  // the tagged word, i64
  llvm::Constant* stopObject();
  llvm::Constant* cString(std::string_view text);  // private, zero-terminated
  llvm::GlobalVariable* global(mir::GlobalId id);

  // ---- functions.cpp
  llvm::Function* function(mir::FuncId id);
  void findTexts();
  llvm::FunctionType* functionType(const mir::Function& function);
  void emitProgramEntries();
  void emitTeardown(const char* name, const std::vector<std::function<bool(const mir::Global&)>>& groups);
  void emitExports();
  void addCommonAttributes(llvm::Function& function);

  // ---- runtime.cpp
  // A function of runtime/abi.def, declared on first use.
  llvm::FunctionCallee runtime(const std::string& name);
  // One that is not in abi.def; `name` with its kr_.
  llvm::FunctionCallee runtimeInternal(llvm::StringRef name, llvm::FunctionType* type);
  llvm::Value* threadState(llvm::IRBuilder<>& b);
  llvm::Constant* interruptFlag();  // not 0: a KeyboardInterrupt is to be raised
  llvm::FunctionCallee bufFree();
  // ---- import.cpp: takes over small functions of options.runtime_bitcode. Returns "" or an error.
  std::string importRuntime();

  // The type that a function returns: leaves of `type`, and the error if it raises.
  llvm::Type* returnType(mir::TypeId type, bool raises, bool c_abi);

 private:
  void addClass(ClassInfo info);
  void addKnownEffects(llvm::Function& function, const mir::RuntimeFunction& info);

  std::vector<ValueShape> shapes_;
  std::vector<bool> shape_known_;
  std::vector<ObjectShape> object_shapes_;
  std::vector<bool> object_shape_known_;

  std::vector<ClassInfo> classes_;         // in order of id once numbered
  std::vector<uint32_t> class_of_layout_;  // index into classes_
  std::map<std::string, uint32_t, std::less<>> class_of_symbol_;

  llvm::StringMap<llvm::Constant*> literals_;  // kind prefix + text
  llvm::StringMap<llvm::Constant*> c_strings_;
  std::vector<llvm::GlobalVariable*> globals_;
  std::vector<llvm::Function*> functions_;
  std::vector<bool> only_texts_;  // by MIR function: runs only for the text of an uncaught exception
  llvm::StringMap<llvm::FunctionCallee> runtime_functions_;
  llvm::GlobalVariable* thread_state_ = nullptr;

  llvm::MDNode* alias_root_ = nullptr;
  std::unordered_map<uint64_t, llvm::MDNode*> aliases_;
  llvm::MDNode *likely_ = nullptr, *unlikely_ = nullptr, *length_range_ = nullptr;
};

// ---- functions.cpp
void emitFunction(Unit& unit, mir::FuncId id);

// ---- pipeline.cpp
std::unique_ptr<llvm::TargetMachine> makeTargetMachine(const Options& options, std::string* error);
// Optimises the module and writes it as `emit` says. Returns "" or an error.
std::string finish(Unit& unit, Emit emit, std::string& output);

// Sizes and offsets that runtime/core/object.h and thread_state.h fix.
struct ThreadStateOffsets {
  static const uint64_t stack_limit, recursion_limit, recursion_depth;
};
constexpr uint32_t kHeaderSize = 8;
constexpr uint32_t kExceptionSize = 64;
constexpr uint32_t kMetaOffset = 4;
constexpr int32_t kImmortal = INT32_MIN;
constexpr uint32_t kTidShift = 8;
constexpr uint32_t kInlineAllocationLimit = 512;  // larger objects come from kr_new_object
constexpr uint32_t kFlagBuffered = 1u << 2;
constexpr uint32_t kFlagMayCycle = 1u << 5;

}  // namespace krait::codegen
