// Records what CPython 3.14 says of the newer syntax: for each new_syntax/*.py its tree (or refusal) as
// new_syntax/*.ast, and for each program of new_programs.txt its verdict in new_programs.json.
//
//   npm install --prefix ~/.cache/krait/pyodide pyodide
//   node record_314.mjs [--dump-all LIST OUTDIR]
//
// The interpreter is npm's pyodide. --dump-all writes the trees of the files named in LIST to OUTDIR
// instead (files under /usr/lib), for a comparison that is not kept.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const home = process.env.KRAIT_PYODIDE ?? path.join(os.homedir(), ".cache/krait/pyodide");
const entry = path.join(home, "node_modules/pyodide/pyodide.mjs");
const { loadPyodide } = await import(pathToFileURL(entry).href);
const python = await loadPyodide();
python.runPython(`
import ast, json, re, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(3000)

def verdict(source):
    try:
        compile(source, "<s>", "exec", dont_inherit=True)
    except SyntaxError as e:
        return [e.msg, e.lineno]
    except Exception as e:
        return [type(e).__name__ + ": " + str(e), 0]
    return None

def tree(source):
    bad = verdict(source)
    if bad:
        return "refused: " + bad[0]
    text = ast.dump(ast.parse(source), include_attributes=True, show_empty=True)
    # Empty type parameters are left out, as 3.11 has none.
    return text.replace(", type_params=[]", "")
`);
const tree = python.globals.get("tree");
const verdict = python.globals.get("verdict");

if (process.argv[2] === "--dump-all") {
  const [list, out] = process.argv.slice(3);
  python.mountNodeFS("/lib_files", "/usr/lib");
  python.mountNodeFS("/out", out);
  python.globals.set("names", fs.readFileSync(list, "utf8"));
  python.runPython(`
for name in names.split():
    with open("/lib_files/" + name.removeprefix("/usr/lib/"), "rb") as f:
        text = tree(f.read())
    with open("/out/" + name.replace("/", "_"), "w", errors="surrogateescape") as f:
        f.write(text + "\\n")
`);
} else {
  const folder = path.join(here, "new_syntax");
  for (const name of fs.readdirSync(folder).filter((n) => n.endsWith(".py")).sort()) {
    const source = fs.readFileSync(path.join(folder, name), "utf8");
    const text = tree(source);
    if (text.startsWith("refused")) console.log(`${name}: ${text}`);
    fs.writeFileSync(path.join(folder, name.replace(/\.py$/, ".ast")), text + "\n");
  }
  const programs = fs.readFileSync(path.join(here, "new_programs.txt"), "utf8");
  const rows = programs.split("\n----\n").filter((p) => p.trim()).map((p) => {
    const bad = verdict(p);
    return { program: p, message: bad ? bad.toJs()[0] : null };
  });
  fs.writeFileSync(path.join(here, "new_programs.json"),
                   "[\n" + rows.map((r) => JSON.stringify(r)).join(",\n") + "\n]\n");
  const refused = rows.filter((r) => r.message !== null).length;
  console.log(`${rows.length} programs, ${refused} of them refused`);
}
