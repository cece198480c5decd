# refused: K0401
import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


parser = argparse.ArgumentParser()
parser.add_argument("--name", action=Upper)
print(parser.parse_args(["--name", "a"]))
