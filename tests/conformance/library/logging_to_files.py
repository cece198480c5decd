# stderr: exact
# Files, the handler of last resort, basicConfig with a file name.
import logging
import os

logging.getLogger("nobody").warning("last resort %d", 1)
logging.getLogger("nobody").info("not seen")
handler = logging.FileHandler("app.log", mode="w")
handler.setLevel(logging.INFO)
handler.setFormatter(logging.Formatter("%(name)s - %(levelname)s - %(message)s"))
logger = logging.getLogger("app.main")
logger.setLevel(logging.DEBUG)
logger.addHandler(handler)
logger.debug("not in the file")
logger.info("in the file")
logger.error("in the file, too, and above: nobody")
handler.close()
logger.removeHandler(handler)
print(open("app.log").read(), end="")
logging.basicConfig(filename="root.log", level=logging.DEBUG, format="%(levelname)s %(message)s")
logging.info("to root")
logging.getLogger("app").warning("to root, from app")
logging.shutdown()
with open("root.log") as f:
    print(f.read(), end="")
print(sorted(os.listdir(".")))
